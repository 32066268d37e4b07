import { markdownToMdast } from 'satteri';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { type LinkMark, readLinks } from './link.ts';
import { checkLinks } from './links.ts';
import type { AuthoredQuestion, QuestionFile } from './question-file.ts';
import type { SitePages } from './site-pages.ts';
import { walk } from './tree.ts';

/** Issues of the links in questions, which are read on the page of their lesson. */
export function checkQuestionLinks(
  files: readonly QuestionFile[],
  pages: SitePages,
  locales: readonly Locale[],
): Issue[] {
  return files.flatMap(({ lesson, questions }) => {
    const linking = questions.filter(({ source }) => mayLink(source));
    return locales.flatMap((locale) => {
      const origin = { address: `/${locale}/${lesson ?? ''}/`, locale };
      return linking.flatMap((question) =>
        checkLinks(linksOf(question, question.source, [], locale), origin, pages, locales),
      );
    });
  });
}

/** Whether any text of a part of a question may have a link; most questions have none. */
function mayLink(part: unknown): boolean {
  if (typeof part === 'string') return MAY_LINK.test(part);
  return typeof part === 'object' && part !== null && Object.values(part).some(mayLink);
}

/** The links in every text of one locale of a part of a question. */
function linksOf(
  question: AuthoredQuestion,
  part: unknown,
  path: readonly PropertyKey[],
  locale: Locale,
): LinkMark[] {
  if (typeof part === 'string') {
    if (!path.includes(locale) || !MAY_LINK.test(part)) return [];
    const place = question.placeOf(path);
    return readLinks(walk(markdownToMdast(part)), place.file).map(({ url }) => ({ url, place }));
  }
  if (typeof part !== 'object' || part === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(part) ? [...part.entries()] : Object.entries(part);
  return entries.flatMap(([key, inside]) => linksOf(question, inside, [...path, key], locale));
}

// Most texts have no link, and parsing one costs more than everything else here.
const MAY_LINK = /\]\(|\]:|\shref=/;
