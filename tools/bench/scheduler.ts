import type { ManifestCard } from '../../src/format/deck.ts';
import type { Grade, Instant, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, LessonId, NoteId } from '../../src/format/id.ts';
import {
  applyToSchedule,
  buildQueue,
  decodeSchedule,
  encodeSchedule,
  foldLog,
  previewGrades,
} from '../../src/scheduler/index.ts';

const CARDS = 10_000;
const EVENTS = 100_000;
const ROUNDS = 25;
const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

/** Folds a log of 100,000 answers to 10,000 cards, then times what an answer sets off. */
export async function run(): Promise<void> {
  const { log, now, deck } = createLog();
  const schedule = foldLog(log, now);
  report(
    'fold of the whole log',
    time(() => foldLog(log, now)),
    (ms) => `${Math.round(EVENTS / ms)} events/ms`,
  );
  const text = encodeSchedule(schedule, log) ?? '';
  report(
    'snapshot written',
    time(() => encodeSchedule(schedule, log)),
    () => `${text.length} characters`,
  );
  report(
    'snapshot read',
    time(() => decodeSchedule(text, log, now)),
  );
  const older = log.slice(0, -200);
  const olderText = encodeSchedule(foldLog(older, now), older) ?? '';
  report(
    'snapshot read, 200 events newer',
    time(() => decodeSchedule(olderText, log, now)),
  );

  const next = answer(deck[77]?.id ?? '', EVENTS + 1, now.at, 3, 9);
  const answered = [...log, next];
  report(
    'one more answer',
    time(() => applyToSchedule(schedule, [next], answered, now)),
  );
  const undo: LearnerEvent = { ...now, type: 'review.undone', id: idOf(now.at, EVENTS + 2), target: next.id };
  const after = applyToSchedule(schedule, [next], answered, now);
  report(
    'an undo',
    time(() => applyToSchedule(after, [undo], [...answered, undo], now)),
  );
  report(
    'an event in the middle',
    time(() => applyToSchedule(schedule, log.slice(500, 501), log, now)),
  );
  report(
    'queue',
    time(() => buildQueue({ deck, schedule, now })),
    () => {
      const { counts, held } = buildQueue({ deck, schedule, now });
      return `${counts.review} reviews, ${held.review} held`;
    },
  );
  const item = deck[5]?.id as CardId;
  const siblings = deck.slice(4, 6).map(({ id }) => id);
  report(
    'preview, the load counted',
    time(() => previewGrades({ item, schedule: { ...schedule }, now, siblings })),
  );
  report(
    'preview',
    time(() => previewGrades({ item, schedule, now, siblings })),
  );
}

function createLog(): { log: LearnerEvent[]; now: Instant; deck: ManifestCard[] } {
  const deck = Array.from(
    { length: CARDS },
    (_, index): ManifestCard => ({
      id: `some-note-${index >> 1}.part-${index & 1}` as CardId,
      kind: 'basic',
      note: `some-note-${index >> 1}` as NoteId,
      lesson: 'module/lesson' as LessonId,
      rev: 1,
      digest: '000000000000',
    }),
  );
  let seed = 7;
  const chance = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const log: LearnerEvent[] = [];
  for (let index = 0; index < EVENTS; index += 1) {
    // Each card is answered once in every tenth of the time, at growing intervals of its own.
    const round = Math.floor(index / CARDS);
    const card = Math.floor(chance() * CARDS);
    const grade = (chance() < 0.1 ? 1 : 3) as Grade;
    const days = Math.round(2 + round * 12 * chance());
    log.push(answer(deck[card]?.id ?? '', index, START + (index * 400 * DAY) / EVENTS, grade, days));
  }
  return { log, now: { at: START + 400 * DAY, offsetMinutes: 480 }, deck };
}

function answer(card: string, seq: number, at: number, grade: Grade, days: number): LearnerEvent {
  return {
    type: 'card.reviewed',
    id: idOf(at, seq),
    at: Math.round(at),
    offsetMinutes: 480,
    card: card as CardId,
    grade,
    interval: { days },
    durationMs: 4000,
  };
}

function idOf(at: number, seq: number): EventId {
  return `${Math.round(at).toString(36).padStart(9, '0')}-bench00000-${seq.toString(36).padStart(4, '0')}` as EventId;
}

/** Milliseconds of each round, the first left out. */
function time(task: () => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now();
    task();
    times.push(performance.now() - started);
  }
  return times.slice(1).sort((a, b) => a - b);
}

function report(name: string, times: readonly number[], more?: (median: number) => string): void {
  const median = times[times.length >> 1] ?? 0;
  const [best = 0] = times;
  const figures = `median ${median.toFixed(2).padStart(7)} ms, best ${best.toFixed(2).padStart(7)} ms`;
  console.log(`${name.padEnd(34)} ${figures}${more ? `   ${more(median)}` : ''}`);
}
