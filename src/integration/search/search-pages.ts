import { itemsOfLesson } from '../../compile/index.ts';
import type { Deck } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { SearchKind } from '../../format/search.ts';
import { plainText } from '../../search/plain-text.ts';
import { escapeHtml } from '../lesson/html.ts';
import { leanHtml, type Unsearched } from './lean-html.ts';

/**
 * The part of a built page that is to be found, as Pagefind takes it; `undefined` where nothing is. Without the
 * sidebars, which every page repeats and Pagefind would read every time.
 */
export function toLessonPage(
  html: string,
  { language, lesson }: { readonly language: string; readonly lesson: string },
): string | undefined {
  const main = /<main\b[^>]*\bdata-pagefind-body\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  // The page parts the name of a term from its other names by style alone.
  const content = main?.replaceAll('<span class="recall-term__aliases"', ' $&');
  return content === undefined ? undefined : wrap(content, { language, lesson, kind: 'lesson' });
}

/**
 * The fronts of a lesson's cards and the stems of its questions as a page for Pagefind, each an element of its own
 * with the id `card:<note>` or `question:<id>`; never an answer. Cards of terms and questions made from terms are
 * left out: the concepts are found themselves.
 */
export function toItemPage(
  deck: Deck,
  lesson: LessonId,
  locale: Locale,
  language: string,
): string | undefined {
  const notes = new Set<string>();
  const { lesson: found, cards, questions } = itemsOfLesson(deck, lesson);
  const items = [
    ...cards.flatMap(({ kind, note, faces }) => {
      const front = faces[locale]?.front;
      if (front === undefined || !ASKED_KINDS.has(kind)) return [];
      // The clozes of one note have the same text, each with another blank.
      const isFirst = !notes.has(note);
      notes.add(note);
      return isFirst || kind !== 'cloze' ? [toItem(`card:${note}`, front)] : [];
    }),
    ...questions.flatMap(({ id, origin, texts }) => {
      const stem = texts[locale]?.stem;
      return origin === 'author' && stem !== undefined ? [toItem(`question:${id}`, stem)] : [];
    }),
  ];
  if (items.length === 0) return undefined;
  const pages = found?.pages;
  const title = (pages?.[locale] ?? pages?.[deck.defaultLocale])?.title ?? lesson;
  // Ignored, so that a word of the title finds no card that does not have it.
  const heading = `<h1 data-pagefind-meta="title" data-pagefind-ignore>${escapeHtml(title)}</h1>`;
  return wrap(heading + items.join('\n'), { language, lesson, kind: 'items' });
}

/** Parts of a page that are not its prose: what asks, what lists sources, and interface. */
const UNSEARCHED: Unsearched = {
  tags: new Set(['button', 'footer', 'form', 'label', 'nav', 'script', 'style', 'svg', 'template']),
  classes: new Set(['recall-card', 'recall-quiz', 'recall-sources']),
};

const ASKED_KINDS: ReadonlySet<string> = new Set(['basic', 'cloze', 'fact']);

/** Plain, because Pagefind gives an element's own text only, not that of the elements in it. */
function toItem(id: string, html: string): string {
  const shown = html.replace(/<(\w+) class="recall-(?:blank|cloze)[^"]*"[^>]*>/g, '$& ____ ');
  return `<p id="${id}">${escapeHtml(plainText(shown))}</p>`;
}

function wrap(
  content: string,
  {
    language,
    lesson,
    kind,
  }: { readonly language: string; readonly lesson: string; readonly kind: SearchKind },
): string {
  const [module = ''] = lesson.split('/');
  const filters = [`kind:${kind}`, ...(module ? [`module:${module}`] : [])];
  // Pagefind takes one value of an attribute, and no comma ends it.
  const spans = filters
    .map((filter) => `<span data-pagefind-filter="${escapeHtml(filter)}"></span>`)
    .join('');
  const main = `<main data-pagefind-body data-pagefind-meta="lesson:${escapeHtml(lesson)}">`;
  return `<!doctype html><html lang="${language}"><body>${main}${spans}${leanHtml(content, UNSEARCHED)}</main></body></html>`;
}
