import type { Issue } from '../format/issue.ts';
import type { CardMark } from './card.ts';
import { type ClozeMark, labelOf, placeOfMark, readClozes } from './cloze.ts';
import { checkFace, checkHeadings } from './faces.ts';
import { createIssue, formatPlace, type Place } from './issue.ts';
import type { ClozeContent } from './note.ts';
import { isNoteId, proposeId, slugify } from './note-id.ts';
import { sliceBlocks } from './slice.ts';
import { plainText, startOf } from './tree.ts';

/** The body of a card of clozes with its mistakes; no content where one of them leaves unclear what to ask. */
export function readClozeBody(
  card: CardMark,
  text: string,
  { file }: Place,
): { content: ClozeContent | undefined; issues: Issue[] } {
  const blocks = card.front;
  const headings = checkHeadings(card.directive, text, file);
  const issues = [...blocks.flatMap((block) => checkFace(block, text, file)), ...headings];
  const { clozes, strays } = readClozes(blocks);
  issues.push(...strays.map((mark) => createIssue('unclosed-cloze', placeOfMark(mark, text, file), {})));
  const placed = clozes.map((cloze) => ({ cloze, place: placeOfMark(cloze.mark, text, file) }));
  const labelling = checkLabels(placed, file);
  issues.push(...labelling);
  if (headings.length + strays.length + labelling.length > 0) return { content: undefined, issues };
  const content = {
    body: sliceBlocks(text, blocks, startOf(card.directive).column - 1),
    clozes: placed.map(({ cloze, place }) => ({ label: labelOf(cloze), place })),
  };
  return { content, issues };
}

interface PlacedCloze {
  readonly cloze: ClozeMark;
  readonly place: Place;
}

function checkLabels(placed: readonly PlacedCloze[], file: string): Issue[] {
  const bare = placed.find(({ cloze }) => cloze.label === undefined);
  if (bare !== undefined && placed.length > 1) {
    const snippet = labelled(
      placed.map(({ cloze }) => cloze),
      file,
    );
    return [createIssue('unlabelled-cloze', bare.place, { snippet })];
  }
  const seen = new Map<string, Place>();
  const taken = new Set(placed.flatMap(({ cloze }) => cloze.label ?? []));
  return placed.flatMap(({ cloze, place }): Issue[] => {
    const label = labelOf(cloze);
    if (!isNoteId(label)) {
      const proposal = proposeId([label, wordsOf(cloze), 'cloze'], taken);
      return [createIssue('malformed-id', place, { id: label, proposal })];
    }
    const other = seen.get(label);
    if (other !== undefined) {
      const details = {
        id: label,
        other: formatPlace(other),
        proposal: proposeId([label, `cloze-${label}`], taken),
      };
      return [createIssue('duplicate-id', place, details)];
    }
    seen.set(label, place);
    return [];
  });
}

/** The clozes as they would be written with a label each. */
function labelled(clozes: readonly ClozeMark[], file: string): string {
  const taken = new Set(clozes.flatMap(({ label }) => label ?? []));
  return clozes
    .map((cloze, index) => {
      const label = cloze.label ?? proposeId([wordsOf(cloze), `c${index + 1}`], taken);
      taken.add(label);
      const hint = cloze.hint === undefined ? '' : `[${cloze.hint}]`;
      // In MDX a brace begins an expression.
      const brace = file.endsWith('.mdx') ? '\\{' : '{';
      return `==${cloze.children.map(plainText).join('')}==${hint}${brace}#${label}}`;
    })
    .join(' … ');
}

/** The ASCII words of a cloze, as a label. */
function wordsOf(cloze: ClozeMark): string {
  return slugify(cloze.children.map(plainText).join(''), 3);
}
