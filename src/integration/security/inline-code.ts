/** What a page runs or applies without fetching it, each text as the browser sees it. */
export interface InlineCode {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  readonly styleAttributes: ReadonlySet<string>;
  /** Attributes such as `onclick`, which no policy of ours lets run: `button onclick`. */
  readonly handlers: ReadonlySet<string>;
}

/** Finds the inline scripts, styles and style attributes of a page written by Astro (well-formed HTML). */
export function findInlineCode(html: string): InlineCode {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const styleAttributes = new Set<string>();
  const handlers = new Set<string>();
  // A comment, or a start tag with its attributes; quoted values may hold `>`.
  const pattern = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [, name, attributeText = ''] = match;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    // Most elements of a page have nothing that is asked for here.
    if (!RAW_TEXT[tag] && !/style|\son/i.test(attributeText)) continue;
    const attributes = parseAttributes(attributeText);
    if (attributes.style !== undefined) styleAttributes.add(attributes.style);
    for (const attribute of Object.keys(attributes)) {
      if (attribute.startsWith('on')) handlers.add(`${tag} ${attribute}`);
    }
    const closing = RAW_TEXT[tag];
    if (!closing) continue;
    const rest = html.slice(pattern.lastIndex);
    const length = rest.search(closing);
    if (length < 0) throw new Error(`Inconsistent: <${tag}> is never closed.`);
    const text = rest.slice(0, length);
    if (tag === 'script' && attributes.src === undefined && isExecuted(attributes.type)) scripts.add(text);
    if (tag === 'style') styles.add(text);
    pattern.lastIndex += length;
  }
  return { scripts, styles, styleAttributes, handlers };
}

/** Elements whose content is text up to their end tag. */
const RAW_TEXT: Readonly<Record<string, RegExp>> = {
  script: /<\/script/i,
  style: /<\/style/i,
  textarea: /<\/textarea/i,
  title: /<\/title/i,
  noscript: /<\/noscript/i,
};

function isExecuted(type = ''): boolean {
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i.test(
    type.trim(),
  );
}

/** By name in lower case, as the browser decodes them. */
function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    attributes[name.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** The references that Astro and Starlight's HTML writers use in attribute values. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
