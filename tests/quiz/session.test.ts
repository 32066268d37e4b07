import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/format/event.ts';
import type { QuestionId } from '../../src/format/id.ts';
import {
  applyExam,
  createExam,
  type Exam,
  type ExamAction,
  examSeed,
  remainingMs,
  responseOf,
} from '../../src/quiz/exam.ts';
import {
  applyPractice,
  createPractice,
  firstAttempts,
  type Practice,
  type PracticeAction,
  practiceInHand,
} from '../../src/quiz/practice.ts';
import { formatSession, parseSession } from '../../src/quiz/session.ts';
import { tallyBy } from '../../src/quiz/tally.ts';
import { choiceText, RUNS } from './samples.ts';

const NOW = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;
const IDS = ['q-a', 'q-b', 'q-c'] as QuestionId[];
const [A, B, C] = IDS as [QuestionId, QuestionId, QuestionId];
const KNOWN = new Set(IDS);
const TEXT = choiceText('abc', 'a');
const TEXTS = new Map(IDS.map((id) => [id, TEXT]));
const RIGHT: Response = { keys: ['a'] };
const WRONG: Response = { keys: ['b'] };

const answer = (question: QuestionId, response: Response, at = NOW + 5_000): PracticeAction => ({
  type: 'answer',
  question,
  text: TEXT,
  response,
  at,
});
const next = (at = NOW): PracticeAction => ({ type: 'next', at });
const practise = (...actions: PracticeAction[]) => actions.reduce(applyPractice, createPractice(IDS, 7, NOW));
const sit = (...actions: ExamAction[]) => actions.reduce(applyExam, createExam(IDS, 10 * MINUTE, 7, NOW));

describe('practice', () => {
  it('a right answer is done with, a wrong one comes again at the end until it is right', () => {
    const once = practise(answer(A, WRONG), next(), answer(B, RIGHT), next(), answer(C, RIGHT), next());
    expect(once.queue).toEqual([A]);
    expect(practiceInHand(once)).toMatchObject({ question: A, isAgain: true });
    const twice = [answer(A, WRONG), next(), answer(A, RIGHT), next()].reduce(applyPractice, once);
    expect(twice.queue).toEqual([]);
    expect(practiceInHand(twice)).toBeUndefined();
    expect(twice.attempts.map(({ verdict }) => verdict)).toEqual([
      'wrong',
      'right',
      'right',
      'wrong',
      'right',
    ]);
    expect(firstAttempts(twice).map(({ question, verdict }) => `${question} ${verdict}`)).toEqual([
      'q-a wrong',
      'q-b right',
      'q-c right',
    ]);
  });

  it('shows the options otherwise each time, and alike before and after the answer', () => {
    const seeds = [
      practise(),
      practise(answer(A, WRONG)),
      practise(answer(A, WRONG), next(), answer(B, RIGHT), next(), answer(C, RIGHT), next()),
    ].map((practice) => practiceInHand(practice)?.seed);
    expect(seeds[0]).toBe(seeds[1]);
    expect(seeds[0]).not.toBe(seeds[2]);
  });

  it('hints are counted up to those there are, cost credit, and are gone with the next question', () => {
    const hint: PracticeAction = { type: 'hint', text: TEXT };
    const hinted = practise(hint, hint, hint, answer(A, RIGHT));
    expect(hinted.attempts).toMatchObject([{ hints: 2, score: 50, grade: 2, verdict: 'right' }]);
    expect(applyPractice(hinted, next()).hints).toBe(0);
  });

  it('measures from the question shown to the answer, without the time away', () => {
    const resumed = practise(
      { type: 'resume', at: NOW + 60 * MINUTE },
      answer(A, RIGHT, NOW + 60 * MINUTE + 900),
    );
    expect(resumed.attempts[0]?.durationMs).toBe(900);
    expect(practise(answer(A, RIGHT, NOW + 60 * MINUTE)).attempts[0]?.durationMs).toBe(10 * MINUTE);
    expect(practise(answer(A, RIGHT, NOW - 1)).attempts[0]?.durationMs).toBe(0);
  });

  it.each<[string, Practice, PracticeAction]>([
    ['an answer to another question', practise(), answer(B, RIGHT)],
    ['a second answer', practise(answer(A, WRONG)), answer(A, RIGHT)],
    ['going on without an answer', practise(), next()],
    ['a hint after the answer', practise(answer(A, WRONG)), { type: 'hint', text: TEXT }],
    ['anything after the end', practise({ type: 'end' }), answer(A, RIGHT)],
    ['time away after the answer', practise(answer(A, WRONG)), { type: 'resume', at: NOW + 1 }],
  ])('%s changes nothing', (_, practice, action) => {
    expect(applyPractice(practice, action)).toBe(practice);
  });

  it('keeps to its model whatever happens', () => {
    const actions = fc.array(
      fc.oneof(
        fc.record({
          type: fc.constant('answer' as const),
          question: fc.constantFrom(...IDS),
          text: fc.constant(TEXT),
          response: fc.constantFrom(RIGHT, WRONG),
          at: fc.integer({ min: NOW - 1000, max: NOW + 1000 }),
        }),
        fc.record({ type: fc.constant('next' as const), at: fc.constant(NOW) }),
        fc.record({ type: fc.constant('hint' as const), text: fc.constant(TEXT) }),
        fc.record({ type: fc.constant('resume' as const), at: fc.constant(NOW) }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(actions, (list) => {
        // The model: who is still to be right, in turn, and whether the first has been answered.
        let waiting = [...IDS];
        let given: boolean | undefined;
        let practice = createPractice(IDS, 7, NOW);
        let answers = 0;
        for (const action of list) {
          const [first] = waiting;
          if (action.type === 'answer' && action.question === first && given === undefined) {
            given = action.response === RIGHT;
            answers++;
          } else if (action.type === 'next' && given !== undefined && first) {
            waiting = given ? waiting.slice(1) : [...waiting.slice(1), first];
            given = undefined;
          }
          practice = applyPractice(practice, action);
          expect(practice.queue).toEqual(waiting);
          expect(practice.isAnswered).toBe(given !== undefined);
          expect(practice.attempts.length).toBe(answers);
          expect(parseSession(formatSession(practice), KNOWN)).toEqual(practice);
        }
      }),
      RUNS,
    );
  });
});

describe('an exam', () => {
  const respond = (question: QuestionId, response: Response | undefined, at = NOW + MINUTE): ExamAction => ({
    type: 'respond',
    question,
    response,
    at,
  });
  const turn = (place: number, at = NOW + MINUTE): ExamAction => ({ type: 'turn', place, at });
  const finish = (at = NOW + 5 * MINUTE): ExamAction => ({ type: 'finish', texts: TEXTS, at });

  it('goes back and forth; the last answer stands; one taken back is none', () => {
    const exam = sit(
      respond(A, WRONG),
      turn(2),
      respond(C, RIGHT),
      turn(0),
      respond(A, RIGHT),
      turn(2),
      respond(C, undefined),
    );
    expect([A, B, C].map((id) => responseOf(exam, id))).toEqual([RIGHT, undefined, undefined]);
    expect(applyExam(exam, finish()).finish?.attempts).toMatchObject([
      { question: A, verdict: 'right', hints: 0 },
    ]);
  });

  it('adds up the time spent on each question, and not the time away', () => {
    const exam = sit(
      respond(A, RIGHT, NOW + 1_000),
      turn(1, NOW + 2_000),
      respond(B, WRONG, NOW + 3_000),
      turn(0, NOW + 5_000),
      { type: 'resume', at: NOW + 100_000 },
      finish(NOW + 101_000),
    );
    expect(exam.finish?.attempts.map(({ durationMs }) => durationMs)).toEqual([3_000, 3_000]);
  });

  it('a field emptied again is no answer', () => {
    for (const blank of [{ text: ' ' }, { keys: [] }]) {
      const exam = sit(respond(A, RIGHT), respond(A, blank));
      expect(responseOf(exam, A)).toBeUndefined();
      expect(applyExam(exam, finish()).finish?.attempts).toEqual([]);
    }
    expect(responseOf(sit(respond(A, { truth: false })), A)).toEqual({ truth: false });
  });

  it('flags and unflags', () => {
    expect(sit({ type: 'flag', question: B }).flags).toEqual([B]);
    expect(sit({ type: 'flag', question: B }, { type: 'flag', question: B }).flags).toEqual([]);
  });

  it('ends at its deadline, however late it is handed in', () => {
    expect(sit(finish(NOW + 60 * MINUTE)).finish?.at).toBe(NOW + 10 * MINUTE);
    expect(sit(finish(NOW + MINUTE)).finish?.at).toBe(NOW + MINUTE);
    expect([-5, 0, 4, 10, 11].map((minutes) => remainingMs(sit(), NOW + minutes * MINUTE) / MINUTE)).toEqual([
      10, 10, 6, 0, 0,
    ]);
  });

  it.each<[string, Exam, ExamAction]>([
    ['an answer to a question not in hand', sit(), respond(B, RIGHT)],
    ['an answer after the time', sit(), respond(A, RIGHT, NOW + 10 * MINUTE)],
    ['turning to no question', sit(), turn(3)],
    ['turning to a broken place', sit(), turn(-1)],
    ['turning to where one is', sit(), turn(0)],
    ['a flag on a foreign question', sit(), { type: 'flag', question: 'q-x' as QuestionId }],
    ['an answer after handing in', sit(finish()), respond(A, RIGHT)],
    ['handing in twice', sit(finish()), finish()],
  ])('%s changes nothing', (_, exam, action) => {
    expect(applyExam(exam, action)).toBe(exam);
  });

  it('shows a question alike whenever it is turned to', () => {
    expect(examSeed(sit(turn(1), turn(0)), A)).toBe(examSeed(sit(), A));
    expect(examSeed(sit(), A)).not.toBe(examSeed(sit(), B));
  });

  it('survives the page at any moment', () => {
    const actions = fc.array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom(...IDS), fc.constantFrom(RIGHT, WRONG, undefined))
          .map(([id, it]) => respond(id, it)),
        fc.integer({ min: -1, max: 3 }).map((place) => turn(place)),
        fc.constantFrom(...IDS).map((question): ExamAction => ({ type: 'flag', question })),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(actions, actions, (before, after) => {
        const there = sit(...before);
        const back = parseSession(formatSession(there), KNOWN);
        if (back?.mode !== 'exam') throw new Error('Inconsistent: not read back');
        const rest = [...after, finish()];
        expect(rest.reduce(applyExam, back)).toEqual(rest.reduce(applyExam, there));
        expect(rest.reduce(applyExam, there).finish?.attempts.length).toBeLessThanOrEqual(IDS.length);
      }),
      RUNS,
    );
  });

  it('is tallied by group; an unanswered question earns nothing', () => {
    const exam = sit(respond(A, RIGHT), turn(1), respond(B, WRONG), finish());
    const tally = tallyBy(exam.questions, exam.finish?.attempts ?? [], (id) => (id === B ? 'two' : 'one'));
    expect(tally).toEqual([
      { group: 'one', asked: 2, right: 1, score: 50 },
      { group: 'two', asked: 1, right: 0, score: 0 },
    ]);
  });
});

describe('a kept session', () => {
  const finished = sit(
    { type: 'respond', question: A, response: RIGHT, at: NOW },
    {
      type: 'finish',
      texts: TEXTS,
      at: NOW + 1,
    },
  );

  it('comes back without the questions that the site no longer has', () => {
    const practice = practise({ type: 'hint', text: TEXT });
    expect(parseSession(formatSession(practice), new Set([B, C]))).toMatchObject({ queue: [B, C], hints: 0 });
    expect(parseSession(formatSession(practise(answer(A, WRONG))), new Set([B]))).toMatchObject({
      queue: [B],
      isAnswered: false,
      attempts: [],
    });
    expect(parseSession(formatSession(finished), new Set([B]))).toMatchObject({
      finish: { attempts: [] },
      place: 0,
    });
    expect(parseSession(formatSession(practice), new Set())).toBeUndefined();
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"mode":"practice"}',
    formatSession(practise()).replace('"version":1', '"version":2'),
    formatSession(practise()).replace('"q-b"', '7'),
    formatSession(finished).replace('"grade":4', '"grade":5'),
    formatSession(finished).replace('"keys":["a"]', '"keys":[1]'),
    formatSession(finished).slice(0, -1),
  ])('%s is none', (text) => {
    expect(parseSession(text, KNOWN)).toBeUndefined();
  });

  it('is read from nothing but its own form, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseSession(text, KNOWN)).toBeUndefined();
      }),
      RUNS,
    );
  });
});
