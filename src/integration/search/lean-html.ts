import { spaceCharacters } from '../../search/spacing.ts';

/** What is left out of a page before it is searched, and where an element of it is recognised. */
export interface Unsearched {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

/**
 * The part of a page's HTML that Pagefind needs: text, with every CJK character as a word of its own, and tags with the
 * attributes that it reads. Elements that are not searched are left out with all that is in them. Pagefind would read
 * the rest only to drop it, which takes most of its time.
 */
export function leanHtml(html: string, { tags, classes }: Unsearched): string {
  const isUnsearched = (tag: string, attributes: string) => {
    // A title may be read although no word of it is found.
    if (tags.has(tag) || (IGNORED.test(attributes) && !META.test(attributes))) return true;
    const names = CLASSES.exec(attributes)?.[1];
    return names?.split(/\s+/).some((name) => classes.has(name)) ?? false;
  };
  let lean = '';
  let end = 0;
  // What is being left out, and how deep elements of its name are nested in it.
  let skipped = '';
  let depth = 0;
  const pattern = new RegExp(TAGS, 'gi');
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const { index, 0: whole, 1: closing, 2: name = '', 3: attributes = '' } = match;
    const tag = name.toLowerCase();
    const isVoid = VOID.has(tag) || attributes.endsWith('/');
    // What looks like a tag in code is none.
    if (CODE.has(tag) && !closing) pattern.lastIndex = endOfCode(html, tag, pattern.lastIndex);
    if (depth > 0) {
      if (tag === skipped && !isVoid) depth += closing ? -1 : 1;
      if (depth === 0) end = index + whole.length;
      continue;
    }
    lean += spaceCharacters(html.slice(end, index));
    end = index + whole.length;
    if (name === '') continue;
    if (closing) lean += `</${tag}>`;
    else if (!isUnsearched(tag, attributes)) lean += `<${tag}${(attributes.match(READ) ?? []).join('')}>`;
    else if (!isVoid) [skipped, depth] = [tag, 1];
  }
  return depth > 0 ? lean : lean + spaceCharacters(html.slice(end));
}

/** Where the end tag of a script or style begins. */
function endOfCode(html: string, tag: string, start: number): number {
  const end = html.indexOf(`</${tag}`, start);
  return end < 0 ? html.length : end;
}

const CODE: ReadonlySet<string> = new Set(['script', 'style']);

// A comment, or a tag with its attributes; quoted values may hold `>`.
const TAGS = /<!--[\s\S]*?-->|<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/;
const CLASSES = /\sclass="([^"]*)"/;
const IGNORED = /\sdata-pagefind-ignore\b/;
const META = /\sdata-pagefind-meta\b/;

/** What Pagefind reads of a tag: where a hit is, and what it says itself. */
const READ = /\s(?:id|data-pagefind-(?:ignore|meta|filter|sort|weight|index-attrs))(?:="[^"]*")?/g;

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);
