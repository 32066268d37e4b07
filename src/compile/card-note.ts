import type { Issue } from '../format/issue.ts';
import type { CardMark } from './card.ts';
import { isClozeCard, placeOfMark, readClozes } from './cloze.ts';
import { readClozeBody } from './cloze-body.ts';
import { isUnclosed, openingOf } from './directives.ts';
import { checkFace, checkHeadings } from './faces.ts';
import { createIssue, type Place, placeOf } from './issue.ts';
import type { CardContent, FoundNotes, Note } from './note.ts';
import { isNoteId, slugify } from './note-id.ts';
import { formatRevisionMark, parseRevision } from './revision.ts';
import { sliceBlocks } from './slice.ts';
import { formatTagMark } from './tag-list.ts';
import { hasContent, plainText, startOf } from './tree.ts';

/** A marked card as a note, or as a nameless one, with its mistakes. */
export function cardNote(
  card: CardMark,
  text: string,
  file: string,
  fallbacks: readonly string[],
): FoundNotes {
  const place = placeOf(file, card.directive);
  const item = isClozeCard(card) ? 'cloze card' : 'card';
  // An unclosed card swallows what follows, so nothing inside it means what it seems to.
  const isOpen = isUnclosed(card.directive, text);
  const sides = isOpen || item !== 'card' ? NOTHING : readSides(card, text, place);
  const body = isOpen || item === 'card' ? NOTHING : readClozeBody(card, text, place);
  const { revision, issues: inRevision } = parseRevision(card.revision, place);
  const issues = [...sides.issues, ...body.issues, ...inRevision];
  if (card.id !== undefined && isNoteId(card.id)) {
    const base = { id: card.id, ...revision, tags: card.tags, place };
    const note: Note =
      item === 'card' ? { item, ...base, content: sides.content } : { item, ...base, content: body.content };
    return { notes: [note], nameless: [], issues };
  }
  const candidates = [card.id ?? '', ...candidatesOf(card, text), ...fallbacks];
  const snippet = (id: string) =>
    `:::card{#${id}${formatTagMark(card.tags)}${formatRevisionMark(card.revision)}}`;
  return { notes: [], nameless: [{ item, place, written: card.id, candidates, snippet }], issues };
}

const NOTHING = { content: undefined, issues: [] };

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

  const [cloze] = readClozes([...card.front, ...card.back]).clozes;
  if (cloze !== undefined && card.separators.length > 0) {
    issues.push(createIssue('cloze-with-separator', placeOfMark(cloze.mark, text, file), {}));
    return { content: undefined, issues };
  }
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
