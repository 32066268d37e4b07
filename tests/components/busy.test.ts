import { beforeEach, expect, it, vi } from 'vitest';
import { holdInHand, whenHandIsEmpty, whenHandMoves } from '../../src/components/offline/busy.ts';

beforeEach(() => {
  const target = new EventTarget();
  vi.stubGlobal('document', Object.assign(target, { documentElement: { dataset: {} } }));
});

it('with nothing in hand both act at once', () => {
  const acts: string[] = [];
  whenHandIsEmpty(() => acts.push('empty'));
  whenHandMoves(() => acts.push('moved'));
  expect(acts).toEqual(['empty', 'moved']);
});

it('one waits for the next card, the other for the end, and each acts once', () => {
  const acts: string[] = [];
  holdInHand('a');
  whenHandIsEmpty(() => acts.push('empty'));
  whenHandMoves(() => acts.push('moved'));
  holdInHand('a');
  expect(acts).toEqual([]);
  holdInHand('b');
  expect(acts).toEqual(['moved']);
  holdInHand(undefined);
  holdInHand('c');
  holdInHand(undefined);
  expect(acts).toEqual(['moved', 'empty']);
});
