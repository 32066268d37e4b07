import type { Card, Term } from '../../format/deck.ts';
import type { QuestionId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { ChoiceText, OptionKey } from '../../format/question.ts';
import { hash64 } from '../digest.ts';
import { optionKeys } from '../option-key.ts';
import { phrasesOf } from '../phrases.ts';
import { revisionOf } from '../revision.ts';
import { byRank, type DraftText, type QuestionDraft } from './draft.ts';
import { areApart, hasOwnName, type NameIndex, type PlainTerm } from './plain-term.ts';

/**
 * One choice for each term that has enough neighbours in its module: its definition, masked as on its card, and
 * names to choose from. Only the cards of those terms are read.
 */
export function termQuestions(
  terms: readonly PlainTerm[],
  index: NameIndex,
  cards: readonly Card[],
): QuestionDraft[] {
  const byId = new Map(cards.map((card) => [String(card.id), card]));
  const shown: ShownTerm = {
    nameOf: ({ id }, locale) => byId.get(`${id}.meaning`)?.faces[locale]?.front,
    stemOf: ({ id }, locale) => byId.get(`${id}.name`)?.faces[locale]?.front,
  };
  const named = terms.filter((term) => hasOwnName(term, index));
  const rings = ringsOf(named);
  return named.flatMap((key): QuestionDraft[] => {
    const id = `${key.term.id}.choice`;
    // Neighbours of the same lesson first: they are the more plausible ones.
    const near = rings.get(key.term.lesson) ?? [];
    const distractors = pickDistractors(id, key, [near, rings.get(moduleOf(key.term)) ?? []]);
    if (distractors.length < MIN_DISTRACTORS) return [];
    const options = byRank(id, [key, ...distractors], ({ term }) => term.id).map(({ term }) => term);
    const [keyLocale = ''] = key.locales;
    const keys = optionKeys(options.map(({ texts }) => texts[keyLocale]?.name ?? ''));
    const texts = key.locales.flatMap((locale): [Locale, DraftText][] => {
      const text = choiceText(key.term, options, keys, locale, shown);
      return text === undefined ? [] : [[locale, text]];
    });
    if (texts.length === 0) return [];
    const { id: tests, lesson } = key.term;
    const revision = revisionOf(byId.get(`${tests}.meaning`));
    return [
      {
        id: id as QuestionId,
        kind: 'choice',
        lesson,
        tests,
        origin: 'term',
        revision,
        texts: new Map(texts),
      },
    ];
  });
}

const MIN_DISTRACTORS = 2;
const MAX_DISTRACTORS = 3;

interface ShownTerm {
  readonly nameOf: (term: Term, locale: Locale) => string | undefined;
  readonly stemOf: (term: Term, locale: Locale) => string | undefined;
}

/** A place on a circle of hashes. */
interface Spot {
  readonly at: string;
  readonly term: PlainTerm;
}

function moduleOf({ lesson }: Term): string {
  return lesson.split('/')[0] ?? '';
}

/** The circles of every lesson and every module. */
function ringsOf(terms: readonly PlainTerm[]): ReadonlyMap<string, readonly Spot[]> {
  const rings = new Map<string, Spot[]>();
  for (const term of terms) {
    for (const name of [term.term.lesson, moduleOf(term.term)]) {
      const ring = rings.get(name) ?? [];
      rings.set(name, ring);
      ring.push({ at: hash64(term.term.id), term });
    }
  }
  for (const ring of rings.values()) ring.sort((a, b) => (a.at < b.at ? -1 : 1));
  return rings;
}

/**
 * The terms that follow the question's own place on each circle (consistent hashing), as far as they cannot be right
 * too. A new term comes into the few questions just before its place and leaves all others as they are; the search
 * does not grow with the module.
 */
function pickDistractors(id: string, key: PlainTerm, rings: readonly (readonly Spot[])[]): PlainTerm[] {
  const picked: PlainTerm[] = [];
  for (const ring of rings) {
    const from = placeAfter(ring, hash64(id));
    for (let step = 0; step < ring.length && picked.length < MAX_DISTRACTORS; step += 1) {
      const candidate = ring[(from + step) % ring.length]?.term;
      if (candidate === undefined || candidate === key || picked.includes(candidate)) continue;
      const isShown = key.locales.every((locale) => candidate.locales.includes(locale));
      if (isShown && areApart(key, candidate)) picked.push(candidate);
    }
  }
  return picked;
}

/** Index of the first spot at or after a hash, by bisection. */
function placeAfter(ring: readonly Spot[], hash: string): number {
  let low = 0;
  let high = ring.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ring[middle]?.at ?? '') < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

function choiceText(
  key: Term,
  options: readonly Term[],
  keys: readonly OptionKey[],
  locale: Locale,
  { nameOf, stemOf }: ShownTerm,
): DraftText | undefined {
  const stem = stemOf(key, locale);
  const name = nameOf(key, locale);
  const definition = key.texts[locale]?.definition;
  if (stem === undefined || name === undefined || definition === undefined) return undefined;
  const build = (view: 'authored' | 'shown'): ChoiceText => ({
    kind: 'choice',
    multiple: false,
    stem: view === 'authored' ? words(definition) : `<p>${phrasesOf(locale).whichTerm}</p>${stem}`,
    hints: [],
    options: options.map((term, index) => {
      const text = term.texts[locale];
      const label = view === 'authored' ? (text?.name ?? '') : unwrap(nameOf(term, locale) ?? '');
      const meaning = text?.definition ?? '';
      const feedback = term === key ? {} : { feedback: view === 'authored' ? words(meaning) : meaning };
      return { key: keys[index] ?? '', text: label, correct: term === key, ...feedback };
    }),
    explanation: view === 'authored' ? words(name + definition) : name + definition,
  });
  return { authored: build('authored'), shown: build('shown') };
}

/** Words without tags: addresses in links depend on the base path, which no digest may. */
function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').trim();
}

function unwrap(html: string): string {
  return html.replace(/^<p>|<\/p>$/g, '');
}
