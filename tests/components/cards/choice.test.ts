import { describe, expect, it } from 'vitest';
import {
  type Choice,
  chooseRows,
  EVERYTHING,
  formatChoice,
  parseChoice,
  SORTS,
  STATE_FILTERS,
} from '../../../src/components/cards/choice.ts';
import { createRows, findGone } from '../../../src/components/cards/rows.ts';
import { createTagsOf } from '../../../src/components/tags-of.ts';
import type { CardTexts } from '../../../src/format/card-texts.ts';
import type { ManifestCard, ManifestQuestion } from '../../../src/format/deck.ts';
import type { Grade, LearnerEvent } from '../../../src/format/event.ts';
import type { CardId, EventId, ItemId, LessonId, NoteId, QuestionId, TagId } from '../../../src/format/id.ts';
import { KIND_NAMES } from '../../../src/format/kind-name.ts';
import { foldLog } from '../../../src/scheduler/index.ts';

const NOW = { at: Date.parse('2026-03-10T09:00+08:00'), offsetMinutes: 480 };
const DAY = 86_400_000;

const common = (id: string, lesson: string) => ({
  note: id as NoteId,
  lesson: lesson as LessonId,
  rev: 1,
  digest: '000000000000',
});
const cards: readonly ManifestCard[] = [
  { id: 'alpha' as CardId, kind: 'basic', ...common('alpha', 'one/first') },
  { id: 'beta' as CardId, kind: 'term-name', ...common('beta', 'one/second') },
  { id: 'gamma' as CardId, kind: 'cloze', ...common('gamma', 'onerous/third') },
  { id: 'delta' as CardId, kind: 'fact', ...common('delta', 'two/fourth'), rev: 2 },
];
const questions: readonly ManifestQuestion[] = [
  { id: 'met' as QuestionId, kind: 'choice', ...common('met', 'one/first') },
  { id: 'unmet' as QuestionId, kind: 'choice', ...common('unmet', 'one/first') },
];
const [exam, speed] = ['exam', 'speed'] as TagId[] as [TagId, TagId];
const tagsOf = createTagsOf({
  lessons: { speed: ['one/first' as LessonId] },
  notes: { exam: ['alpha' as NoteId, 'gamma' as NoteId] },
});
const texts: CardTexts = {
  alpha: ['What is ＡＢＣ?', 'Letters'],
  beta: ['页表', '地址的表'],
};

const answered = (card: string, daysAgo: number, grade: Grade, days: number): LearnerEvent => ({
  ...NOW,
  at: NOW.at - daysAgo * DAY,
  id: `${card}-${daysAgo}` as EventId,
  type: 'card.reviewed',
  card: card as CardId,
  grade,
  interval: { days },
  durationMs: 2000,
});
const log: readonly LearnerEvent[] = [
  answered('alpha', 9, 3, 20),
  answered('gone', 8, 3, 20),
  answered('beta', 7, 3, 3),
  answered('beta', 6, 1, 2),
  answered('delta', 5, 4, 50),
  {
    ...NOW,
    at: NOW.at - DAY,
    id: 'q' as EventId,
    type: 'question.answered',
    question: 'met' as QuestionId,
    grade: 3,
    interval: { days: 9 },
    score: 100,
    hints: 0,
    response: { truth: true },
    durationMs: 1000,
  },
  { ...NOW, id: 's' as EventId, type: 'card.suspended', item: 'alpha' as ItemId },
];
const schedule = foldLog(log, NOW);
const rows = createRows({ cards, questions, tagsOf }, texts, schedule, NOW);
const ids = (change: Partial<Choice>) =>
  chooseRows(rows, { ...EVERYTHING, ...change }).map(({ item }) => item.id);

it('lists every card and the questions that were met, in course order', () => {
  expect(ids({})).toEqual(['alpha', 'beta', 'gamma', 'delta', 'met']);
  expect(findGone({ cards, questions }, schedule)).toEqual(['gone']);
});

describe('filters', () => {
  it.each<[Partial<Choice>, readonly string[]]>([
    [{ text: 'abc' }, ['alpha']],
    [{ text: 'letters' }, ['alpha']],
    [{ text: '地址 页' }, ['beta']],
    [{ text: 'gamm' }, ['gamma']],
    [{ text: 'abc 页' }, []],
    [{ place: 'one' }, ['alpha', 'beta', 'met']],
    [{ place: 'one/second' }, ['beta']],
    [{ state: 'suspended' }, ['alpha']],
    [{ state: 'due' }, ['beta', 'delta']],
    [{ state: 'changed' }, ['delta']],
    [{ state: 'new' }, ['gamma']],
    [{ state: 'review' }, ['beta', 'delta', 'met']],
    [{ state: 'buried' }, []],
    [{ state: 'leech' }, []],
    [{ kind: 'term' }, ['beta']],
    [{ kind: 'question' }, ['met']],
    [{ kind: 'basic', place: 'one', text: 'what' }, ['alpha']],
    [{ tag: speed }, ['alpha', 'met']],
    [{ tag: exam }, ['alpha', 'gamma']],
    [{ tag: exam, kind: 'cloze' }, ['gamma']],
  ])('%j gives %j', (choice, expected) => {
    expect(ids(choice)).toEqual(expected);
  });

  it('a threshold of one lapse makes a leech', () => {
    const strict: LearnerEvent = {
      ...NOW,
      id: 'z' as EventId,
      type: 'settings.changed',
      name: 'leech-threshold',
      value: 1,
    };
    const strictRows = createRows({ cards, questions, tagsOf }, texts, foldLog([...log, strict], NOW), NOW);
    expect(chooseRows(strictRows, { ...EVERYTHING, state: 'leech' }).map(({ item }) => item.id)).toEqual([
      'beta',
    ]);
  });
});

describe('orders', () => {
  it.each<[Choice['sort'], readonly string[]]>([
    ['due', ['beta', 'met', 'alpha', 'delta', 'gamma']],
    ['last', ['alpha', 'beta', 'delta', 'met', 'gamma']],
    ['lapses', ['alpha', 'delta', 'met', 'beta', 'gamma']],
  ])('by %s, what has no such value last', (sort, expected) => {
    expect(ids({ sort })).toEqual(expected);
    const known = expected.slice(0, -1);
    const descending = ids({ sort, isDescending: true });
    expect(descending.at(-1)).toBe('gamma');
    expect(new Set(descending)).toEqual(new Set(expected));
    if (sort !== 'lapses') expect(descending.slice(0, -1)).toEqual([...known].reverse());
  });

  it.each(['recall', 'stability', 'difficulty'] as const)('by %s, ascending', (sort) => {
    const found = chooseRows(rows, { ...EVERYTHING, sort });
    const values = found.flatMap(({ memory, recall }) =>
      memory ? [sort === 'recall' ? (recall ?? Number.NaN) : memory[sort]] : [],
    );
    expect(values).toHaveLength(4);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(found.at(-1)?.item.id).toBe('gamma');
  });
});

it('a choice survives the address, and an address that makes no sense asks for everything', () => {
  const choices: Choice[] = STATE_FILTERS.flatMap((state, index) => [
    {
      text: 'a & b = ü',
      place: 'one/first',
      state,
      kind: KIND_NAMES[index % KIND_NAMES.length],
      tag: index % 2 === 0 ? exam : undefined,
      sort: SORTS[index % SORTS.length] ?? 'due',
      isDescending: index % 2 === 0,
    },
  ]);
  for (const choice of [EVERYTHING, ...choices]) {
    expect(parseChoice(formatChoice(choice), [speed, exam])).toEqual(choice);
  }
  expect(formatChoice(EVERYTHING)).toBe('');
  expect(parseChoice('?state=nonsense&sort=&order=up&kind=x&tag=exam', [speed])).toEqual(EVERYTHING);
  // From before there were tags.
  expect(parseChoice('?tag=cloze', [speed])).toEqual({ ...EVERYTHING, kind: 'cloze' });
});
