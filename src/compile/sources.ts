import type { MdastNode } from 'satteri';
import { type NodeOf, walk } from './tree.ts';

/** A lesson's list of sources: `:::sources` with links. */
export interface SourcesMark {
  readonly directive: NodeOf<'containerDirective'>;
  readonly links: readonly NodeOf<'link'>[];
}

/** The sources of a `:::sources` container, or `undefined` for any other node. */
export function readSources(node: MdastNode): SourcesMark | undefined {
  if (node.type !== 'containerDirective' || node.name !== 'sources') return undefined;
  const links = walk(node).flatMap((visit) => (visit.node.type === 'link' ? [visit.node] : []));
  return { directive: node, links };
}
