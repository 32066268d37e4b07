import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import { createIssue, type Place } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { CLASSES, COMMON_ATTRIBUTES, ELEMENTS, type ElementRule, WIDEST } from './figure-grammar.ts';
import { plainText } from './render-figure.ts';
import type { SvgAttribute, SvgElement, SvgFlaw, SvgNode, SvgText } from './svg-reader.ts';

/** Issues of a figure: what it must not contain, and the title or description that a language lacks. */
export function checkFigure(
  root: SvgElement,
  locales: readonly Locale[],
  placeAt: (offset: number) => Place,
): Issue[] {
  const flaws = [...checkRoot(root), ...checkElement(root, { locales, inLocale: undefined })];
  const issues = flaws.map(({ offset, problem, fix }) =>
    createIssue('figure-markup', placeAt(offset), { problem, fix }),
  );
  const texts = locales.flatMap((locale) =>
    (['title', 'desc'] as const).flatMap((what): Issue[] => {
      const [first, second] = root.children.filter((child) => isIn(child, what, locale));
      if (second !== undefined) {
        const details = {
          problem: `This is a second \`${what}\` in \`${locale}\`.`,
          fix: 'give each language one of its own by `lang`, or write one without `lang` for all.',
        };
        return [createIssue('figure-markup', placeAt(second.offset), details)];
      }
      const isThere = first !== undefined && plainText(first).trim() !== '';
      return isThere
        ? []
        : [createIssue('figure-without-text', placeAt(first?.offset ?? root.offset), { what, locale })];
    }),
  );
  return [...issues, ...texts];
}

interface Scope {
  readonly locales: readonly Locale[];
  /** The language of an element above, if one says any. */
  readonly inLocale: string | undefined;
}

function isIn(child: SvgNode, name: string, locale: Locale): child is SvgElement {
  if (child.type !== 'element' || child.name !== name) return false;
  const lang = attributeOf(child, 'lang');
  return lang === undefined || lang === locale;
}

function checkRoot(root: SvgElement): SvgFlaw[] {
  const viewBox = attributeOf(root, 'viewBox');
  if (viewBox === undefined) {
    return [
      flaw(
        root,
        'The `svg` has no `viewBox`.',
        'add `viewBox="0 0 440 260"`, the size of the drawing in its own units.',
      ),
    ];
  }
  const [, , width = 0, height = 0] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (width > 0 && width <= WIDEST && height > 0) return [];
  return [
    flaw(
      root.attributes.find(({ name }) => name === 'viewBox') ?? root,
      `The \`viewBox\` has to be from 1 to ${WIDEST} wide, and not empty.`,
      'draw 440 wide: then a unit is about a pixel, on a phone three quarters of one.',
    ),
  ];
}

function checkElement(element: SvgElement, scope: Scope): SvgFlaw[] {
  const rule = ELEMENTS.get(element.name);
  if (rule === undefined) return [flawOfElement(element)];
  const lang = attributeOf(element, 'lang');
  const flaws = element.attributes.flatMap((attribute) => checkAttribute(element, attribute, rule, scope));
  const inner = { ...scope, inLocale: scope.inLocale ?? lang };
  for (const child of element.children) {
    if (child.type === 'text') {
      if (!rule.hasText && child.value.trim() !== '') flaws.push(flawOfText(child));
    } else if (ELEMENTS.has(child.name) && !rule.children.includes(child.name)) {
      flaws.push(flawOfPlace(child, element));
    } else {
      flaws.push(...checkElement(child, inner));
    }
  }
  return flaws;
}

function checkAttribute(
  element: SvgElement,
  attribute: SvgAttribute,
  rule: ElementRule,
  { locales, inLocale }: Scope,
): SvgFlaw[] {
  const { name, value } = attribute;
  const isRoot = element.name === 'svg';
  if (name === 'class' && !isRoot) {
    return value.split(/\s+/).flatMap((word) => {
      if (word === '' || CLASSES.includes(word)) return [];
      const near = nearest(word, CLASSES);
      const fix = near === undefined ? `known are ${listOf(CLASSES)}.` : `did you mean \`${near}\`?`;
      return [flaw(attribute, `There is no class \`${word}\` for figures.`, fix)];
    });
  }
  if (name === 'lang' && !isRoot) {
    if (!locales.includes(value)) {
      return [
        flaw(
          attribute,
          `The site has no language \`${value}\`.`,
          `write ${listOf(locales, 'or')}, or leave \`lang\` out for all.`,
        ),
      ];
    }
    if (inLocale === undefined) return [];
    return [flaw(attribute, 'An element around this one already has a `lang`.', 'keep one of both.')];
  }
  const form = rule.attributes.get(name);
  if (form === undefined) return [flawOfAttribute(element, attribute, rule)];
  if (form.pattern.test(value)) return [];
  return [
    flaw(
      attribute,
      `The value of \`${name}\` has to be ${form.name}.`,
      `correct it; here stands \`${value.slice(0, 40)}\`.`,
    ),
  ];
}

function flawOfElement(element: SvgElement): SvgFlaw {
  const { name } = element;
  const known = [...ELEMENTS.keys()].filter((key) => key !== 'svg');
  const near = nearest(name, known);
  const fix = near === undefined ? `it is made of ${listOf(known)}.` : `did you mean \`${near}\`?`;
  const own = /^(?:defs|marker|use)$/.test(name)
    ? 'arrow heads come with the class `f-arrow`; repeat other shapes.'
    : fix;
  return flaw(element, `A figure must not contain \`<${name}>\`.`, own);
}

function flawOfPlace(child: SvgElement, parent: SvgElement): SvgFlaw {
  const places = [...ELEMENTS].flatMap(([name, { children }]) =>
    children.includes(child.name) ? [name] : [],
  );
  const fix =
    places.length === 0 ? 'draw into the outer `svg`.' : `put it directly into ${listOf(places, 'or')}.`;
  return flaw(child, `\`<${child.name}>\` must not stand in \`<${parent.name}>\`.`, fix);
}

function flawOfText(text: SvgText): SvgFlaw {
  const offset = text.offset + (/\S/.exec(text.value)?.index ?? 0);
  return flaw({ offset }, 'This text would not be shown.', 'put it into `<text x="…" y="…">…</text>`.');
}

function flawOfAttribute(element: SvgElement, attribute: SvgAttribute, rule: ElementRule): SvgFlaw {
  const { name } = attribute;
  const known = [...rule.attributes.keys(), ...(element.name === 'svg' ? [] : COMMON_ATTRIBUTES)];
  const near = nearest(name, known);
  const listed = near === undefined ? `it knows ${listOf(known)}.` : `did you mean \`${near}\`?`;
  const fix = ATTRIBUTE_HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? listed;
  return flaw(attribute, `\`<${element.name}>\` must not have the attribute \`${name}\`.`, fix);
}

const ATTRIBUTE_HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:fill|stroke|style|opacity|color|font|letter-spacing|marker)/,
    `looks come from \`class\`: ${listOf(CLASSES)}.`,
  ],
  [/^(?:id|href|xlink)/, 'nothing in a figure refers to anything: remove it.'],
  [/^on/i, 'a figure does not react: remove it.'],
  [/^xml:lang$/, 'write `lang` instead.'],
  [/^(?:width|height)$/, 'leave it out: the page decides the size, and `viewBox` the shape.'],
];

function flaw({ offset }: { readonly offset: number }, problem: string, fix: string): SvgFlaw {
  return { offset, problem, fix };
}

function attributeOf({ attributes }: SvgElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

function listOf(names: readonly string[], last = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}
