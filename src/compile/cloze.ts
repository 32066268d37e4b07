import type { MdastNode } from 'satteri';
import { PREFIX } from '../format/prefix.ts';
import type { CardMark } from './card.ts';
import type { Place } from './issue.ts';
import { childrenOf, endOf, type NodeOf, startOf } from './tree.ts';

/** A part of a card that is to be recalled, as an author marks it: `==text==[hint]{#label}`. */
export interface ClozeMark {
  /** As written, not checked; `undefined` if there is none. */
  readonly label: string | undefined;
  /** Plain text; `undefined` if there is none. */
  readonly hint: string | undefined;
  readonly children: readonly MdastNode[];
  readonly mark: Mark;
}

/** One `==`: the text it stands in, and how many stand before it there. */
export interface Mark {
  readonly text: NodeOf<'text'>;
  readonly ordinal: number;
}

/** The clozes of some blocks in the order of the text, and the `==` that have no partner. */
export function readClozes(blocks: readonly MdastNode[]): {
  clozes: readonly ClozeMark[];
  strays: readonly Mark[];
} {
  const clozes: ClozeMark[] = [];
  const strays: Mark[] = [];
  for (const block of blocks) {
    const split = splitClozes(childrenOf(block));
    strays.push(...split.strays);
    for (const item of split.items) {
      if (isCloze(item)) clozes.push(item);
      const inner = readClozes(isCloze(item) ? item.children : [item]);
      clozes.push(...inner.clozes);
      strays.push(...inner.strays);
    }
  }
  return { clozes, strays };
}

/** Where a `==` stands in its file. */
export function placeOfMark({ text: node, ordinal }: Mark, text: string, file: string): Place {
  const { offset, line, column } = startOf(node);
  const source = text.slice(offset, endOf(node).offset);
  const at = [...source.matchAll(new RegExp(MARK, 'g'))][ordinal]?.index ?? 0;
  const above = source.slice(0, at).split('\n');
  const last = above.at(-1) ?? '';
  return { file, line: line + above.length - 1, column: above.length === 1 ? column + at : last.length + 1 };
}

/** Whether a card is one of clozes: without a separator, and with something to recall. */
export function isClozeCard({ front, separators }: CardMark): boolean {
  return separators.length === 0 && readClozes(front).clozes.length > 0;
}

/** The label of a cloze; one that stands alone in its card needs none. */
export function labelOf({ label }: ClozeMark): string {
  return label ?? LONE_LABEL;
}

/** The blocks with the clozes of a label, or all of them, left blank; the others are shown as text. */
export function hideClozes(blocks: readonly MdastNode[], label?: string): MdastNode[] {
  return replaceClozes(blocks, (cloze) => {
    if (label !== undefined && labelOf(cloze) !== label) return cloze.children;
    const words: MdastNode = { type: 'text', value: cloze.hint ?? '…' };
    return [renderedAs('span', { class: `${PREFIX}-blank` }, [words])];
  });
}

/** The blocks with the clozes of a label, or all of them, marked; the others are shown as text. */
export function markClozes(blocks: readonly MdastNode[], label?: string): MdastNode[] {
  return replaceClozes(blocks, (cloze) =>
    label !== undefined && labelOf(cloze) !== label
      ? cloze.children
      : [renderedAs('mark', {}, cloze.children)],
  );
}

const LONE_LABEL = 'cloze';

function replaceClozes(
  blocks: readonly MdastNode[],
  replace: (cloze: ClozeMark) => readonly MdastNode[],
): MdastNode[] {
  return blocks.map((block) => {
    const { items } = splitClozes(childrenOf(block));
    if (items.length === 0) return block;
    const children = items.flatMap((item) => replaceClozes(isCloze(item) ? replace(item) : [item], replace));
    return { ...block, children } as MdastNode;
  });
}

/** Emphasis that becomes another element, since Markdown has no node for it. */
function renderedAs(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: readonly MdastNode[],
): MdastNode {
  const data = { hName: tagName, hProperties: properties };
  return { type: 'emphasis', data, children: [...children] } as MdastNode;
}

function isCloze(item: MdastNode | ClozeMark): item is ClozeMark {
  return 'mark' in item;
}

/** The children of one node with the clozes among them joined. */
function splitClozes(children: readonly MdastNode[]): {
  items: (MdastNode | ClozeMark)[];
  strays: readonly Mark[];
} {
  const items: (MdastNode | ClozeMark)[] = [];
  const strays: Mark[] = [];
  let open: { mark: Mark; from: number } | undefined;
  for (const child of foldText(children)) {
    if (child.type !== 'text') {
      items.push(child);
      continue;
    }
    let rest = child.value;
    for (let ordinal = 0; ; ordinal += 1) {
      const at = rest.search(MARK);
      const text = at < 0 ? rest : rest.slice(0, at);
      if (text !== '') items.push({ ...child, value: text });
      if (at < 0) break;
      rest = rest.slice(at + 2);
      const mark = { text: child, ordinal };
      if (open !== undefined && items.length > open.from && /\S|^$/.test(text.at(-1) ?? '')) {
        const [suffix, hint, label] = SUFFIX.exec(rest) ?? [''];
        const inside = items.splice(open.from) as MdastNode[];
        items.push({ label: label || undefined, hint: hint || undefined, children: inside, mark: open.mark });
        open = undefined;
        rest = rest.slice(suffix.length);
      } else if (open === undefined && /^(?:\S|$)/.test(rest)) {
        open = { mark, from: items.length };
      } else {
        strays.push(mark);
        items.push({ ...child, value: '==' });
      }
    }
  }
  if (open !== undefined) {
    strays.push(open.mark);
    items.splice(open.from, 0, { ...open.mark.text, value: '==' });
  }
  return { items, strays };
}

const MARK = /(?<!=)==(?!=)/;
const SUFFIX = /^(?:\[([^\]]*)\])?(?:\{#([^{}]*)\})?/;

/** Neighbouring texts as one. A bare text directive, such as the `:80` of `8080:80`, is text, too. */
function foldText(children: readonly MdastNode[]): MdastNode[] {
  const folded: MdastNode[] = [];
  for (const child of children) {
    const text = asText(child);
    const last = folded.at(-1);
    if (text === undefined || last?.type !== 'text') {
      folded.push(text ?? child);
      continue;
    }
    const joined: MdastNode = { type: 'text', value: last.value + text.value };
    if (last.position && text.position) {
      joined.position = { start: last.position.start, end: text.position.end };
    }
    folded[folded.length - 1] = joined;
  }
  return folded;
}

function asText(node: MdastNode): NodeOf<'text'> | undefined {
  if (node.type === 'text') return node;
  if (node.type !== 'textDirective') return undefined;
  const isBare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
  return isBare ? { ...node, type: 'text', value: `:${node.name}` } : undefined;
}
