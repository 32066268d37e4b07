import { PREVIEW_SIZE } from '../../format/hosting.ts';
import { EM, type Outlines } from './outlines.ts';
import { breakLines } from './text-lines.ts';

/** What a picture for shared links says. */
export interface PreviewText {
  readonly siteTitle: string;
  /** Above the title: the module of a lesson, or the language. */
  readonly kicker: string;
  readonly title: string;
  readonly description: string;
}

/** The picture as an SVG without text elements: it looks the same whatever fonts a machine has. */
export function createPreview(
  { siteTitle, kicker, title, description }: PreviewText,
  outlines: Outlines,
): string {
  const { width, height } = PREVIEW_SIZE;
  const column = width - 2 * MARGIN;
  const lines = (text: string, size: number, most: number) =>
    breakLines(text, { width: column, most, measure: (part) => outlines.measure(part) * size });
  // Large where the title is short.
  const size = [88, 72, 60].find((candidate) => lines(title, candidate, 9).length <= 2) ?? 60;
  const titleLines = lines(title, size, 3);
  const titleTop = 188 + size;
  const leading = size * 1.25;
  const descriptionTop = titleTop + titleLines.length * leading + 4;
  const text = (part: string, y: number, fontSize: number, colour: string, weight: number) =>
    [
      `<g transform="translate(${MARGIN} ${y}) scale(${fontSize / EM})" fill="${colour}" stroke="${colour}"`,
      ` stroke-width="${weight * EM}" stroke-linejoin="round">${outlines.draw(part)}</g>`,
    ].join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect width="16" height="${height}" fill="${AMBER}"/>`,
    text(siteTitle, 104, 34, AMBER, BOLD),
    text(kicker, 160, 30, FAINT, REGULAR),
    ...titleLines.map((line, index) => text(line, titleTop + index * leading, size, INK, BOLD)),
    ...lines(description, 32, 3).map((line, index) =>
      text(line, descriptionTop + index * 48, 32, FAINT, REGULAR),
    ),
    '</svg>',
  ].join('\n');
}

const MARGIN = 88;
const PAPER = '#0f1b2b';
const INK = '#f4f6f9';
const FAINT = '#b3c0d1';
const AMBER = '#f2b24c';

// The typeface comes in its thinnest weight; a stroke in parts of the font size makes it heavier.
const REGULAR = 0.03;
const BOLD = 0.055;

/** Changes whenever the drawing above does, so that no kept picture outlives it. */
export const PREVIEW_DESIGN = 1;
