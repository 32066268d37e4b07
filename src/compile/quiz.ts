import type { MdastNode } from 'satteri';
import type { NodeOf } from './tree.ts';

/** A quiz as an author shows it in a lesson: `::quiz{#id}`. */
export interface QuizEmbed {
  readonly directive: NodeOf<'leafDirective'>;
  /** As written, not checked; `undefined` if there is none. */
  readonly id: string | undefined;
}

/** The quiz of a `::quiz` line, or `undefined` for any other node. */
export function readQuizEmbed(node: MdastNode): QuizEmbed | undefined {
  if (node.type !== 'leafDirective' || node.name !== 'quiz') return undefined;
  const { id } = node.attributes ?? {};
  return { directive: node, id: id || undefined };
}
