/** The text of HTML that the build rendered, for places that show no elements, such as an `<option>`. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
      if (hex) return fromCode(Number.parseInt(hex, 16)) ?? whole;
      if (decimal) return fromCode(Number(decimal)) ?? whole;
      return NAMED.get(name) ?? whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
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
