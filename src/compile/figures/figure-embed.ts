import type { MdastNode } from 'satteri';
import type { NodeOf } from '../tree.ts';

/** A figure as an author shows it in a page: `::figure[caption]{#id}`, its caption being the children. */
export interface FigureEmbed {
  readonly directive: NodeOf<'leafDirective'>;
  /** As written, not checked; `undefined` if there is none. */
  readonly id: string | undefined;
}

/** The figure of a `::figure` line, or `undefined` for any other node. */
export function readFigureEmbed(node: MdastNode): FigureEmbed | undefined {
  if (node.type !== 'leafDirective' || node.name !== 'figure') return undefined;
  const { id } = node.attributes ?? {};
  return { directive: node, id: id || undefined };
}
