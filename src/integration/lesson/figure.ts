import type { MdastNode, SourceFormat } from 'satteri';
import { FIGURE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import { element, rawHtml } from './nodes.ts';

/** A figure of the course in a page: its drawing, and below it the caption if there is one. */
export function renderFigure(
  id: string,
  markup: string,
  caption: readonly MdastNode[],
  format: SourceFormat,
): MdastNode {
  const drawing = rawHtml(markup, format);
  const children = caption.length === 0 ? [drawing] : [drawing, element('figcaption', {}, caption)];
  return element('figure', { class: 'recall-figure not-content', id: FIGURE_ANCHOR_PREFIX + id }, children);
}
