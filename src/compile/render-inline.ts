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
    const simple = renderSimple(markdown);
    if (simple !== undefined) {
      known.set(markdown, simple);
      return simple;
    }
    // In the line of a heading nothing begins a block: `1. x`, `- x` and `> x` stay as written.
    const heading = `# ${markdown.replace(/\s+/g, ' ').trim()} #`;
    const inside = renderMarkdown(heading, { base, page, definitions: '' }).replace(/^<h1>|<\/h1>$/g, '');
    known.set(markdown, inside);
    return inside;
  };
}

/**
 * The same HTML for a text of nothing but words and code, without the Markdown processor: most options and labels are
 * such, and a large course has many. `undefined` for any other text.
 */
export function renderSimple(markdown: string): string | undefined {
  const text = markdown.replace(/\s+/g, ' ').trim();
  if (!SIMPLE.test(text) || /``|www\./i.test(text)) return undefined;
  return text.replace(CODE, (_, code: string) => `<code>${escapeCode(code)}</code>`);
}

// No sign that Markdown, its links or HTML give a meaning to. Code neither begins nor ends with a space, which would be cut.
const WORDS = "[\\p{L}\\p{N} ,.;?()%'’“”—–…·、。，；：？！（）《》「」+/-]";
const IN_CODE = '`(?! )[^`\\\\]+(?<! )`';
const SIMPLE = new RegExp(`^(?:${WORDS}|${IN_CODE})+$`, 'u');
const CODE = /`([^`]+)`/g;

function escapeCode(code: string): string {
  return code.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
