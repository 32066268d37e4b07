import type { MdastNode } from 'satteri';
import type { Issue } from '../format/issue.ts';
import { checkFace } from './faces.ts';
import { createIssue, placeOf } from './issue.ts';
import type { FoundNotes, NamelessNote, TermContent, TermNote } from './note.ts';
import { isNoteId, slugify } from './note-id.ts';
import { renderName } from './render.ts';
import { formatRevisionMark, parseRevision } from './revision.ts';
import { sliceBlocks } from './slice.ts';
import { formatTagMark } from './tag-list.ts';
import { readTerm, type TermMark } from './term.ts';
import { hasContent, type NodeOf, startOf } from './tree.ts';

/** The marked terms of a definition list as notes, or as nameless ones, with their mistakes. */
export function termNotes(
  list: NodeOf<'descriptionList'>,
  text: string,
  file: string,
  lessonName: string,
): FoundNotes {
  const notes: TermNote[] = [];
  const nameless: NamelessNote[] = [];
  const issues: Issue[] = [];
  for (const [term, details] of pairs(list)) {
    const place = placeOf(file, term.directive);
    const blocks = details.flatMap((detail): MdastNode[] => detail.children);
    issues.push(...blocks.flatMap((block) => checkFace(block, text, file)));
    const side = missingSide(term, blocks);
    if (side !== undefined) issues.push(createIssue('empty-side', place, { item: 'term', side }));
    const { revision, issues: inRevision } = parseRevision(term.revision, place);
    issues.push(...inRevision);
    if (term.id !== undefined && isNoteId(term.id)) {
      const content = side === undefined ? contentOf(term, details, text) : undefined;
      notes.push({ item: 'term', id: term.id, ...revision, tags: term.tags, place, content });
      continue;
    }
    const names = [term.name, ...term.aliases].sort((a, b) => slugify(b).length - slugify(a).length);
    const candidates = [term.id ?? '', ...names, `${lessonName} term`];
    nameless.push({ item: 'term', place, written: term.id, candidates, snippet: snippetOf(term) });
  }
  return { notes, nameless, issues };
}

type Details = NodeOf<'descriptionDetails'>;

/** Each term of a definition list with the definitions that follow it. */
function pairs(list: NodeOf<'descriptionList'>): [TermMark, Details[]][] {
  const found: [TermMark, Details[]][] = [];
  let current: Details[] = [];
  for (const child of list.children) {
    if (child.type === 'descriptionDetails') {
      current.push(child);
      continue;
    }
    current = [];
    const term = readTerm(child);
    if (term !== undefined) found.push([term, current]);
  }
  return found;
}

function missingSide(term: TermMark, blocks: readonly MdastNode[]): 'name' | 'definition' | undefined {
  if (term.name === '') return 'name';
  return blocks.some(hasContent) ? undefined : 'definition';
}

function contentOf(term: TermMark, details: readonly Details[], text: string): TermContent {
  const definition = details
    // The colon and the space after it indent the definition by two columns.
    .map((detail) => sliceBlocks(text, detail.children, startOf(detail).column + 1))
    .join('\n\n');
  const { name, aliases, isPlain } = term;
  return { name, nameHtml: renderName(term.directive), aliases, definition, isPlain };
}

function snippetOf(term: TermMark): (id: string) => string {
  const aliases = term.aliases.length === 0 ? '' : ` alias="${term.aliases.join(', ')}"`;
  const rest = aliases + formatTagMark(term.tags) + formatRevisionMark(term.revision);
  return (id) => `:term[${term.name}]{#${id}${rest}}`;
}
