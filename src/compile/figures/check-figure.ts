import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import { createIssue, type Place } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { flaw, flawOfAttribute, flawOfElement, flawOfPlace, flawOfText, listOf } from './figure-flaws.ts';
import { CLASSES, ELEMENTS, type ElementRule, WIDEST } from './figure-grammar.ts';
import { plainText, type SvgAttribute, type SvgElement, type SvgFlaw, type SvgNode } from './svg-reader.ts';

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

function attributeOf({ attributes }: SvgElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}
