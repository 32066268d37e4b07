import { DECK_VERSION, type Manifest, type ManifestItem } from './deck.ts';
import { hashText } from './hash-text.ts';
import type { LessonId } from './id.ts';

/** The plain text of cards and questions in one locale, front and back, by id. */
export type CardTexts = Readonly<Record<string, Sides>>;

type Sides = readonly [front: string, back: string];

/**
 * `/<prefix>/<locale>/cards.json`: {@link CardTexts} lesson by lesson, in the order of the manifest. For example
 * `[2911446293,"Root","Where marking starts.",["Origin"]]` are the sides of `root.meaning` and those of `root.name`.
 */
export interface PackedCardTexts {
  readonly version: typeof DECK_VERSION;
  /** What questions that are made of a term begin with. */
  readonly ask: string;
  /** `order` tells whether the lesson's items are those of the reader's manifest. */
  readonly lessons: Readonly<Record<LessonId, readonly [order: number, ...sides: PackedSides[]]>>;
}

/**
 * A front, after which comes its back; `0` for both sides as they are expected after the cards before them, or such ones
 * with an end to the back; `null` for an item without text.
 */
type PackedSides = string | 0 | readonly [end: string] | null;

type Items = Pick<Manifest, 'cards' | 'questions'>;

/** The document of the texts of a manifest's items. */
export function packCardTexts(items: Items, texts: CardTexts): PackedCardTexts {
  const ask = findAsk(items, texts);
  const lessons = [...byLesson(items)].map(([lesson, own]) => {
    const packed: PackedSides[] = [];
    gather(own, ask, ({ id }, expected) => {
      const sides = texts[id];
      packed.push(...(sides ? packSides(sides, expected) : [null]));
      return sides;
    });
    return [lesson, [orderOf(own), ...packed]];
  });
  return { version: DECK_VERSION, ask, lessons: Object.fromEntries(lessons) };
}

/** The texts of a document, for those lessons that have the same items in it as in the manifest. */
export function unpackCardTexts(items: Items, { ask, lessons }: PackedCardTexts): CardTexts {
  const known = byLesson(items);
  return Object.assign(
    {},
    ...Object.entries(lessons).map(([lesson, [order, ...packed]]) => {
      const own = known.get(lesson as LessonId) ?? [];
      if (orderOf(own) !== order) return {};
      const rest = packed.values();
      const next = () => rest.next().value ?? null;
      return gather(own, ask, (_, [front, back]) => {
        const sides = next();
        if (typeof sides === 'string') return [sides, String(next())];
        return sides === null ? undefined : [front, back + (sides ? sides[0] : '')];
      });
    }),
  );
}

function byLesson({ cards, questions }: Items): Map<LessonId, ManifestItem[]> {
  const lessons = new Map<LessonId, ManifestItem[]>();
  for (const item of [...cards, ...questions]) {
    const own = lessons.get(item.lesson);
    if (own) own.push(item);
    else lessons.set(item.lesson, [item]);
  }
  return lessons;
}

function orderOf(items: readonly ManifestItem[]): number {
  return hashText(items.map(({ id }) => id).join(' '));
}

/** Asks for the texts of a lesson one by one, and tells of each what is expected after those before it. */
function gather(
  items: readonly ManifestItem[],
  ask: string,
  textOf: (item: ManifestItem, expected: Sides) => Sides | undefined,
): CardTexts {
  const texts: Record<string, Sides> = {};
  for (const item of items) {
    const sides = textOf(item, expectSides(item, ask, texts));
    if (sides) texts[item.id] = sides;
  }
  return texts;
}

/** Other cards and questions of a term say what its card `<note>.meaning` says. */
function expectSides({ id, note }: ManifestItem, ask: string, texts: CardTexts): Sides {
  const meaning = texts[`${note}.meaning`];
  if (meaning && id === `${note}.name`) return [meaning[1], meaning[0]];
  if (meaning && id === `${note}.choice`)
    return [ask + (texts[`${note}.name`]?.[0] ?? meaning[1]), meaning[0] + meaning[1]];
  return ['', ''];
}

/** What generated questions begin with: that of the first one. */
function findAsk({ questions }: Items, texts: CardTexts): string {
  for (const { id, note } of questions) {
    const front = texts[id]?.[0];
    const asked = texts[`${note}.name`]?.[0];
    if (id === `${note}.choice` && front !== undefined && asked !== undefined && front.endsWith(asked))
      return front.slice(0, front.length - asked.length);
  }
  return '';
}

function packSides([front, back]: Sides, expected: Sides): PackedSides[] {
  if (front !== expected[0] || !back.startsWith(expected[1])) return [front, back];
  return [back === expected[1] ? 0 : [back.slice(expected[1].length)]];
}
