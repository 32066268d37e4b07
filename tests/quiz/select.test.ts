import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId, LessonId, ModuleId, NoteId } from '../../src/format/id.ts';
import {
  type Choosing,
  moduleOf,
  type Scope,
  selectQuestions,
  separateSiblings,
} from '../../src/quiz/select.ts';
import { listed, RUNS } from './samples.ts';

const POOL = [
  listed('a1', 'a', 'basics/first'),
  listed('a2', 'a', 'basics/first'),
  listed('b1', 'b', 'basics/second'),
  listed('c1', 'c', 'more/third'),
  listed('d1', 'd', 'more/third'),
];
const select = (scope: Scope, choosing: Choosing, limit?: number, seed = 1) =>
  selectQuestions(POOL, { scope, choosing, seed, ...(limit !== undefined && { limit }) }).map(({ id }) => id);

describe('scope', () => {
  it.each<[Scope, string[]]>([
    [{ type: 'all' }, ['a1', 'a2', 'b1', 'c1', 'd1']],
    [{ type: 'module', module: 'basics' as ModuleId }, ['a1', 'a2', 'b1']],
    [{ type: 'lesson', lesson: 'more/third' as LessonId }, ['c1', 'd1']],
    [{ type: 'quiz', questions: [listed('d1').id, listed('b1').id, listed('gone').id] }, ['b1', 'd1']],
    [{ type: 'module', module: 'basic' as ModuleId }, []],
  ])('%o', (scope, expected) => {
    expect(select(scope, { by: 'chance' }).toSorted()).toEqual(expected);
  });

  it('a module is the folder of its lessons', () => {
    expect(moduleOf('basics/first' as LessonId)).toBe('basics');
  });
});

describe('choosing', () => {
  const recall = new Map([
    ['c1', 0.4],
    ['a1', 0.9],
    ['b1', 0.2],
  ] as [ItemId, number][]);

  it('by weakness: the lowest recall first, unseen ones last', () => {
    const ids = select({ type: 'all' }, { by: 'weakness', recall, unseen: 'last' });
    expect(ids.slice(0, 3)).toEqual(['b1', 'c1', 'a1']);
    expect(ids.slice(3).toSorted()).toEqual(['a2', 'd1']);
  });

  it('by weakness: unseen ones first where wanted', () => {
    const ids = select({ type: 'all' }, { by: 'weakness', recall, unseen: 'first' }, 3);
    expect(ids.slice(0, 2).toSorted()).toEqual(['a2', 'd1']);
    expect(ids[2]).toBe('b1');
  });

  it('what is due, whatever else there is', () => {
    const due = new Set(['c1', 'a2', 'card-x'] as ItemId[]);
    expect(select({ type: 'all' }, { by: 'due', due }).toSorted()).toEqual(['a2', 'c1']);
  });

  it('by chance: fixed by the seed, other seeds give others, never more than the limit', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      const ids = select({ type: 'all' }, { by: 'chance' }, 2, seed);
      expect(ids).toEqual(select({ type: 'all' }, { by: 'chance' }, 2, seed));
      expect(ids.length).toBe(2);
      orders.add(ids.join());
    }
    expect(orders.size).toBeGreaterThan(5);
    expect(select({ type: 'all' }, { by: 'chance' }, 0)).toEqual([]);
  });
});

it('siblings stand as seldom side by side as possible, and nothing is lost', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });
  fc.assert(
    fc.property(lists, (notes) => {
      const items = notes.map((note, index) => ({ note: note as NoteId, index }));
      const separated = separateSiblings(items);
      expect(separated.toSorted((a, b) => a.index - b.index)).toEqual(items);
      const neighbours = separated.filter(({ note }, index) => separated[index - 1]?.note === note).length;
      const most = Math.max(0, ...[...'abcd'].map((note) => notes.filter((other) => other === note).length));
      expect(neighbours).toBe(Math.max(0, 2 * most - notes.length - 1));
    }),
    { ...RUNS, numRuns: 2000 },
  );
});

it('an order without neighbouring siblings stays as it is', () => {
  const items = [...'abacbdbc'].map((note) => ({ note: note as NoteId }));
  expect(separateSiblings(items)).toEqual(items);
});
