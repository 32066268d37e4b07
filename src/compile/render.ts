import type { RootContent } from 'mdast';
import { defineHastPlugin, defineMdastPlugin, type HastNode, type MdastNode, markdownToHtml } from 'satteri';
import { PREFIX } from '../format/prefix.ts';
import { ALIAS_DIVIDER, aliasesHtml, nameHtml } from '../format/term-html.ts';
import { childrenOf } from './tree.ts';

/** Where rendered Markdown will be shown from. */
export interface RenderContext {
  /** The site's base path, with or without slashes at its ends. */
  readonly base: string;
  /** The path of the page that the text comes from, without the base, e.g. `/en/heap/marking/`. */
  readonly page: string;
  /** Link definitions of the file, appended so that `[text][ref]` works in a part of it. */
  readonly definitions: string;
}

/**
 * Static HTML of a part of a lesson. Raw HTML is dropped, links and images are made independent of the page,
 * and every occurrence of a word to mask becomes `…`. `change` may replace the blocks before they are rendered.
 */
export function renderMarkdown(
  markdown: string,
  context: RenderContext,
  masked: readonly string[] = [],
  change?: ChangeBlocks,
): string {
  const source = `${markdown}\n\n${context.definitions}`;
  const { html } = markdownToHtml(source, {
    // Directives stay off: text such as `8080:80` would lose its second half.
    features: { gfm: { footnotes: false }, frontmatter: false, definitionList: true },
    mdastPlugins: change === undefined ? [] : [changeBlocks(change)],
    // A plugin that finds nothing costs several times as much as the rest.
    hastPlugins: [
      ...(source.includes('<') ? [dropRawHtml()] : []),
      ...(MAY_LINK.test(source) ? [resolveUrls(context)] : []),
      ...(masked.length > 0 ? [mask(masked)] : []),
    ],
  });
  return html.trim();
}

/** HTML of a term's name: text, code and emphasis only, so that no word of it is read as a block. */
export function renderName(label: MdastNode): string {
  return nameHtml(childrenOf(label).map(renderInline).join('').trim());
}

/** HTML of a term's other names, shown small below its name; empty if there are none. */
export function renderAliases(aliases: readonly string[]): string {
  if (aliases.length === 0) return '';
  return aliasesHtml(aliases.map(escapeHtml).join(ALIAS_DIVIDER));
}

// Brackets, and what GFM takes for an address by itself, written with entities too.
const MAY_LINK = /[[<@&]|:\/\/|www\./i;
const ORIGIN = 'https://course.invalid';
const EXTERNAL = new Set(['https:', 'http:', 'mailto:', 'tel:']);

type ChangeBlocks = (blocks: readonly MdastNode[]) => MdastNode[];

function changeBlocks(change: ChangeBlocks) {
  return defineMdastPlugin({
    name: `${PREFIX}-change-blocks`,
    before(root, context) {
      context.replaceNode(root, { type: 'root', children: change(root.children) as RootContent[] });
    },
  });
}

function dropRawHtml() {
  return defineHastPlugin({
    name: `${PREFIX}-drop-raw-html`,
    raw(node, context) {
      const value = node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '');
      context.replaceNode(node, { type: 'text', value });
    },
  });
}

function resolveUrls({ base, page }: RenderContext) {
  return defineHastPlugin({
    name: `${PREFIX}-resolve-urls`,
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const key = node.tagName === 'a' ? 'href' : 'src';
        const resolved = resolveUrl(String(node.properties[key] ?? ''), base, page);
        context.setProperty(node, key, resolved?.url);
        if (key === 'href' && resolved?.external) context.setProperty(node, 'rel', ['noopener']);
      },
    },
  });
}

/** A path from the site's root with its base path in front. */
function withBase(base: string, path: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? path : `/${trimmed}${path}`;
}

/** `undefined` for what must not be a link, such as `javascript:`. */
function resolveUrl(
  written: string,
  base: string,
  page: string,
): { url: string; external: boolean } | undefined {
  if (!URL.canParse(written, ORIGIN + page)) return undefined;
  const url = new URL(written, ORIGIN + page);
  if (url.origin === ORIGIN)
    return { url: withBase(base, url.pathname + url.search + url.hash), external: false };
  return EXTERNAL.has(url.protocol) ? { url: url.href, external: true } : undefined;
}

function mask(words: readonly string[]) {
  // Few definitions say what they define, and a pattern takes longer to make than to use.
  const beginnings = words.map((word) => word.toLowerCase().split(/\s/)[0] ?? '');
  let pattern: RegExp | undefined;
  return defineHastPlugin({
    name: `${PREFIX}-mask`,
    text(node, context) {
      const lower = node.value.toLowerCase();
      if (!beginnings.some((beginning) => lower.includes(beginning))) return;
      pattern ??= maskPattern(words);
      const parts = node.value.split(pattern);
      if (parts.length === 1) return;
      const nodes = parts.flatMap((part, index): HastNode[] => {
        const text: HastNode = { type: 'text', value: part };
        return index === 0 ? [text] : [MASK, text];
      });
      context.replaceNode(node, nodes);
    },
  });
}

const MASK: HastNode = {
  type: 'element',
  tagName: 'span',
  properties: { className: [`${PREFIX}-mask`] },
  children: [{ type: 'text', value: '…' }],
};

/** Whole words for Latin script, also in the plural; any place for scripts without spaces. */
function maskPattern(words: readonly string[]): RegExp {
  const alternatives = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const body = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
      const head = /^[a-z0-9]/i.test(word) ? '(?<![a-z0-9])' : '';
      const tail = /[a-z0-9]$/i.test(word) ? '(?:e?s)?(?![a-z0-9])' : '';
      return head + body + tail;
    });
  return new RegExp(alternatives.join('|'), 'gi');
}

function renderInline(node: MdastNode): string {
  const inside = () => childrenOf(node).map(renderInline).join('');
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'inlineCode') return `<code>${escapeHtml(node.value)}</code>`;
  if (node.type === 'strong') return `<strong>${inside()}</strong>`;
  if (node.type === 'emphasis') return `<em>${inside()}</em>`;
  return inside();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
