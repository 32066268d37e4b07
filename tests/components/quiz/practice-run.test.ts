import { expect, it } from 'vitest';
import { createKeptPractice } from '../../../src/components/quiz/kept-session.ts';
import { createPracticeRun } from '../../../src/components/quiz/practice-run.ts';
import type { ItemId } from '../../../src/format/id.ts';
import { foldLog, previewGrades } from '../../../src/scheduler/index.ts';
import { MORNING, settled } from '../study-fixture.ts';
import { createQuizStudy, QUESTIONS } from './study-fixture.ts';

const IDS = QUESTIONS.map(({ id }) => id);
const RIGHT = { keys: ['a'] };
const WRONG = { keys: ['b'] };

async function createRun(ids = IDS) {
  const made = await createQuizStudy();
  const kept = createKeptPractice(made.preferences, new Set(IDS));
  const run = createPracticeRun(made.study, kept);
  if (ids.length > 0) run.start(ids, 7);
  await settled();
  return { ...made, kept, run };
}

it('an answer is an event with the grade and the interval that the scheduler gives it', async () => {
  const { run, log, wait } = await createRun();
  expect(run.view.value).toMatchObject({ state: 'asking', question: { id: 'q-a' }, given: undefined });
  wait(4_000);
  run.answer(RIGHT);
  await settled();
  const at = MORNING.at + 4_000;
  const now = { ...MORNING, at };
  const { interval } = previewGrades({ item: 'q-a' as ItemId, schedule: foldLog([], now), now })[4];
  expect(log.events()).toMatchObject([
    {
      type: 'question.answered',
      question: 'q-a',
      grade: 4,
      score: 100,
      hints: 0,
      response: RIGHT,
      durationMs: 4_000,
      at,
      interval,
    },
  ]);
  expect(run.view.value).toMatchObject({ given: { assessment: { outcome: { verdict: 'right' } } } });
  run.answer(WRONG);
  expect(log.events().length).toBe(1);
});

it('a wrong answer comes again until it is right, and each is recorded', async () => {
  const { run, log } = await createRun(IDS.slice(0, 2));
  for (const response of [WRONG, RIGHT, RIGHT]) {
    run.answer(response);
    await settled();
    run.next();
    await settled();
  }
  expect(
    log.events().map((event) => event.type === 'question.answered' && [event.question, event.grade]),
  ).toEqual([
    ['q-a', 1],
    ['q-b', 4],
    ['q-a', 4],
  ]);
  expect(run.view.value.state).toBe('finished');
  run.leave();
  expect(run.view.value.state).toBe('setup');
});

it('comes back after the page was closed, with the hints opened and without the time away', async () => {
  const { run, study, kept, wait, log } = await createRun();
  run.answer(WRONG);
  await settled();
  run.next();
  await settled();
  run.hint();
  await settled();
  wait(3_600_000);
  const again = createPracticeRun(study, kept);
  await settled();
  expect(again.view.value).toMatchObject({
    state: 'asking',
    question: { id: 'q-b' },
    practice: { hints: 1 },
  });
  wait(2_000);
  again.answer(RIGHT);
  expect(log.events().at(-1)).toMatchObject({
    question: 'q-b',
    grade: 2,
    score: 75,
    hints: 1,
    durationMs: 2_000,
  });
});

it('is kept no longer once it has ended', async () => {
  const { run, kept } = await createRun();
  expect(kept.load()).toBeDefined();
  run.answer(RIGHT);
  await settled();
  run.end();
  await settled();
  expect(run.view.value.state).toBe('finished');
  expect(kept.load()).toBeUndefined();
});

it('says why a question cannot be loaded, and goes on when it can', async () => {
  const { run, network } = await createRun([]);
  network.isDown = true;
  run.start(IDS, 7);
  await settled();
  expect(run.view.value).toEqual({ state: 'failed', failure: 'offline' });
  network.isDown = false;
  run.retry();
  await settled();
  expect(run.view.value.state).toBe('asking');
});
