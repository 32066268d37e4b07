import type { MdastNode } from 'satteri';
import type { NodeOf } from '../tree.ts';

/** A fact table as an author shows it in a lesson: `::facts{#id}`. */
export interface FactsEmbed {
  readonly directive: NodeOf<'leafDirective'>;
  /** As written, not checked; `undefined` if there is none. */
  readonly id: string | undefined;
}

/** The fact table of a `::facts` line, or `undefined` for any other node. */
export function readFactsEmbed(node: MdastNode): FactsEmbed | undefined {
  if (node.type !== 'leafDirective' || node.name !== 'facts') return undefined;
  const { id } = node.attributes ?? {};
  return { directive: node, id: id || undefined };
}
