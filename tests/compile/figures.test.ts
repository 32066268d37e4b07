import fc from 'fast-check';
import { htmlToHast, type MdastNode, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { parseFigure } from '../../src/compile/figures/parse-figure.ts';
import { renderFigure } from '../../src/compile/figures/render-figure.ts';
import { type CompileResult, compile, formatIssue, readFigureEmbed } from '../../src/compile/index.ts';
import { cardOf, courseOf } from './course-text.ts';

const FILE = 'content/figures/roots.svg';
const LOCALES = ['zh', 'en'];
const SETTINGS = { seed: 20261123, numRuns: 1000 };

const TEXTS = `<title lang="zh">根</title><title lang="en">Roots</title><desc lang="zh">箭头。</desc><desc lang="en">An arrow.</desc>`;
const EMBED = '::figure[Roots]{#roots}';

/** The text of a figure with these contents. */
function svgOf(inside: string, root = 'viewBox="0 0 440 120"', texts = TEXTS): string {
  return `<svg ${root}>${texts}${inside}</svg>`;
}

/** Compiles a course of lessons with these bodies, by locale, and these figures, by id. */
function compileFigures(
  figures: Readonly<Record<string, string>>,
  bodies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    zh: { marking: EMBED },
    en: { marking: EMBED },
  },
): CompileResult {
  const lessons = Object.entries(bodies).map(([locale, own]) => {
    const cards = Object.entries(own).map(([lesson, body]) => [
      lesson,
      `${cardOf(`card-${lesson}`, 'Q', 'A')}\n\n${body}`,
    ]);
    return [locale, Object.fromEntries(cards)];
  });
  const files = Object.entries(figures).map(([id, text]) => ({ path: `content/figures/${id}.svg`, text }));
  return compile({
    locales: LOCALES,
    base: '/',
    files: [...courseOf(Object.fromEntries(lessons)), ...files],
  });
}

const codesOf = ({ issues }: CompileResult) => issues.map(({ code }) => code);
const markupOf = ({ deck }: CompileResult, locale: string) => deck.figures[0]?.markup[locale] ?? '';

test('[C90] a figure is in the deck with the first lesson that shows it, in course order', () => {
  const figures = { last: svgOf(''), roots: svgOf(''), unused: svgOf('') };
  const body = { marking: EMBED, sweeping: `${EMBED}\n\n::figure{#last}` };
  const result = compileFigures(figures, { zh: body, en: body });
  expect(codesOf(result)).toEqual(['figure-not-embedded']);
  expect(result.deck.figures.map(({ id, lesson }) => [id, lesson])).toEqual([
    ['roots', 'heap/marking'],
    ['last', 'heap/sweeping'],
    ['unused', undefined],
  ]);
});

test('[C90] a figure has an anchor of its own kind', () => {
  const link = (anchor: string) => ({ marking: `${EMBED}\n\n[here](#${anchor})` });
  const codes = (anchor: string) =>
    codesOf(compileFigures({ roots: svgOf('') }, { zh: link(anchor), en: link(anchor) }));
  expect(codes('figure-roots')).toEqual([]);
  expect(codes('note-roots')).toEqual(['broken-anchor', 'broken-anchor']);
});

test.each<[string, string | undefined, boolean]>([
  ['::figure{#roots}', 'roots', true],
  ['::figure[A *caption*]{#roots}', 'roots', true],
  ['::figure', undefined, true],
  ['::facts{#roots}', undefined, false],
  [':::figure{#roots}\n:::', undefined, false],
  ['text', undefined, false],
])('[C90] %j', (text, id, isEmbed) => {
  const root: MdastNode = markdownToMdast(text, { features: { directive: true } });
  const [node] = 'children' in root ? root.children : [];
  const embed = node && readFigureEmbed(node);
  expect([embed?.id, embed !== undefined]).toEqual([id, isEmbed]);
});

test.each([
  ['::figre{#roots}', 'unknown-directive'],
  [':::figure{#roots}\n:::', 'wrong-directive-form'],
  ['::figure{#roots width=3}', 'unknown-attribute'],
])('[C90] %j is %s', (line, code) => {
  const body = { marking: `${EMBED}\n\n${line}` };
  expect(codesOf(compileFigures({ roots: svgOf('') }, { zh: body, en: body }))).toContain(code);
});

test('[C90] the name of a figure is an id', () => {
  expect(codesOf(compileFigures({ roots: svgOf(''), 'Two words': svgOf('') }))).toContain('malformed-path');
});

test('[C91] what has a language is there in that language only', () => {
  const inside = `<g lang="zh"><text x="1">甲</text></g><text x="2">a <tspan lang="en">b</tspan><tspan lang="zh">乙</tspan></text>`;
  const result = compileFigures({ roots: svgOf(inside) });
  expect(codesOf(result)).toEqual([]);
  expect(markupOf(result, 'zh')).toContain(
    '<g><text x="1">甲</text></g><text x="2">a <tspan>乙</tspan></text>',
  );
  expect(markupOf(result, 'en')).toContain('An arrow.</desc><text x="2">a <tspan>b</tspan></text>');
  expect(markupOf(result, 'en')).not.toMatch(/\p{Script=Han}|lang=/u);
});

test.each([
  ['<title>Roots</title><desc>→</desc>', []],
  ['<title>Roots</title>', ['desc in zh', 'desc in en']],
  ['<title lang="en">Roots</title><desc>→</desc>', ['title in zh']],
  ['<title>Roots</title><desc lang="zh">→</desc><desc lang="en"> </desc>', ['desc in en']],
  ['<g><title>Roots</title><desc>→</desc></g>', ['title in zh', 'title in en', 'desc in zh', 'desc in en']],
])('[C91] %s lacks %j', (texts, lacks) => {
  const { issues } = compileFigures({ roots: svgOf('', 'viewBox="0 0 1 1"', texts) });
  const found = issues.flatMap(({ code, message }) => {
    const [, what, locale] = /no (\w+) in `(\w+)`/.exec(message) ?? [];
    return code === 'figure-without-text' ? [`${what === 'title' ? what : 'desc'} in ${locale}`] : [];
  });
  expect(found.sort()).toEqual([...lacks].sort());
});

const FORBIDDEN = [
  '<script>go()</script>',
  '<style>rect { fill: red }</style>',
  '<foreignObject><p>text</p></foreignObject>',
  '<image href="https://example.org/x.png" />',
  '<use href="#a" />',
  '<a href="https://example.org/"><text>link</text></a>',
  '<animate attributeName="x" />',
  '<set attributeName="onclick" to="go()" />',
  '<defs></defs>',
  '<svg viewBox="0 0 1 1"></svg>',
  '<constructor />',
  '<rect fill="red" />',
  '<rect style="fill: red" />',
  '<rect stroke="#000" />',
  '<rect onclick="go()" />',
  '<rect id="a" />',
  '<rect filter="url(#a)" />',
  '<rect class="f-box evil" />',
  '<rect x="1px" />',
  '<rect width="-1" />',
  '<rect constructor="1" />',
  '<line marker-end="url(https://example.org/#a)" x2="1" />',
  '<path d="M0 0 url(#a)" />',
  '<g transform="translate(1) url(#a)" />',
  '<text font-size="3">small</text>',
  '<text xml:lang="en">a</text>',
  '<text lang="fr">a</text>',
  '<g lang="zh"><text lang="zh">a</text></g>',
  '<rect>text</rect>',
  '<tspan>a</tspan>',
  '<text><rect /></text>',
  'text',
  '<![CDATA[<script>]]>',
  '<?go now?>',
  '<!DOCTYPE svg>',
] as const;

test.each(FORBIDDEN)('[C92] a figure with %s is refused', (inside) => {
  const result = compileFigures({ roots: svgOf(inside) });
  expect(codesOf(result)).toContain('figure-markup');
  expect(result.deck.figures).toEqual([]);
});

test.each([
  ['no size', ''],
  ['a size of its own', 'viewBox="0 0 440 120" width="440"'],
  ['too wide a drawing', 'viewBox="0 0 721 120"'],
  ['an empty drawing', 'viewBox="0 0 440 0"'],
  ['half a size', 'viewBox="0 0 440"'],
  ['a size that is no number', 'viewBox="0 1..2 440 120"'],
  ['a look', 'viewBox="0 0 440 120" class="f-box"'],
  ['a language', 'viewBox="0 0 440 120" lang="zh"'],
  ['another name space', 'viewBox="0 0 440 120" xmlns="http://www.w3.org/1999/xhtml"'],
])('[C92] a root with %s is refused', (_what, root) => {
  const result = compileFigures({ roots: svgOf('', root) });
  expect(codesOf(result)).toContain('figure-markup');
  expect(result.deck.figures).toEqual([]);
});

const NAMES = [
  'rect',
  'g',
  'text',
  'tspan',
  'path',
  'line',
  'title',
  'script',
  'style',
  'a',
  'use',
  'SVG',
  'svg',
];
const ATTRIBUTES = [
  'class',
  'x',
  'd',
  'lang',
  'fill',
  'href',
  'onload',
  'id',
  'style',
  'transform',
  'points',
];
const VALUES = [
  'f-box',
  'f-line f-arrow',
  '1',
  'zh',
  'en',
  'M0 0',
  'red',
  'url(#a)',
  'javascript:go()',
  '&quot;>',
  '1"',
];

const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES))
  .map(([name, value]) => ` ${name}="${value}"`);
const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('甲', '<text>&lt;script>go()&lt;/script></text>', 'a &lt;b> &amp;', '<!-- <b> -->', ' '),
    tie('element'),
  ),
  element: fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.array(attribute, { maxLength: 2 }),
      fc.array(tie('node'), { maxLength: 3 }),
    )
    .map(([name, attributes, inside]) => `<${name}${attributes.join('')}>${inside.join('')}</${name}>`),
}));
const drawing = fc.array(node, { maxLength: 3 }).map((nodes) => nodes.join(''));
const spoilt = fc
  .tuple(
    drawing,
    fc.nat(200),
    fc.constantFrom('<', '>', '"', '&', '<b>', '</g>', '<script>', '\0', '\uD800', '🙂', '\n'),
  )
  .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at));

test('[C92] no forbidden markup passes, whatever a figure is made of', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.oneof(drawing, spoilt), (inside) => {
      const { figure } = parseFigure({ path: FILE, text: svgOf(inside) }, 'roots', LOCALES);
      if (figure === undefined) return;
      for (const locale of LOCALES) {
        passed += 1;
        const root = htmlToHast(renderFigure(figure, locale), { fragment: true, space: 'svg' });
        expect(forbiddenIn(root)).toEqual([]);
      }
    }),
    SETTINGS,
  );
  // Otherwise the law would hold of nothing.
  expect(passed).toBeGreaterThan(200);
});

/** What a browser would find that a figure must not have. It knows nothing of the compiler's own table. */
function forbiddenIn(root: ReturnType<typeof htmlToHast>): string[] {
  if (root.type === 'comment' || root.type === 'raw') return [root.type];
  if (root.type !== 'root' && root.type !== 'element') return [];
  const own = root.type === 'root' ? [] : forbiddenOf(root.tagName, root.properties);
  return [...own, ...root.children.flatMap(forbiddenIn)];
}

function forbiddenOf(name: string, properties: Readonly<Record<string, unknown>>): string[] {
  const isKnown = /^(?:svg|defs|marker|g|title|desc|rect|path|line|text|tspan)$/.test(name);
  const wrong = Object.entries(properties).filter(([key, value]) => {
    if (/^on|href|fill|stroke$/i.test(key)) return true;
    if (key === 'style') return value !== '--figure-width:440';
    if (key === 'markerEnd') return !/^url\(#figure-roots-head-\w+\)$/.test(String(value));
    return /url|javascript|red/.test(String(value));
  });
  return [...(isKnown ? [] : [name]), ...wrong.map(([key]) => key)];
}

test.each([
  ['<svg>\n<rect x="1>\n</svg>', '2:1'],
  ['<svg>\n <g>\n</svg>', '3:1'],
  ['<svg>\n <g>', '2:2'],
  ['<svg></svg></g>', '1:12'],
  ['<svg>\r\n<text>a & b</text></svg>', '2:9'],
  ['\uFEFF<svg a="&x;"></svg>', '1:9'],
  ['<svg a="1" a="2"></svg>', '1:12'],
  ['<svg><!-- x</svg>', '1:6'],
  ['<!-- x --> a <svg></svg>', '1:11'],
  ['<svg></svg><svg></svg>', '1:12'],
  ['<html></html>', '1:1'],
])('[C93] %j is not well formed at %s', (text, place) => {
  const [issue] = compileFigures({ roots: text }).issues;
  expect([issue?.code, `${issue?.line}:${issue?.column}`]).toEqual(['figure-markup', place]);
});

test('[C93] nesting without end is not well formed where it becomes too deep', () => {
  const result = compileFigures({ roots: `<svg>${'<g>'.repeat(5000)}` });
  expect(codesOf(result)).toEqual(['figure-markup']);
  expect(result.issues[0]).toMatchObject({ line: 1, column: 96 });
});

test('[C93] an XML declaration, comments, single and double quotes and character references are read', () => {
  const inside = "<!-- a > b --><text x='1'>&lt;a&#38;&#x4e2d;&quot;&#0;</text>";
  const result = compileFigures({ roots: `<?xml version="1.0"?>\n${svgOf(inside)}\n<!-- end -->\n` });
  expect(codesOf(result)).toEqual([]);
  expect(markupOf(result, 'en')).toContain('<text x="1">&#60;a&#38;中&#34;\uFFFD</text>');
});

test('[C93] a mistake costs its own figure only', () => {
  const body = { marking: `${EMBED}\n\n::figure{#other}` };
  const result = compileFigures({ roots: svgOf('<b />'), other: svgOf('') }, { zh: body, en: body });
  expect(codesOf(result)).toEqual(['figure-markup']);
  expect(result.deck.figures.map(({ id }) => id)).toEqual(['other']);
});

test('[C93] no text of a figure makes its reader throw, and every issue has a place', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), spoilt, drawing), (text) => {
      for (const issue of parseFigure({ path: FILE, text }, 'roots', LOCALES).issues) {
        expect(formatIssue(issue)).toMatch(/^[^\n]+:[1-9]\d*:[1-9]\d* {2}[a-z-]+/);
        expect(issue.message).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    SETTINGS,
  );
});

test.each([
  [EMBED, '', ['zh figure-missing-in-locale']],
  ['', EMBED, ['en figure-missing-in-locale']],
  [EMBED, '::figure{#rots}', ['en unknown-figure']],
  [`${EMBED}\n\n${EMBED}`, EMBED, ['zh figure-embedded-twice']],
])('[C94] %j and %j', (zh, en, expected) => {
  const { issues } = compileFigures({ roots: svgOf('') }, { zh: { marking: zh }, en: { marking: en } });
  expect(issues.map(({ file, code }) => `${file.split('/')[2]} ${code}`)).toEqual(expected);
});

test('[C94] a lesson that is not translated is not asked for its figures', () => {
  const result = compileFigures(
    { roots: svgOf('') },
    { zh: { marking: '', sweeping: EMBED }, en: { marking: '' } },
  );
  expect(codesOf(result)).toEqual(['untranslated-lesson']);
});

test('[C95] ids begin with the anchor of the figure, and each arrow has a head of its own tone', () => {
  const inside = [
    '<line class="f-line f-arrow" x2="9" />',
    '<path class="f-line f-accent f-arrow-both" d="M0 0 H9" />',
    '<line class="f-line f-amber" x2="9" />',
  ];
  const markup = markupOf(compileFigures({ roots: svgOf(inside.join('')) }), 'en');
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual([
    'figure-roots-desc',
    'figure-roots-head-accent',
    'figure-roots-head-line',
    'figure-roots-title',
  ]);
  for (const [, id] of markup.matchAll(/(?:url\(#|-?labelledby="|describedby=")([^")]*)/g))
    expect(ids).toContain(id);
  expect(markup.match(/marker-end=/g)).toHaveLength(2);
  expect(markup.match(/marker-start=/g)).toHaveLength(1);
});
