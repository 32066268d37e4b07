import type { MdastNode } from 'satteri';
import { childrenOf, endOf, startOf } from './tree.ts';

/**
 * Gives the headings of one page their anchors, in the order of the text, as Astro does: github-slugger's rule,
 * with a number for a repeated one.
 */
export function createSlugger(): (heading: string) => string {
  const used = new Map<string, number>();
  return (heading) => {
    const stem = slugHeading(heading);
    let slug = stem;
    while (used.has(slug)) {
      const number = (used.get(stem) ?? 0) + 1;
      used.set(stem, number);
      slug = `${stem}-${number}`;
    }
    used.set(slug, 0);
    return slug;
  };
}

/** The words of a heading as the page shows them, which its anchor is made of. */
export function headingText(node: MdastNode, text: string): string {
  if (node.type === 'text') return node.value.replace(SMART_DASHES, '–');
  if (node.type === 'inlineCode') return node.value;
  // Text such as `8080:80` is read as a directive, and shown as it was written.
  if (node.type === 'textDirective') return text.slice(startOf(node).offset, endOf(node).offset);
  return childrenOf(node)
    .map((child) => headingText(child, text))
    .join('');
}

// Two hyphens of plain text become a dash on the page, which an anchor leaves out; in code they stay.
const SMART_DASHES = /-{2,3}/g;

/** All that github-slugger 2 leaves out, of the characters that Unicode 13 knows. */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;

function slugHeading(text: string): string {
  return text.toLowerCase().replace(DROPPED, '').replaceAll(' ', '-');
}
