import type { MdastNode } from 'satteri';
import { readCard } from './card.ts';
import { readFigureEmbed } from './figures/figure-embed.ts';
import { readSources } from './sources.ts';
import { childrenOf } from './tree.ts';

/**
 * The length of a lesson's prose, without cards, sources and code blocks: one for every character of a script
 * without spaces, and one for every word of any other script.
 */
export function measureProse(root: MdastNode): number {
  return proseOf(root).match(UNITS)?.length ?? 0;
}

/** How many figures a text shows: figures of the course, images, drawings, and code blocks in a language that draws. */
export function countFigures(root: MdastNode): number {
  const own = isFigure(root) ? 1 : 0;
  return childrenOf(root).reduce((sum, child) => sum + countFigures(child), own);
}

const SPACELESS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const UNITS = new RegExp(
  `[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}]|[’'.-](?=[\\p{L}\\p{N}]))+`,
  'gu',
);

function proseOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (readCard(node) !== undefined || readSources(node) !== undefined) return '';
  const inside = childrenOf(node).map(proseOf);
  // Neighbouring blocks never share a word; neighbouring inline parts may.
  return inside.join(holdsBlocks(node) ? ' ' : '');
}

function holdsBlocks(node: MdastNode): boolean {
  return childrenOf(node).some((child) => child.type !== 'text' && !INLINE.has(child.type));
}

const INLINE = new Set<string>([
  'break',
  'delete',
  'emphasis',
  'image',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'textDirective',
]);

function isFigure(node: MdastNode): boolean {
  if (readFigureEmbed(node) !== undefined) return true;
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type === 'code') return /^(?:mermaid|d2|dot|plantuml)$/.test(node.lang ?? '');
  if (node.type === 'html') return DRAWN.test(node.value);
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && DRAWN.test(`<${node.name} `)
  );
}

const DRAWN = /^\s*<(?:figure|svg|img|picture|\w*(?:Figure|Diagram|Image))[\s>/]/;
