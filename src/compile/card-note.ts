import type { Issue } from '../format/issue.ts';
import type { CardMark } from './card.ts';
import { isUnclosed, openingOf } from './directives.ts';
import { checkFace, checkHeadings } from './faces.ts';
import { createIssue, type Place, placeOf } from './issue.ts';
import type { CardContent, FoundNotes } from './note.ts';
import { isNoteId, slugify } from './note-id.ts';
import { sliceBlocks } from './slice.ts';
import { hasContent, plainText, startOf } from './tree.ts';

/** A marked card as a note, or as a nameless one, with its mistakes. */
export function cardNote(
  card: CardMark,
  text: string,
  file: string,
  fallbacks: readonly string[],
): FoundNotes {
  const place = placeOf(file, card.directive);
  // An unclosed card swallows what follows, so nothing inside it means what it seems to.
  const { content, issues } = isUnclosed(card.directive, text)
    ? { content: undefined, issues: [] }
    : readSides(card, text, place);
  const rev = parseRevision(card.rev);
  if (rev === undefined) issues.push(createIssue('invalid-revision', place, { rev: card.rev ?? '' }));
  if (card.id !== undefined && isNoteId(card.id)) {
    return { notes: [{ item: 'card', id: card.id, rev: rev ?? 1, place, content }], nameless: [], issues };
  }
  const attributes = card.rev === undefined ? '' : ` rev=${card.rev}`;
  const candidates = [card.id ?? '', ...candidatesOf(card, text), ...fallbacks];
  const snippet = (id: string) => `:::card{#${id}${attributes}}`;
  return { notes: [], nameless: [{ item: 'card', place, written: card.id, candidates, snippet }], issues };
}

/** A whole number from 1, which it is where none is written; `undefined` for anything else. */
function parseRevision(written = '1'): number | undefined {
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined;
}

/** Texts to propose an id from: an id whose braces were not read, and a question with some ASCII words. */
function candidatesOf(card: CardMark, text: string): string[] {
  const [, braces = ''] = /\{\s*#([\w-]+)/.exec(openingOf(card.directive, text)) ?? [];
  const [question] = card.front;
  const words = question === undefined ? '' : slugify(plainText(question));
  return [braces, words.includes('-') ? words : ''];
}

function readSides(
  card: CardMark,
  text: string,
  place: Place,
): { content: CardContent | undefined; issues: Issue[] } {
  const { file } = place;
  const headings = checkHeadings(card.directive, text, file);
  const issues = [...card.front, ...card.back].flatMap((block) => checkFace(block, text, file));
  issues.push(...headings);
  // Where dashes stand for the separator, a missing side would be a second report of the same mistake.
  if (headings.length > 0) return { content: undefined, issues };

  const [, ...extra] = card.separators;
  issues.push(...extra.map((separator) => createIssue('extra-separator', placeOf(file, separator), {})));
  const side = missingSide(card);
  if (side !== undefined) {
    issues.push(createIssue('empty-side', place, { item: 'card', side }));
    return { content: undefined, issues };
  }
  const indent = startOf(card.directive).column - 1;
  const content = {
    front: sliceBlocks(text, card.front, indent),
    back: sliceBlocks(text, card.back, indent),
  };
  return { content, issues };
}

function missingSide(card: CardMark): 'front' | 'back' | 'separator' | undefined {
  if (!card.front.some(hasContent)) return 'front';
  if (card.separators.length === 0) return 'separator';
  return card.back.some(hasContent) ? undefined : 'back';
}
