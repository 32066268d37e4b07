import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

/** Draws text as outlines, so that no font has to be installed where the site is built. */
export interface Outlines {
  /** Width of a text in units of its font size. */
  measure(text: string): number;
  /** SVG paths of a text that begins at 0 on the baseline 0, where the font size is {@link EM}. */
  draw(text: string): string;
}

/** A typeface for Chinese and Latin letters, of which only the parts that a text needs are read. */
export function createOutlines(): Outlines {
  const require = createRequire(import.meta.url);
  const subsets = parseSubsets(JSON.parse(readFileSync(require.resolve(`${FONT}/unicode.json`), 'utf8')));
  const fonts = new Map<string, Font>();
  const load = (subset: string) => {
    const file = require.resolve(`${FONT}/files/noto-sans-sc-${subset}-wght-normal.woff2`);
    const font = create(readFileSync(file));
    if (font.isCollection) throw new Error(`Inconsistent: ${file} holds several fonts.`);
    fonts.set(subset, font);
    return font;
  };
  const glyphs = new Map<string, Glyph>();
  const loadGlyph = (character: string): Glyph => {
    const point = character.codePointAt(0) ?? 0;
    const subset = subsets.find(({ ranges }) =>
      ranges.some(([first, last]) => first <= point && point <= last),
    );
    // What the typeface lacks leaves a gap.
    if (!subset) return { width: GAP, path: '' };
    const font = fonts.get(subset.name) ?? load(subset.name);
    const { advanceWidth, path } = font.glyphForCodePoint(point);
    const scale = EM / font.unitsPerEm;
    return { width: advanceWidth * scale, path: path.scale(scale, -scale).toSVG() };
  };
  const glyphOf = (character: string) => {
    const glyph = glyphs.get(character) ?? loadGlyph(character);
    glyphs.set(character, glyph);
    return glyph;
  };
  return {
    measure: (text) => [...text].reduce((width, character) => width + glyphOf(character).width, 0) / EM,
    draw: (text) => {
      let left = 0;
      const paths = [...text].map((character) => {
        const { width, path } = glyphOf(character);
        const placed = path && `<path transform="translate(${left.toFixed(0)})" d="${path}"/>`;
        left += width;
        return placed;
      });
      return paths.join('');
    },
  };
}

/** The unit of {@link Outlines.draw}: parts of the font size. */
export const EM = 1000;

interface Glyph {
  readonly width: number;
  readonly path: string;
}

const FONT = '@fontsource-variable/noto-sans-sc';
const GAP = EM / 2;

interface Subset {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** `{ "[4]": "U+1f1e9-1f1f5,U+1f21a" }`, as Fontsource lists its files. Latin first: most texts hold it. */
function parseSubsets(listed: Readonly<Record<string, string>>): Subset[] {
  return Object.entries(listed)
    .map(([name, ranges]) => ({
      name: name.replace(/[[\]]/g, ''),
      ranges: ranges.split(',').map((range): [number, number] => {
        const [first = '', last = first] = range.replace(/^U\+/i, '').split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      }),
    }))
    .sort((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'));
}
