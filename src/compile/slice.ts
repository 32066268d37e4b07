import type { MdastNode } from 'satteri';
import { childrenOf, endOf, isLabel, startOf, walk } from './tree.ts';

/**
 * The Markdown of neighbouring blocks as it stands in the text, without the indentation or quote marks of
 * what surrounds them (`indent` columns), and with the fences of containers inside them replaced by their labels.
 */
export function sliceBlocks(text: string, blocks: readonly MdastNode[], indent: number): string {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return '';
  const start = startOf(first);
  const replaced = fenceLines(blocks);
  return text
    .slice(start.offset - Math.max(0, start.column - 1 - indent), endOf(last).offset)
    .split('\n')
    .map((line, index) => replaced.get(start.line + index) ?? (index === 0 ? line : dedent(line, indent)))
    .join('\n');
}

function dedent(line: string, indent: number): string {
  let cut = 0;
  while (cut < indent && /[ \t>]/.test(line[cut] ?? '')) cut += 1;
  return line.slice(cut);
}

/** What to write on the lines that open and close containers, by line of the file. */
function fenceLines(blocks: readonly MdastNode[]): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const { node } of blocks.flatMap(walk)) {
    if (node.type !== 'containerDirective') continue;
    const label = childrenOf(node).find(isLabel);
    const words = label === undefined ? '' : labelSource(node, label);
    lines.set(startOf(node).line, words === '' ? '' : `**${words}**\n`);
    lines.set(endOf(node).line, '');
  }
  return lines;
}

function labelSource(container: MdastNode, label: MdastNode): string {
  if (startOf(label).line !== startOf(container).line) return '';
  return childrenOf(label)
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim();
}
