import type { MdastNode } from 'satteri';
import { type RevisionMark, readRevisionMark } from './revision.ts';
import { splitTags } from './tag-list.ts';
import { type NodeOf, plainText } from './tree.ts';

/** A term as an author marks it: `:term[name]{#id alias="…" tags="…"}`. */
export interface TermMark {
  readonly directive: NodeOf<'textDirective'>;
  /** As written, not checked; `undefined` if there is none. */
  readonly id: string | undefined;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Marked `plain`: a word so common that other lessons do not link it. */
  readonly isPlain: boolean;
  /** As written, not checked. */
  readonly tags: readonly string[];
  readonly revision: RevisionMark;
}

/** The term of a definition list's term line that holds nothing else, or `undefined`. */
export function readTerm(node: MdastNode): TermMark | undefined {
  if (node.type !== 'descriptionTerm') return undefined;
  const [directive, ...others] = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return directive !== undefined && others.length === 0 ? readTermDirective(directive) : undefined;
}

/** The term of a `:term` directive wherever it stands; a bare `:term` in prose is not one. */
export function readTermDirective(node: MdastNode): TermMark | undefined {
  if (node.type !== 'textDirective' || node.name !== 'term') return undefined;
  const { id, alias, plain, tags } = node.attributes ?? {};
  if (node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0) return undefined;
  const name = plainText(node).replace(/\s+/g, ' ').trim();
  return {
    directive: node,
    id: id || undefined,
    name,
    aliases: splitAliases(alias ?? '').filter((part) => part !== name),
    isPlain: plain !== undefined && plain !== null,
    tags: splitTags(tags),
    revision: readRevisionMark(node.attributes),
  };
}

/** Aliases are separated by a comma of either script or `、`. */
function splitAliases(text: string): readonly string[] {
  const parts = text.split(/[,，、]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
