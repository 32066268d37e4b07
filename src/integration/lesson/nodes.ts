import type { EmphasisData, ParagraphData, PhrasingContent, Text } from 'mdast';
import type { MdastNode, SourceFormat } from 'satteri';

/** A Markdown node that becomes an HTML element around other Markdown, where a block may stand. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: readonly MdastNode[],
): MdastNode {
  // A paragraph may hold anything once it is rendered as another element, as Starlight's own asides do.
  const data: RenderedAs = { hName: tagName, hProperties: properties };
  return { type: 'paragraph', data, children: [...children] as PhrasingContent[] };
}

/** {@link element} within a line. */
export function inlineElement(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: readonly PhrasingContent[],
): PhrasingContent {
  const data: RenderedAs = { hName: tagName, hProperties: properties };
  return { type: 'emphasis', data, children: [...children] };
}

/** A Markdown node of plain text. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** A Markdown node of finished HTML; MDX has none, so there it is a fragment with its content set. */
export function rawHtml(value: string, format: SourceFormat): MdastNode {
  if (format === 'markdown') return { type: 'html', value };
  return {
    type: 'mdxJsxFlowElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value }],
    children: [],
  };
}

/** How a Markdown node says which HTML element it becomes. */
interface RenderedAs extends EmphasisData, ParagraphData {
  readonly hName: string;
  readonly hProperties: Readonly<Record<string, string>>;
}
