import { renderMarkdown } from './render.ts';

/** Renders short Markdown to HTML without the paragraph around it. */
export type RenderInline = (markdown: string) => string;

/**
 * A renderer of short texts for one page, `/en/heap/marking/`. Each text is rendered once: labels and values come
 * back in many questions.
 */
export function createInlineRenderer(base: string, page: string): RenderInline {
  const known = new Map<string, string>();
  return (markdown) => {
    const cached = known.get(markdown);
    if (cached !== undefined) return cached;
    // In the line of a heading nothing begins a block: `1. x`, `- x` and `> x` stay as written.
    const heading = `# ${markdown.replace(/\s+/g, ' ').trim()} #`;
    const inside = renderMarkdown(heading, { base, page, definitions: '' }).replace(/^<h1>|<\/h1>$/g, '');
    known.set(markdown, inside);
    return inside;
  };
}
