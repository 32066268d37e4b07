import { FIGURE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { Locale } from '../../format/locale.ts';
import type { AuthoredFigure } from './parse-figure.ts';
import type { SvgNode } from './svg-reader.ts';

/**
 * A figure in one locale as one `<svg>` element of HTML, with the elements of other locales left out. Every id in it
 * begins with that of the figure, so that several figures may share a page.
 */
export function renderFigure({ id, root }: AuthoredFigure, locale: Locale): string {
  const anchor = FIGURE_ANCHOR_PREFIX + id;
  const box = (root.attributes.find(({ name }) => name === 'viewBox')?.value ?? '').trim().split(/[\s,]+/);
  const shown = root.children
    .map((child) => renderNode(child, { anchor, locale, keepsText: false }))
    .join('');
  const attributes = {
    viewBox: box.join(' '),
    role: 'img',
    'aria-labelledby': `${anchor}-title`,
    'aria-describedby': `${anchor}-desc`,
    // Letters and lines are as large in every figure, whatever the units it is drawn in.
    style: `--figure-width:${box[2]}`,
  };
  return `<svg${renderAttributes(attributes)}>${renderHeads(shown, anchor, Number(box[2]))}${shown}</svg>`;
}

interface RenderScope {
  readonly anchor: string;
  readonly locale: Locale;
  readonly keepsText: boolean;
}

/** The tones that arrows and their heads can have. */
const TONES = ['accent', 'amber', 'muted'];

function renderNode(node: SvgNode, scope: RenderScope): string {
  if (node.type === 'text') return scope.keepsText ? escapeMarkup(node.value.replace(/\s+/g, ' ')) : '';
  const { name } = node;
  const written = new Map(node.attributes.map((attribute) => [attribute.name, attribute.value]));
  const lang = written.get('lang');
  if (lang !== undefined && lang !== scope.locale) return '';
  written.delete('lang');
  const attributes = {
    ...Object.fromEntries(written),
    ...ownAttributes(name, written.get('class'), scope.anchor),
  };
  const keepsText = name === 'text' || name === 'tspan' || name === 'title' || name === 'desc';
  const inside = node.children.map((child) => renderNode(child, { ...scope, keepsText })).join('');
  return `<${name}${renderAttributes(attributes)}>${keepsText ? inside.trim() : inside}</${name}>`;
}

function ownAttributes(name: string, classes = '', anchor: string): Record<string, string> {
  if (name === 'title' || name === 'desc') return { id: `${anchor}-${name}` };
  const words = classes.split(/\s+/);
  const isBoth = words.includes('f-arrow-both');
  if (!isBoth && !words.includes('f-arrow')) return {};
  const tone = TONES.find((candidate) => words.includes(`f-${candidate}`)) ?? 'line';
  const head = `url(#${anchor}-head-${tone})`;
  return { 'marker-end': head, ...(isBoth ? { 'marker-start': head } : {}) };
}

/** The arrow heads that a drawing uses. Each tone has its own, since few browsers let a head take that of its line. */
function renderHeads(shown: string, anchor: string, width: number): string {
  const used = ['line', ...TONES].filter((tone) => shown.includes(`url(#${anchor}-head-${tone})`));
  const size = String(Math.round(width / 4.4) / 10);
  const heads = used.map((tone) => {
    const attributes = {
      id: `${anchor}-head-${tone}`,
      class: `f-head-${tone}`,
      viewBox: '0 0 10 10',
      refX: '9',
      refY: '5',
      markerWidth: size,
      markerHeight: size,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto-start-reverse',
    };
    return `<marker${renderAttributes(attributes)}><path d="M0 1 10 5 0 9z"></path></marker>`;
  });
  return heads.length === 0 ? '' : `<defs>${heads.join('')}</defs>`;
}

function renderAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value.replace(/\s+/g, ' ').trim())}"`)
    .join('');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
