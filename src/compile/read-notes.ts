import type { MdastNode } from 'satteri';
import { readCard } from './card.ts';
import { cardNote } from './card-note.ts';
import { isUnclosed } from './directives.ts';
import { createIssue, placeOf } from './issue.ts';
import type { FoundNotes } from './note.ts';
import { readTerm, readTermDirective } from './term.ts';
import { termNotes } from './term-note.ts';
import { endOf, plainText, startOf, type Visit } from './tree.ts';

/**
 * The terms and cards of a file in the order of the text, and the mistakes in them. `lessonName` is what ids
 * are proposed from when nothing nearer is in ASCII.
 */
export function readNotes(
  visits: readonly Visit[],
  text: string,
  file: string,
  lessonName: string,
): FoundNotes {
  const parts: FoundNotes[] = [];
  let heading = '';
  for (const visit of visits) {
    const { node, ancestors } = visit;
    if (ancestors.some((ancestor) => isClosedCard(ancestor, text))) {
      parts.push(nestedItem(visit, file));
      continue;
    }
    if (node.type === 'heading') heading = plainText(node);
    if (node.type === 'descriptionList') parts.push(termNotes(node, text, file, lessonName));
    if (node.type === 'textDirective') parts.push(strayTerm(visit, text, file));
    const card = readCard(node);
    if (card !== undefined) parts.push(cardNote(card, text, file, [heading, `${lessonName} card`]));
  }
  return {
    notes: parts.flatMap(({ notes }) => notes),
    nameless: parts.flatMap(({ nameless }) => nameless),
    issues: parts.flatMap(({ issues }) => issues),
  };
}

const NOTHING: FoundNotes = { notes: [], nameless: [], issues: [] };

/** An unclosed card holds by mistake what stands below it. */
function isClosedCard(node: MdastNode, text: string): boolean {
  const card = readCard(node);
  return card !== undefined && !isUnclosed(card.directive, text);
}

function nestedItem({ node }: Visit, file: string): FoundNotes {
  const isCard = readCard(node) !== undefined;
  if (!isCard && readTermDirective(node) === undefined) return NOTHING;
  const issue = createIssue('item-in-card', placeOf(file, node), { item: isCard ? 'card' : 'term' });
  return { ...NOTHING, issues: [issue] };
}

function strayTerm({ node, ancestors }: Visit, text: string, file: string): FoundNotes {
  const parent = ancestors.at(-1);
  const isStray = readTermDirective(node) !== undefined && (!parent || readTerm(parent) === undefined);
  if (!isStray) return NOTHING;
  const source = text.slice(startOf(node).offset, endOf(node).offset);
  const issue = createIssue('term-outside-definition-list', placeOf(file, node), { source });
  return { ...NOTHING, issues: [issue] };
}
