import type { MdastNode } from 'satteri';

/** A node of one type of the Markdown tree. */
export type NodeOf<T extends MdastNode['type']> = Extract<MdastNode, { type: T }>;

/** Any directive: container `:::x`, leaf `::x` or text `:x`. */
export type Directive = NodeOf<'containerDirective' | 'leafDirective' | 'textDirective'>;

/** A place in a file: line and column from 1, offset from 0, all in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A node with its ancestors, the nearest last. */
export interface Visit {
  readonly node: MdastNode;
  readonly ancestors: readonly MdastNode[];
}

/** The children of a node, none for a leaf. */
export function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

/** Every node below and including the given one, in the order of the text. */
export function walk(root: MdastNode): Visit[] {
  const visits: Visit[] = [];
  collect(root, [], visits);
  return visits;
}

/** The words of a node and all below it, without markup. */
export function plainText(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  return childrenOf(node).map(plainText).join('');
}

/** Where a node starts. */
export function startOf(node: MdastNode): Point {
  return toPoint(node.position?.start);
}

/** Where a node ends, just after its last character. */
export function endOf(node: MdastNode): Point {
  return toPoint(node.position?.end);
}

/** Whether a node shows something: text, code, an image or a formula. */
export function hasContent(node: MdastNode): boolean {
  return SHOWN.has(node.type) || plainText(node).trim() !== '' || childrenOf(node).some(hasContent);
}

/** Whether a node is a directive of any form. */
export function isDirective(node: MdastNode): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

/** The label of a container, which the parser keeps as a marked first paragraph. */
export function isLabel(node: MdastNode): boolean {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

const SHOWN = new Set<string>(['image', 'imageReference', 'math', 'inlineMath']);

function collect(node: MdastNode, ancestors: readonly MdastNode[], visits: Visit[]): void {
  visits.push({ node, ancestors });
  const children = childrenOf(node);
  if (children.length === 0) return;
  const path = [...ancestors, node];
  for (const child of children) collect(child, path, visits);
}

function toPoint(point: { line: number; column: number; offset?: number | undefined } | undefined): Point {
  return { line: point?.line ?? 1, column: point?.column ?? 1, offset: point?.offset ?? 0 };
}
