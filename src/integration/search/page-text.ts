import type { SearchPassage } from '../../format/search.ts';
import { plainText } from '../../search/plain-text.ts';

/** What of a page's HTML is not its text, by the names of elements and of classes. */
export interface Unsearched {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

/** The text of a page as a reader sees it, without what `data-pagefind-ignore` and the names given leave out. */
export interface PageText {
  readonly title: string;
  /** What stands before the first heading with an id, and below each. */
  readonly passages: readonly PassageText[];
}

/** A passage as the texts of its blocks. */
export interface PassageText extends Pick<SearchPassage, 'id' | 'heading'> {
  /** The level of its heading; 0 if it has none. */
  readonly level: number;
  readonly blocks: readonly string[];
}

/** Reads the text out of the HTML of a page's main part. */
export function readPageText(html: string, { tags, classes }: Unsearched): PageText {
  const isUnsearched = (tag: string, attributes: string) => {
    if (tags.has(tag) || IGNORED.test(attributes)) return true;
    const names = CLASSES.exec(attributes)?.[1];
    return names?.split(/\s+/).some((name) => classes.has(name)) ?? false;
  };
  const draft = createDraft();
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
    draft.write(html.slice(end, index));
    end = index + whole.length;
    if (name === '') continue;
    if (!closing && isUnsearched(tag, attributes)) {
      if (!isVoid) [skipped, depth] = [tag, 1];
    } else if (HEADING.test(tag)) {
      if (closing) draft.endHeading();
      else draft.beginHeading(Number(tag[1]), ID.exec(attributes)?.[1] ?? '');
    } else if (!INLINE.has(tag)) draft.endBlock();
  }
  if (depth === 0) draft.write(html.slice(end));
  return draft.finish();
}

/** The blocks of a passage as one text, divided where no sentence ends. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    const last = text.at(-1) ?? '';
    if (last === '' || /[。！？；：，、”』」）]/.test(last)) return text + block;
    return /[.!?;:,]/.test(last) ? `${text} ${block}` : `${text} · ${block}`;
  }, '');
}

/** A page being read. */
function createDraft() {
  let title = '';
  let passage = { id: '', heading: '', level: 0, blocks: [] as string[] };
  const passages = [passage];
  let block = '';
  const endBlock = () => {
    const text = plainText(block);
    if (text !== '') passage.blocks.push(text);
    block = '';
  };
  return {
    write(html: string) {
      block += html;
    },
    endBlock,
    beginHeading(level: number, id: string) {
      endBlock();
      if (level === 1 || level > 4 || id === '') return;
      passage = { id: plainText(id), heading: '', level, blocks: [] };
      passages.push(passage);
    },
    endHeading() {
      const text = plainText(block);
      const isTitle = passages.length === 1 && title === '';
      if (!isTitle && (passage.level === 0 || passage.heading !== '')) return endBlock();
      if (isTitle) title = text;
      else passage.heading = text;
      block = '';
    },
    finish(): PageText {
      endBlock();
      return { title, passages: passages.filter(({ level, blocks }) => level > 0 || blocks.length > 0) };
    },
  };
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
const ID = /\sid="([^"]*)"/;
const IGNORED = /\sdata-pagefind-ignore\b/;
const HEADING = /^h[1-6]$/;

/** Elements within a line; all others begin and end one. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code del em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);
