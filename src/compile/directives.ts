import type { MdastNode } from 'satteri';
import type { Issue } from '../format/issue.ts';
import { createIssue, type Place, placeOf } from './issue.ts';
import { nearest } from './nearest.ts';
import {
  childrenOf,
  type Directive,
  endOf,
  isDirective,
  isLabel,
  type NodeOf,
  startOf,
  type Visit,
} from './tree.ts';

/** Issues of every directive of a file: its name, form, attributes and closing line. */
export function checkDirectives(visits: readonly Visit[], text: string, file: string): Issue[] {
  return visits.flatMap(({ node, ancestors }) => {
    const place = placeOf(file, node);
    if (isDirective(node)) return checkDirective(node, text, place);
    const parent = ancestors.at(-1);
    if (node.type === 'text' && parent?.type === 'paragraph' && !isLabel(parent))
      return checkFences(node, ancestors, text, place);
    return [];
  });
}

/** Whether a container runs to the end of what holds it because its closing line is missing. */
export function isUnclosed(node: NodeOf<'containerDirective'>, text: string): boolean {
  const lastLine = text.slice(text.lastIndexOf('\n', endOf(node).offset - 1) + 1, endOf(node).offset);
  const children = childrenOf(node);
  const contentEnd = Math.max(startOf(node).line, ...children.map((child) => endOf(child).line));
  return endOf(node).line <= contentEnd || !/^[\s>]*:{3,}\s*$/.test(lastLine);
}

/** The source of a directive's opening, e.g. `:::card{#id}`. */
export function openingOf(node: Directive, text: string): string {
  const source = text.slice(startOf(node).offset, endOf(node).offset);
  return (node.type === 'textDirective' ? source : (source.split('\n')[0] ?? '')).trim();
}

const FORMS: Readonly<Record<string, Directive['type']>> = {
  card: 'containerDirective',
  caution: 'containerDirective',
  danger: 'containerDirective',
  facts: 'leafDirective',
  figure: 'leafDirective',
  note: 'containerDirective',
  quiz: 'leafDirective',
  sources: 'containerDirective',
  term: 'textDirective',
  tip: 'containerDirective',
};

const COLONS = { containerDirective: ':::', leafDirective: '::', textDirective: ':' } as const;

/** Attributes of our own directives; those of others are theirs to check. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  card: ['id', 'tags', 'rev', 'was'],
  facts: ['id'],
  figure: ['id'],
  quiz: ['id'],
  sources: ['id'],
  term: ['id', 'alias', 'plain', 'tags', 'rev', 'was'],
};

function checkDirective(node: Directive, text: string, place: Place): Issue[] {
  const attributes = Object.keys(node.attributes ?? {});
  if (node.type === 'textDirective' && attributes.length === 0 && node.children.length === 0)
    return checkBareDirective(node, text, place);

  const source = COLONS[node.type] + node.name;
  const form = FORMS[node.name];
  if (form === undefined) {
    const near = nearest(node.name, Object.keys(FORMS));
    const written = near === undefined ? undefined : COLONS[FORMS[near] ?? node.type] + near;
    return [
      createIssue('unknown-directive', place, {
        source,
        near: written,
        inText: node.type === 'textDirective',
      }),
    ];
  }
  if (form !== node.type) {
    return [createIssue('wrong-directive-form', place, { source, expected: COLONS[form] + node.name })];
  }
  const known = ATTRIBUTES[node.name];
  const issues = attributes
    .filter((attribute) => known !== undefined && !known.includes(attribute))
    .map((attribute) => {
      const near = nearest(attribute, known ?? []);
      return createIssue('unknown-attribute', place, {
        directive: source,
        attribute,
        known: known ?? [],
        near,
      });
    });
  if (node.type === 'containerDirective' && isUnclosed(node, text)) {
    // The parser (satteri 0.10.5) overlooks the closing line of a container that holds a definition list.
    const hasDefinitions = childrenOf(node).some((child) => child.type === 'descriptionList');
    const opening = openingOf(node, text);
    issues.push(createIssue('unclosed-directive', place, { source: opening, hasDefinitions }));
  }
  return issues;
}

/** A time, a port or an image tag is shown as it was written; only a misspelt name of ours is none of these. */
function checkBareDirective(node: NodeOf<'textDirective'>, text: string, place: Place): Issue[] {
  if (/[^\s([{（“「，。、；：]/.test(text[startOf(node).offset - 1] ?? ' ')) return [];
  const ours = Object.keys(FORMS).filter((name) => FORMS[name] === 'textDirective');
  const near = ours.includes(node.name) ? undefined : nearest(node.name, ours);
  if (near === undefined) return [];
  return [createIssue('stray-directive', place, { source: `:${node.name}`, near: `:${near}` })];
}

function isUnclosedContainer(node: MdastNode, text: string): boolean {
  return node.type === 'containerDirective' && isUnclosed(node, text);
}

/** Lines of a paragraph that begin with `:::`, which the parser did not take for a fence. */
function checkFences(
  node: NodeOf<'text'>,
  ancestors: readonly MdastNode[],
  text: string,
  place: Place,
): Issue[] {
  const { offset, line } = startOf(node);
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const source = before + text.slice(offset, endOf(node).offset);
  return source.split('\n').flatMap((row, index) => {
    const fence = /^([\s>]*)(:{3,}.*?)\s*$/.exec(row);
    if (fence === null) return [];
    const [, indent = '', written = ''] = fence;
    // A closing line below another mistake would only repeat it.
    const isClosing = /^:+$/.test(written);
    if (isClosing && (index > 0 || ancestors.some((ancestor) => isUnclosedContainer(ancestor, text))))
      return [];
    const at = { ...place, line: line + index, column: indent.length + 1 };
    return [createIssue('malformed-fence', at, { source: written })];
  });
}
