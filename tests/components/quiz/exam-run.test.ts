import { expect, it } from 'vitest';
import { createExamRun } from '../../../src/components/quiz/exam-run.ts';
import { createKeptExam } from '../../../src/components/quiz/kept-session.ts';
import type { QuestionId } from '../../../src/format/id.ts';
import { settled } from '../study-fixture.ts';
import { createQuizStudy, QUESTIONS } from './study-fixture.ts';

const IDS = QUESTIONS.map(({ id }) => id);
const [A, B] = IDS as [QuestionId, QuestionId, QuestionId];
const MINUTE = 60_000;

async function createRun() {
  const made = await createQuizStudy();
  const kept = createKeptExam(made.preferences, new Set(IDS));
  const run = createExamRun(made.study, kept);
  run.start(IDS, 10 * MINUTE, 7);
  await settled();
  return { ...made, kept, run };
}

it('nothing is recorded before it is handed in, and then what was answered', async () => {
  const { run, log, wait } = await createRun();
  run.respond(A, { keys: ['b'] });
  run.respond(A, { keys: ['a'] });
  wait(MINUTE);
  run.turn(1);
  run.respond(B, { keys: ['b'] });
  expect(log.events()).toEqual([]);
  run.handIn();
  expect(log.events()).toMatchObject([
    { question: 'q-a', grade: 3, score: 100, durationMs: MINUTE },
    { question: 'q-b', grade: 1, score: 0 },
  ]);
  run.handIn();
  expect(log.events().length).toBe(2);
  expect(run.view.value.state).toBe('finished');
});

it('records nothing of what was left open, nor of an answer taken back', async () => {
  const { run, log, study } = await createRun();
  run.respond(A, { keys: ['a'] });
  run.turn(1);
  run.respond(B, { keys: ['b'] });
  run.respond(B, undefined);
  run.handIn();
  expect(log.events()).toMatchObject([{ question: 'q-a' }]);
  expect([...study.memories.value.keys()]).toEqual(['q-a']);
  const shown = run.view.value;
  expect(shown.state === 'finished' && shown.exam.finish?.attempts.length).toBe(1);
});

it('resumes in the middle, with answers and flags, and its clock has gone on', async () => {
  const { run, kept, study, wait } = await createRun();
  run.respond(A, { keys: ['a'] });
  run.flag(B);
  run.turn(1);
  wait(4 * MINUTE);
  const again = createExamRun(study, kept);
  await settled();
  expect(again.view.value).toMatchObject({ state: 'sitting', exam: { place: 1, flags: ['q-b'] } });
  expect(again.leftMs.value).toBe(6 * MINUTE);
});

it('hands itself in when the time is up, also while the page was closed', async () => {
  const { run, kept, study, wait, log } = await createRun();
  run.respond(A, { keys: ['a'] });
  wait(11 * MINUTE);
  run.tick();
  expect(run.view.value.state).toBe('finished');
  expect(log.events().length).toBe(1);

  const { run: other, ...second } = await createRun();
  other.respond(A, { keys: ['a'] });
  second.wait(60 * MINUTE);
  const again = createExamRun(second.study, second.kept);
  await settled();
  expect(again.view.value.state).toBe('finished');
  expect(second.log.events().length).toBe(1);

  // A result that is opened again writes nothing twice.
  createExamRun(study, kept);
  await settled();
  expect(log.events().length).toBe(1);
});

it('a result stays until it is left', async () => {
  const { run, kept } = await createRun();
  run.handIn();
  expect(kept.load()?.finish).toBeDefined();
  run.leave();
  expect(kept.load()).toBeUndefined();
  expect(run.view.value.state).toBe('setup');
});

it('begins its clock only when all its questions are there', async () => {
  const { study, preferences, network, wait } = await createQuizStudy();
  const run = createExamRun(study, createKeptExam(preferences, new Set(IDS)));
  network.isDown = true;
  run.start(IDS, 10 * MINUTE, 7);
  await settled();
  expect(run.view.value).toEqual({ state: 'failed', failure: 'offline' });
  network.isDown = false;
  wait(5 * MINUTE);
  run.retry();
  await settled();
  expect(run.leftMs.value).toBe(10 * MINUTE);
});
