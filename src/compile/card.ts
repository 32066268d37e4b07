import type { MdastNode } from 'satteri';
import { type RevisionMark, readRevisionMark } from './revision.ts';
import { splitTags } from './tag-list.ts';
import { isLabel, type NodeOf } from './tree.ts';

/** A card as an author marks it: `:::card{#id tags="…" rev=2 was="…"}` with a front, `***` and a back. */
export interface CardMark {
  readonly directive: NodeOf<'containerDirective'>;
  /** As written, not checked; `undefined` if there is none. */
  readonly id: string | undefined;
  /** As written, not checked. */
  readonly tags: readonly string[];
  readonly revision: RevisionMark;
  readonly front: readonly MdastNode[];
  /** The `***` lines; a good card has one. */
  readonly separators: readonly MdastNode[];
  /** Everything below the first separator. */
  readonly back: readonly MdastNode[];
}

/** The card of a `:::card` container, or `undefined` for any other node. */
export function readCard(node: MdastNode): CardMark | undefined {
  if (node.type !== 'containerDirective' || node.name !== 'card') return undefined;
  const { id, tags } = node.attributes ?? {};
  const body: readonly MdastNode[] = node.children.filter((child) => !isLabel(child));
  const separators = body.filter((child) => child.type === 'thematicBreak');
  const cut = body.findIndex((child) => child.type === 'thematicBreak');
  return {
    directive: node,
    id: id || undefined,
    tags: splitTags(tags),
    revision: readRevisionMark(node.attributes),
    front: cut < 0 ? body : body.slice(0, cut),
    separators,
    back: cut < 0 ? [] : body.slice(cut + 1),
  };
}
