import { GRADES, type Grade, type Instant, type Interval } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { dueAfter, learnerDay, MINUTE } from './day.ts';
import type { Schedule } from './fold.ts';
import { fuzzDays, fuzzFactor } from './fuzz.ts';
import { countLoad, weighDay } from './load.ts';
import { type CardMemory, NEW, type Rules } from './memory.ts';
import { nextStep } from './steps.ts';

/** What a grade would do: the interval to store in its event, and when that ends (milliseconds UTC). */
export interface Preview {
  readonly interval: Interval;
  readonly dueAt: number;
}

/** What previews are made from. */
export interface PreviewInput {
  readonly item: ItemId;
  readonly schedule: Schedule;
  readonly now: Instant;
  /** The other items of its note, if they are known: its day keeps away from theirs. */
  readonly siblings?: readonly ItemId[];
}

/** What each grade would do at `now`. */
export function previewGrades({
  item,
  schedule,
  now,
  siblings = [],
}: PreviewInput): Readonly<Record<Grade, Preview>> {
  const { memories, options, trace } = schedule;
  const memory = memories.get(item);
  const day = learnerDay(now, options.rolloverHour);
  const load = options.loadBalancing ? countLoad(schedule) : undefined;
  const siblingDays = siblings.flatMap((id) => (id === item ? [] : (memories.get(id)?.dueDay ?? [])));
  return previewMemory(memory, item, now, trace.rules, (days) => {
    const due =
      (load?.get(day + days) ?? 0) - (memory?.phase === 'review' && memory.dueDay === day + days ? 1 : 0);
    return weighDay(day + days, days, due, options.easyDays, siblingDays);
  });
}

/** What each grade would do at `now`; `memory` is `undefined` for a card never reviewed. */
export function previewMemory(
  memory: CardMemory | undefined,
  item: ItemId,
  now: Instant,
  rules: Rules,
  weigh?: (days: number) => number,
): Readonly<Record<Grade, Preview>> {
  const { options } = rules;
  const minutes = gradesOf((grade) => nextStep(memory ?? NEW, grade, options)?.minutes);
  const longest = Math.max(0, ...GRADES.map((grade) => minutes[grade] ?? 0));
  // Shortly before the day ends, tomorrow can be nearer than a step of some minutes.
  const tomorrow = dueAfter(now, { days: 1 }, options.rolloverHour);
  const soonest = tomorrow < now.at + longest * MINUTE ? 2 : 1;
  const days = previewDays(memory, item, now, rules, soonest, weigh);
  return gradesOf((grade) => {
    const step = minutes[grade];
    const interval: Interval = step === undefined ? { days: days[grade] } : { minutes: step };
    return { interval, dueAt: dueAfter(now, interval, options.rolloverHour) };
  });
}

/** Days for each grade if no step applied: Again ≤ Hard ≤ Good < Easy ≤ maximum. */
function previewDays(
  memory: CardMemory | undefined,
  item: ItemId,
  now: Instant,
  { options, fsrs }: Rules,
  soonest: number,
  weigh?: (days: number) => number,
): Readonly<Record<Grade, number>> {
  const { fuzz, maximumIntervalDays, rolloverHour } = options;
  const elapsed = memory ? learnerDay(now, rolloverHour) - memory.lastDay : 0;
  const ideal = gradesOf((grade) => fsrs.intervalDays(fsrs.next(memory, elapsed, grade).stability));
  const factor = fuzzFactor(item, memory?.reviews ?? 0);
  const scheduled = memory?.scheduledDays ?? 0;
  const spread = (days: number, least: number, most: number): number => {
    // As in Anki, fuzz does not take back the growth over the interval before.
    const minimum = Math.min(Math.max(least, days > scheduled ? scheduled + 1 : 1), most);
    const balance = days <= LONGEST_BALANCED ? weigh : undefined;
    return fuzz ? fuzzDays(days, minimum, most, factor, balance) : Math.min(Math.max(days, minimum), most);
  };
  const belowEasy = Math.max(1, maximumIntervalDays - 1);
  // Fitted weights may put a first Hard above a first Good; one factor for all keeps the order made here.
  const idealHard = Math.min(ideal[2], ideal[3]);
  const again = spread(Math.min(ideal[1], idealHard), 1, belowEasy);
  const hard = spread(idealHard, Math.max(soonest, again), belowEasy);
  const good = spread(ideal[3], hard, belowEasy);
  const easy = spread(ideal[4], Math.max(soonest, good + 1), maximumIntervalDays);
  return { 1: again, 2: hard, 3: good, 4: easy };
}

// As in Anki: further ahead the days are empty and will be balanced when they come nearer.
const LONGEST_BALANCED = 90;

function gradesOf<T>(of: (grade: Grade) => T): Record<Grade, T> {
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) };
}
