import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexNames, type PlainTerm, toPlainTerm } from '../../src/compile/generate/plain-term.ts';
import { isProvedByTerms } from '../../src/compile/generate/term-proof.ts';
import { termQuestions } from '../../src/compile/generate/term-questions.ts';
import { type CompileResult, compile } from '../../src/compile/index.ts';
import type { QuestionText } from '../../src/format/question.ts';
import { courseOf } from './course-text.ts';
import { LOCALES } from './fact-model.ts';
import { choicesOf, optionsOf } from './question-options.ts';

const SETTINGS = { seed: 20261123, numRuns: 80 };

const NAMES = [
  'heap',
  'heap size',
  'root',
  'roots',
  'mark',
  'sweep',
  'barrier',
  'card',
  'page',
  'space',
  'tag',
];

const term = fc.record({
  id: fc.stringMatching(/^[a-z]{4,8}$/),
  name: fc.constantFrom(...NAMES),
  alias: fc.constantFrom('', ...NAMES),
  says: fc.constantFrom(
    'holds things',
    'Holds  things.',
    'frees a heap',
    'is a page',
    'moves',
    'counts',
    'waits',
  ),
});
const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 9, selector: ({ id }) => id });

type ModelTerm = { id: string; name: string; alias: string; says: string };

test('[C57] in random sets of terms every question has one right answer in every locale', () => {
  let asked = 0;
  fc.assert(
    fc.property(terms, terms, (first, second) => {
      const all = [...new Map([...first, ...second].map((each) => [each.id, each])).values()];
      const { deck } = compileTerms(all);
      for (const question of deck.questions) {
        asked += 1;
        const key = all.find(({ id }) => `${id}.choice` === question.id);
        for (const locale of LOCALES) {
          const text = question.texts[locale];
          if (text?.kind !== 'choice' || key === undefined) throw new Error(question.id);
          expect(text.options.length).toBeGreaterThan(2);
          expect(text.options.filter(({ correct }) => correct)).toHaveLength(1);
          for (const option of text.options) {
            const named = all.filter(
              ({ name }) => option.text.endsWith(name.at(-1) ?? '') && nameIn(name, locale) === option.text,
            );
            expect(named).toHaveLength(1);
            const isKey = named[0] === key;
            expect(option.correct).toBe(isKey);
            if (isKey || named[0] === undefined) continue;
            expect(clash(named[0], key), `${named[0].name} for ${key.name}`).toBe(false);
          }
        }
      }
    }),
    { ...SETTINGS, numRuns: 150 },
  );
  expect(asked).toBeGreaterThan(100);
});

test('[C55] a term is asked by its masked definition', () => {
  const { deck } = compileTerms(DISTINCT);
  const question = deck.questions.find(({ id }) => id === 'aaaa.choice');
  expect(question).toMatchObject({
    kind: 'choice',
    tests: 'aaaa',
    origin: 'term',
    lesson: 'heap/marking',
    rev: 1,
  });
  const text = question?.texts.en;
  expect(text?.stem).toBe('<p>Which term is this?</p><p>The <span class="recall-mask">…</span> moves.</p>');
  expect(text?.explanation).toBe('<p>tag</p><p>The tag moves.</p>');
  const options = text?.kind === 'choice' ? text.options : [];
  expect(options).toHaveLength(4);
  expect(options.find(({ correct }) => correct)).toMatchObject({ text: 'tag' });
  expect(options.find(({ correct }) => !correct)?.feedback).toMatch(/^<p>/);
});

test.each<[string, Partial<ModelTerm>[]]>([
  ['fewer than two others', [{}]],
  ['names that hold its name', [{ name: 'tag list' }, { name: 'free tag' }]],
  ['aliases that are its name', [{ alias: 'Tag' }, { alias: 'TAGS' }]],
  ['others of which one is defined by it', [{ says: 'is a tag' }, {}]],
  ['others with the same definition', [{ says: 'the  TAG moves!' }, {}]],
])('[C55] no question is made with %s', (_what, others) => {
  const key = { id: 'aaaa', name: 'tag', alias: '', says: 'The tag moves.' };
  const rest = others.map((change, index) => ({
    id: `bbb${'xy'[index]}`,
    name: `n${index}`,
    alias: '',
    says: `s${index}`,
    ...change,
  }));
  const ids = compileTerms([key, ...rest]).deck.questions.map(({ id }) => String(id));
  expect(ids).not.toContain('aaaa.choice');
});

test('[C55] terms of another module are no options', () => {
  const body = (list: readonly ModelTerm[], locale: 'zh' | 'en') =>
    list.map((each) => sourceOf(each, locale)).join('\n\n');
  const files = LOCALES.flatMap((locale) => [
    ...courseOf({ [locale]: { marking: body(DISTINCT.slice(0, 2), locale) } }),
    ...courseOf({ [locale]: { marking: body(DISTINCT.slice(2, 4), locale) } }).map(({ path, text }) => ({
      path: path.replace('/heap/', '/stack/'),
      text,
    })),
  ]);
  expect(compile({ locales: LOCALES, base: '/', files }).deck.questions).toEqual([]);
});

test('[C59] a new term keeps every id and changes options only by coming in', () => {
  fc.assert(
    fc.property(fc.subarray([...DISTINCT], { minLength: 2 }), fc.constantFrom(...DISTINCT), (some, added) => {
      const rest = some.filter(({ id }) => id !== added.id);
      const before = choicesOf(compileTerms(rest));
      const after = choicesOf(compileTerms([added, ...rest.toReversed()]));
      for (const [id, options] of before) {
        const now = after.get(id);
        expect(now, id).toBeDefined();
        if (JSON.stringify(now) !== JSON.stringify(options))
          expect(JSON.stringify(now)).toContain(added.name);
      }
    }),
    SETTINGS,
  );
});

test.each<[string, (text: QuestionText) => QuestionText]>([
  [
    'another option marked',
    (text) => ({
      ...text,
      ...optionsOf(text, (all) => all.map((option) => ({ ...option, correct: !option.correct }))),
    }),
  ],
  [
    'two options only',
    (text) => ({
      ...text,
      ...optionsOf(text, (all) =>
        all.filter(({ correct }, index) => correct || index === all.findIndex((other) => !other.correct)),
      ),
    }),
  ],
  ['an option twice', (text) => ({ ...text, ...optionsOf(text, (all) => [...all, ...all.slice(0, 1)]) })],
  ['another definition', (text) => ({ ...text, stem: 'The page waits.' })],
])('[C58] the checker of terms refuses %s', (_what, change) => {
  const { deck } = compileTerms(DISTINCT);
  const plain: PlainTerm[] = deck.terms.map(toPlainTerm);
  const index = indexNames(plain);
  const drafts = termQuestions(plain, index, deck.cards);
  expect(drafts.length).toBeGreaterThan(5);
  for (const draft of drafts) {
    expect(isProvedByTerms(draft, index)).toBe(true);
    const texts = new Map(
      [...draft.texts].map(([locale, text]) => [locale, { ...text, authored: change(text.authored) }]),
    );
    expect(isProvedByTerms({ ...draft, texts }, index), draft.id).toBe(false);
  }
});

test('[C57] the generator makes nothing from terms that its checker refuses', () => {
  fc.assert(
    fc.property(terms, (list) => {
      const { deck } = compileTerms(list);
      const plain = deck.terms.map(toPlainTerm);
      const index = indexNames(plain);
      const drafts = termQuestions(plain, index, deck.cards);
      expect(drafts.filter((draft) => !isProvedByTerms(draft, index)).map(({ id }) => id)).toEqual([]);
    }),
    SETTINGS,
  );
});

test('[C58] the checker of terms refuses two options that the definition fits, even if both are marked', () => {
  const { deck } = compileTerms(DISTINCT);
  const plain = deck.terms.map(toPlainTerm);
  const [draft] = termQuestions(plain, indexNames(plain), deck.cards);
  const same = compileTerms(DISTINCT.map((each) => ({ ...each, says: DISTINCT[0]?.says ?? '' })));
  const index = indexNames(same.deck.terms.map(toPlainTerm));
  if (draft === undefined) throw new Error('no question');
  const mark = (text: QuestionText) => ({
    ...text,
    ...optionsOf(text, (all) => all.map((option) => ({ ...option, correct: true }))),
  });
  const texts = new Map(
    [...draft.texts].map(([locale, text]) => [locale, { ...text, authored: mark(text.authored) }]),
  );
  expect(isProvedByTerms({ ...draft, texts }, index)).toBe(false);
});

test('[C58] the checker of terms refuses a question once a term takes a name of its key', () => {
  const { deck } = compileTerms(DISTINCT);
  const plain = deck.terms.map(toPlainTerm);
  const [draft] = termQuestions(plain, indexNames(plain), deck.cards);
  const changed = DISTINCT.map((each) => (each.id === 'aaaa' ? each : { ...each, alias: 'tag' }));
  const index = indexNames(compileTerms(changed).deck.terms.map(toPlainTerm));
  expect(draft?.id).toBe('aaaa.choice');
  expect(draft && isProvedByTerms(draft, index)).toBe(false);
});

const DISTINCT: readonly ModelTerm[] = [
  'tag',
  'root',
  'mark',
  'sweep',
  'barrier',
  'card',
  'page',
  'space',
  'heap',
].map((name, index) => ({
  id: `${'abcdefghi'[index]}`.repeat(4),
  name,
  alias: '',
  says: index === 0 ? 'The tag moves.' : `Says ${'abcdefghi'[index]}.`,
}));

function nameIn(name: string, locale: 'zh' | 'en'): string {
  return locale === 'zh' ? `中${name}` : name;
}

function sourceOf({ id, name, alias, says }: ModelTerm, locale: 'zh' | 'en'): string {
  return `:term[${nameIn(name, locale)}]{#${id} alias="${alias}"}\n: ${says}`;
}

function compileTerms(list: readonly ModelTerm[]): CompileResult {
  const [zh, en] = LOCALES.map((locale) => ({
    marking: list.map((each) => sourceOf(each, locale)).join('\n\n'),
  }));
  return compile({ locales: LOCALES, base: '/', files: courseOf({ zh: zh ?? {}, en: en ?? {} }) });
}

/** Whether the definition of one term may be taken for the other's. */
function clash(a: ModelTerm, b: ModelTerm): boolean {
  const names = (each: ModelTerm) => [each.name, each.alias].filter((name) => name !== '');
  const normal = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
  const says = (one: ModelTerm, other: ModelTerm) =>
    names(other).some((name) => ` ${normal(one.says)} `.includes(` ${name} `));
  const isPart = names(a).some((one) => names(b).some((other) => one.includes(other) || other.includes(one)));
  return isPart || says(a, b) || says(b, a) || normal(a.says) === normal(b.says);
}
