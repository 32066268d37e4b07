import { itemsOfLesson } from '../../compile/index.ts';
import type { Deck } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { SearchItem, SearchPage } from '../../format/search.ts';
import { plainText } from '../../search/plain-text.ts';
import { joinBlocks, type PageText, readPageText, type Unsearched } from './page-text.ts';

/**
 * The text of a built page that is to be found; `undefined` where nothing is. Without the sidebars, which every page
 * repeats.
 */
export function toPageText(html: string): PageText | undefined {
  const main = /<main\b[^>]*\bdata-pagefind-body\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  // The page parts the name of a term from its other names by style alone.
  const content = main?.replaceAll('<span class="recall-term__aliases"', ' $&');
  return content === undefined ? undefined : readPageText(content, UNSEARCHED);
}

/** What is shown of a page that was found. */
export function toSearchPage(
  lesson: string,
  { title, passages }: PageText,
  items: readonly SearchItem[],
): SearchPage {
  return {
    lesson,
    title,
    passages: passages.map(({ id, heading, blocks }) => ({ id, heading, text: joinBlocks(blocks) })),
    items,
  };
}

/**
 * The fronts of a lesson's cards and the stems of its questions; never an answer. Cards of terms and questions made
 * from terms are left out: the concepts are found themselves.
 */
export function toSearchItems(deck: Deck, lesson: LessonId, locale: Locale): SearchItem[] {
  const notes = new Set<string>();
  const { cards, questions } = itemsOfLesson(deck, lesson);
  return [
    ...cards.flatMap(({ kind, note, faces }): SearchItem[] => {
      const front = faces[locale]?.front;
      if (front === undefined || !ASKED_KINDS.has(kind)) return [];
      // The clozes of one note have the same text, each with another blank.
      const isFirst = !notes.has(note);
      notes.add(note);
      return isFirst || kind !== 'cloze' ? [{ kind: 'card', id: note, text: toAsked(front) }] : [];
    }),
    ...questions.flatMap(({ id, origin, texts }): SearchItem[] => {
      const stem = texts[locale]?.stem;
      return origin === 'author' && stem !== undefined ? [{ kind: 'question', id, text: toAsked(stem) }] : [];
    }),
  ];
}

/** Parts of a page that are not its prose: what asks, what lists sources, and interface. */
const UNSEARCHED: Unsearched = {
  tags: new Set(['button', 'footer', 'form', 'label', 'nav', 'script', 'style', 'svg', 'template']),
  classes: new Set(['recall-card', 'recall-quiz', 'recall-sources']),
};

const ASKED_KINDS: ReadonlySet<string> = new Set(['basic', 'cloze', 'fact']);

function toAsked(html: string): string {
  return plainText(html.replace(/<(\w+) class="recall-(?:blank|cloze)[^"]*"[^>]*>/g, '$& ____ '));
}
