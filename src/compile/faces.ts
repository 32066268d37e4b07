import type { MdastNode } from 'satteri';
import type { Issue } from '../format/issue.ts';
import { createIssue, placeOf } from './issue.ts';
import { endOf, startOf, walk } from './tree.ts';

/** Issues of what a flashcard cannot show: raw HTML, components, and images without a fixed address. */
export function checkFace(block: MdastNode, text: string, file: string): Issue[] {
  return walk(block).flatMap(({ node }) => {
    const place = placeOf(file, node);
    if (node.type === 'image' && !/^\/(?!\/)/.test(node.url)) {
      return [createIssue('unsupported-image', place, { url: node.url })];
    }
    if (!RAW.has(node.type)) return [];
    const [source = ''] = text.slice(startOf(node).offset, endOf(node).offset).split('\n');
    // A closing tag would repeat its opening one, and a comment is not for readers anyway.
    if (/^<(?:\/|!--)/.test(source)) return [];
    return [createIssue('html-in-card', place, { source: source.trim() })];
  });
}

/** Issues of the headings in a card, most of which come of `---` written for `***`. */
export function checkHeadings(card: MdastNode, text: string, file: string): Issue[] {
  return walk(card).flatMap(({ node }) => {
    if (node.type !== 'heading' && node.type !== 'thematicBreak') return [];
    const source = text.slice(startOf(node).offset, endOf(node).offset);
    const lastLine = source.slice(source.lastIndexOf('\n') + 1);
    const isDashes =
      /^[\s>]*-[\s-]*$/.test(lastLine) && (node.type === 'thematicBreak' || source.includes('\n'));
    if (isDashes) {
      const lineStart = text.lastIndexOf('\n', endOf(node).offset - 1) + 1;
      const column = text.slice(lineStart).search(/-/) + 1;
      return [createIssue('heading-in-card', { file, line: endOf(node).line, column }, { mark: 'dashes' })];
    }
    if (node.type === 'thematicBreak') return [];
    return [createIssue('heading-in-card', placeOf(file, node), { mark: 'heading' })];
  });
}

const RAW = new Set<string>([
  'html',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
]);
