/** An element of an SVG file as it is written. Offsets count UTF-16 code units from 0. */
export interface SvgElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: readonly SvgAttribute[];
  readonly children: readonly SvgNode[];
  readonly offset: number;
}

/** An attribute with its references to characters resolved. */
export interface SvgAttribute {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/** A piece of text with its references to characters resolved. */
export interface SvgText {
  readonly type: 'text';
  readonly value: string;
  readonly offset: number;
}

export type SvgNode = SvgElement | SvgText;

/** Where and why a text is not well formed. */
export interface SvgFlaw {
  readonly offset: number;
  readonly problem: string;
  readonly fix: string;
}

/**
 * Reads the strict part of XML 1.0 that drawings need: elements, quoted attributes, text, comments, the references to
 * characters that XML itself defines, and a declaration at the top. Anything else is a flaw, the first of which ends
 * the reading. The HTML parser at hand would guess instead, and does not know lines.
 */
export function readSvg(text: string): SvgElement | SvgFlaw {
  const top: OpenElement = { type: 'element', name: '', attributes: [], children: [], offset: 0 };
  const open = [top];
  for (let offset = DECLARATION.exec(text)?.[0].length ?? 0; offset < text.length; ) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text);
    const parent = open.at(-1) ?? top;
    if (token === null) return flawOfMarkup(text, offset);
    const { opening, attributes = '', empty, closing, content } = token.groups ?? {};
    if (opening !== undefined) {
      const own = readAttributes(attributes, offset + 1 + opening.length);
      if ('problem' in own) return own;
      const element: OpenElement = { type: 'element', name: opening, attributes: own, children: [], offset };
      parent.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > DEEPEST)
        return flaw(offset, 'Elements are nested too deeply here.', 'put them side by side.');
    } else if (closing !== undefined) {
      if (parent === top || parent.name !== closing) return flawOfClosing(closing, parent, offset);
      open.pop();
    } else if (content !== undefined) {
      const bare = BARE_AMPERSAND.exec(content);
      if (bare) return flawOfAmpersand(offset + bare.index);
      parent.children.push({ type: 'text', value: resolve(content), offset });
    }
    offset += token[0].length;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined && unclosed !== top) {
    const { name, offset } = unclosed;
    return flaw(
      offset,
      `\`<${name}>\` is never closed.`,
      `add \`</${name}>\` where it ends, or write \`<${name} … />\`.`,
    );
  }
  return rootOf(top);
}

/** The words of a node and all below it. */
export function plainText(node: SvgNode): string {
  return node.type === 'text' ? node.value : node.children.map(plainText).join('');
}

const NAME = '[A-Za-z_][\\w:.-]*';
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const TOKEN = new RegExp(
  `<!--[^]*?-->|</(?<closing>${NAME})\\s*>|<(?<opening>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<empty>/?)>|(?<content>[^<]+)`,
  'y',
);
const DECLARATION = /^\s*<\?xml\s[^?>]*\?>/;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/;
const DEEPEST = 32;

function readAttributes(source: string, start: number): SvgAttribute[] | SvgFlaw {
  const attributes: SvgAttribute[] = [];
  const parts = new RegExp(`(\\s+)(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
  for (const { 0: whole, 1: space = '', 2: name = '', 3: double, 4: single = '', index } of source.matchAll(
    parts,
  )) {
    const value = double ?? single;
    const offset = start + index + space.length;
    if (attributes.some((attribute) => attribute.name === name)) {
      return flaw(offset, `The attribute \`${name}\` stands twice in one element.`, 'remove one of them.');
    }
    const bare = BARE_AMPERSAND.exec(value);
    if (bare) return flawOfAmpersand(start + index + whole.length - 1 - value.length + bare.index);
    attributes.push({ name, value: resolve(value), offset });
  }
  return attributes;
}

/** References to characters become these; one that XML forbids becomes U+FFFD. */
function resolve(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));/g, (_all, decimal, hex, name: string) => {
    if (name) return NAMED[name] ?? '';
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const isText =
      (code >= 0x20 || code === 9 || code === 10) && code <= 0x10_ffff && (code < 0xd8_00 || code > 0xdf_ff);
    return isText ? String.fromCodePoint(code) : '\uFFFD';
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function rootOf({ children }: OpenElement): SvgElement | SvgFlaw {
  const shown = children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  const [root] = shown;
  const isOne = shown.length === 1 && root?.type === 'element' && root.name === 'svg';
  if (isOne) return root;
  const stray = shown.find((child) => child.type === 'text' || child.name !== 'svg') ?? shown[1];
  return flaw(
    stray?.offset ?? 0,
    'A figure is one `svg` element and nothing else.',
    'put everything into `<svg>…</svg>`.',
  );
}

function flawOfMarkup(text: string, offset: number): SvgFlaw {
  if (text.startsWith('<!--', offset))
    return flaw(offset, 'This comment is never closed.', 'end it by `-->`.');
  if (/^<[!?]/.test(text.slice(offset, offset + 2))) {
    return flaw(
      offset,
      'A figure has no declarations and no CDATA.',
      'remove this part; text needs only `&lt;` and `&amp;`.',
    );
  }
  return flaw(
    offset,
    'This tag is not well formed.',
    'write `<name attribute="value">`, every value in quotes; a `<` in text is `&lt;`.',
  );
}

function flawOfClosing(closing: string, parent: OpenElement, offset: number): SvgFlaw {
  return parent.name === ''
    ? flaw(offset, `\`</${closing}>\` closes nothing.`, 'remove it.')
    : flaw(
        offset,
        `\`</${closing}>\` stands where \`<${parent.name}>\` is open.`,
        `close that one first: \`</${parent.name}>\`.`,
      );
}

function flawOfAmpersand(offset: number): SvgFlaw {
  return flaw(offset, 'This `&` begins nothing that XML knows.', 'write `&amp;` for the sign itself.');
}

function flaw(offset: number, problem: string, fix: string): SvgFlaw {
  return { offset, problem, fix };
}

interface OpenElement extends SvgElement {
  readonly children: SvgNode[];
}
