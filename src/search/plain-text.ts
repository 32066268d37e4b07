/** The text of HTML that the build rendered, for places that show no elements, such as an `<option>`. */
export function plainText(html: string): string {
  // Most texts have neither elements nor references, and a build asks for hundreds of thousands.
  const text = html.includes('<') ? html.replace(/<[^>]*>/g, '') : html;
  const decoded = text.includes('&') ? decode(text) : text;
  return decoded.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex) return fromCode(Number.parseInt(hex, 16)) ?? whole;
      if (decimal) return fromCode(Number(decimal)) ?? whole;
      return NAMED.get(name) ?? whole;
    },
  );
}

function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);
