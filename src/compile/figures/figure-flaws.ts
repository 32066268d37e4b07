import { nearest } from '../nearest.ts';
import { CLASSES, COMMON_ATTRIBUTES, ELEMENTS, type ElementRule } from './figure-grammar.ts';
import type { SvgAttribute, SvgElement, SvgFlaw, SvgText } from './svg-reader.ts';

/** An element that is none of a figure. */
export function flawOfElement(element: SvgElement): SvgFlaw {
  const { name } = element;
  const known = [...ELEMENTS.keys()].filter((key) => key !== 'svg');
  const near = nearest(name, known);
  const fix = near === undefined ? `it is made of ${listOf(known)}.` : `did you mean \`${near}\`?`;
  const own = ELEMENT_HINTS.find(([pattern]) => pattern.test(name))?.[1];
  return flaw(element, `A figure must not contain \`<${name}>\`.`, own ?? fix);
}

/** An element of a figure in one that cannot hold it. */
export function flawOfPlace(child: SvgElement, parent: SvgElement): SvgFlaw {
  const places = [...ELEMENTS].flatMap(([name, { children }]) =>
    children.includes(child.name) ? [name] : [],
  );
  const fix =
    places.length === 0 ? 'draw into the outer `svg`.' : `put it directly into ${listOf(places, 'or')}.`;
  return flaw(child, `\`<${child.name}>\` must not stand in \`<${parent.name}>\`.`, fix);
}

/** Text where nobody would see it. */
export function flawOfText(text: SvgText): SvgFlaw {
  const offset = text.offset + (/\S/.exec(text.value)?.index ?? 0);
  return flaw({ offset }, 'This text would not be shown.', 'put it into `<text x="…" y="…">…</text>`.');
}

/** An attribute that an element of a figure does not have. */
export function flawOfAttribute(element: SvgElement, attribute: SvgAttribute, rule: ElementRule): SvgFlaw {
  const { name } = attribute;
  const known = [...rule.attributes.keys(), ...(element.name === 'svg' ? [] : COMMON_ATTRIBUTES)];
  const near = nearest(name, known);
  const listed = near === undefined ? `it knows ${listOf(known)}.` : `did you mean \`${near}\`?`;
  const fix = ATTRIBUTE_HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? listed;
  return flaw(attribute, `\`<${element.name}>\` must not have the attribute \`${name}\`.`, fix);
}

/** A flaw at the place of something that was read. */
export function flaw({ offset }: { readonly offset: number }, problem: string, fix: string): SvgFlaw {
  return { offset, problem, fix };
}

/** Names as a list in a sentence, each in backticks. */
export function listOf(names: readonly string[], last = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}

const ELEMENT_HINTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:defs|marker|use)$/, 'arrow heads come with the class `f-arrow`; repeat other shapes.'],
  [/^style$/, 'looks come from the classes that the page knows.'],
  [/^(?:image|foreignObject|script|a)$/, 'a figure is a drawing and nothing else.'],
];

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
