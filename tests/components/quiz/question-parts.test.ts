import { describe, expect, it } from 'vitest';
import { moveKey } from '../../../src/components/kinds/moved-keys.ts';
import { choosingBy } from '../../../src/components/quiz/question-pool.ts';
import { parseScope } from '../../../src/components/quiz/SetupFields.tsx';
import { plainText } from '../../../src/search/plain-text.ts';
import { MORNING } from '../study-fixture.ts';
import { createQuizStudy, QUESTIONS } from './study-fixture.ts';

it.each([
  ['plain', 'plain'],
  ['<code>a &lt; b</code> &#x26; <strong>c</strong>', 'a < b & c'],
  ['&quot;x&quot;&nbsp;&#39;y&#39; &unknown;', '"x" \'y\' &unknown;'],
  ['&amp;lt;', '&lt;'],
  ['&#x110000;', '&#x110000;'],
])('%s reads %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});

describe('moving a key', () => {
  const keys = ['a', 'b', 'c'];
  it.each([
    ['a', 1, 'bac'],
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['a', -1, 'abc'],
    ['c', 3, 'abc'],
    ['x', 0, 'abc'],
  ])('%s to %d', (key, place, expected) => {
    const moved = moveKey(keys, key, place);
    expect(moved.join('')).toBe(expected);
    expect(moved === keys).toBe(expected === 'abc');
  });
});

it.each([
  ['', { type: 'all' }],
  ['#module=basics', { type: 'module', module: 'basics' }],
  ['#lesson=basics/first', { type: 'lesson', lesson: 'basics/first' }],
  ['#module=<script>', { type: 'all' }],
])('a link with “%s” asks for %o', (hash, scope) => {
  expect(parseScope(hash)).toEqual(scope);
});

it('what was answered is due today or recalled the better the later it was', async () => {
  const { study, log } = await createQuizStudy();
  const DAY = 86_400_000;
  for (const [index, days] of [1, 3].entries()) {
    log.append({
      at: MORNING.at - 5 * DAY,
      offsetMinutes: 480,
      type: 'question.answered',
      question: QUESTIONS[index]?.id ?? ('' as never),
      grade: index === 0 ? 1 : 4,
      interval: { days: days === 3 ? 9 : 1 },
      score: 0,
      hints: 0,
      response: { keys: [] },
      durationMs: 1,
    });
  }
  expect(choosingBy('due', study)).toEqual({ by: 'due', due: new Set(['q-a']) });
  const choosing = choosingBy('weakest', study);
  if (choosing.by !== 'weakness') throw new Error(`Inconsistent: ${choosing.by}`);
  const [a = 1, b = 0, c] = QUESTIONS.map(({ id }) => choosing.recall.get(id));
  expect(a).toBeLessThan(b);
  expect(c).toBeUndefined();
});
