/** What one element of a figure may have. */
export interface ElementRule {
  /** Its own attributes besides those of {@link COMMON_ATTRIBUTES}, each with the form of its value. */
  readonly attributes: ReadonlyMap<string, ValueForm>;
  /** The elements that may stand in it. */
  readonly children: readonly string[];
  /** Whether text may stand in it. */
  readonly hasText: boolean;
}

/** A form of values: what it is called and which values have it. None of them can name an address. */
export interface ValueForm {
  readonly name: string;
  readonly pattern: RegExp;
}

/** The widest coordinate system of a figure. */
export const WIDEST = 720;

/** Everything that a figure is drawn with: the page's own styles decide how it looks. */
export const CLASSES: readonly string[] = [
  'f-accent',
  'f-amber',
  'f-arrow',
  'f-arrow-both',
  'f-box',
  'f-box-accent',
  'f-box-amber',
  'f-code',
  'f-dashed',
  'f-line',
  'f-muted',
  'f-text',
  'f-text-small',
  'f-text-strong',
];

const NUMBER: ValueForm = { name: 'a number without a unit', pattern: /^-?(?:\d+(?:\.\d+)?|\.\d+)$/ };
const LENGTH: ValueForm = {
  name: 'a number without a unit, not below 0',
  pattern: /^(?:\d+(?:\.\d+)?|\.\d+)$/,
};
const NUMBERS: ValueForm = { name: 'a list of numbers', pattern: /^[\d\s,.-]+$/ };
const PATH: ValueForm = {
  name: 'a path such as `M0 0 L10 10`',
  pattern: /^\s*[Mm][MmLlHhVvCcSsQqTtAaZz\d\s,.-]*$/,
};
const ANCHOR: ValueForm = { name: '`start`, `middle` or `end`', pattern: /^(?:start|middle|end)$/ };
const TRANSFORM: ValueForm = {
  name: 'a transform such as `translate(10 20)`',
  pattern: /^\s*(?:(?:translate|rotate|scale)\([\d\s,.-]+\)\s*)+$/,
};

/** The attributes of every element but the root; classes and languages are checked one by one. */
export const COMMON_ATTRIBUTES: readonly string[] = ['class', 'lang'];

/** The elements of a figure. Nothing here runs, loads, refers to anything or names a colour. */
export const ELEMENTS: ReadonlyMap<string, ElementRule> = createRules({
  circle: { cx: NUMBER, cy: NUMBER, r: LENGTH, transform: TRANSFORM },
  desc: {},
  ellipse: { cx: NUMBER, cy: NUMBER, rx: LENGTH, ry: LENGTH, transform: TRANSFORM },
  g: { transform: TRANSFORM, 'text-anchor': ANCHOR },
  line: { x1: NUMBER, y1: NUMBER, x2: NUMBER, y2: NUMBER, transform: TRANSFORM },
  path: { d: PATH, transform: TRANSFORM },
  polygon: { points: NUMBERS, transform: TRANSFORM },
  polyline: { points: NUMBERS, transform: TRANSFORM },
  rect: { x: NUMBER, y: NUMBER, width: LENGTH, height: LENGTH, rx: LENGTH, ry: LENGTH, transform: TRANSFORM },
  svg: {
    viewBox: {
      name: 'four numbers such as `0 0 440 260`',
      pattern: /^\s*-?\d+(?:\.\d+)?(?:[\s,]+-?\d+(?:\.\d+)?){3}\s*$/,
    },
    xmlns: { name: '`http://www.w3.org/2000/svg`', pattern: /^http:\/\/www\.w3\.org\/2000\/svg$/ },
  },
  text: { x: NUMBER, y: NUMBER, dx: NUMBER, dy: NUMBER, 'text-anchor': ANCHOR, transform: TRANSFORM },
  title: {},
  tspan: { x: NUMBER, y: NUMBER, dx: NUMBER, dy: NUMBER, 'text-anchor': ANCHOR },
});

function createRules(
  elements: Readonly<Record<string, Readonly<Record<string, ValueForm>>>>,
): ReadonlyMap<string, ElementRule> {
  const texts = ['desc', 'text', 'title', 'tspan'];
  const drawn = Object.keys(elements).filter((name) => !['desc', 'svg', 'title', 'tspan'].includes(name));
  const children = new Map<string, readonly string[]>([
    ['g', drawn],
    ['svg', [...drawn, 'desc', 'title']],
    ['text', ['tspan']],
  ]);
  return new Map(
    Object.entries(elements).map(([name, attributes]) => [
      name,
      {
        attributes: new Map(Object.entries(attributes)),
        children: children.get(name) ?? [],
        hasText: texts.includes(name),
      },
    ]),
  );
}
