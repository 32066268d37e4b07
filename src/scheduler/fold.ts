import type { Instant, JsonValue, LearnerEvent } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { type ItemEvent, itemOf } from './answer.ts';
import { DAY, learnerDay } from './day.ts';
import type { Hold } from './hold.ts';
import { applyItemEvent, createMoments, foldItem, type ItemState } from './item-fold.ts';
import { type CardMemory, createRules, type Rules, retrievability } from './memory.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';
import { isBefore, type Place } from './place.ts';
import { type FoldedSettings, foldSettings, isSettingEvent } from './settings.ts';
import { collectUndos, type Undos } from './undo.ts';

/** What is known of every item that has an answer that counts since its last reset. */
export type Memories = ReadonlyMap<ItemId, CardMemory>;

/** What a whole log adds up to at a moment. */
export interface Schedule {
  /** The learner's choices, with defaults for the rest. */
  readonly options: SchedulerOptions;
  /** The last value of every setting, also of those that are none of the scheduler's. */
  readonly settings: ReadonlyMap<string, JsonValue>;
  readonly memories: Memories;
  /** Items that were suspended, or buried until a day that may have come. */
  readonly holds: ReadonlyMap<ItemId, Hold>;
  /** From this moment on (milliseconds UTC) the log must be folded anew: an event from a clock ahead counts then. */
  readonly validUntil: number;
  /** What folding on needs. */
  readonly trace: Trace;
}

/** What a fold remembers of its log. */
interface Trace {
  readonly defaults: SchedulerOptions;
  readonly rules: Rules;
  readonly undos: Undos;
  /** The last event that was folded. */
  readonly end: Place | undefined;
}

/**
 * Folds a log in canonical order (`at`, then `id`). Events dated more than a day after `now` were written by a clock
 * that ran ahead: they are left out until their time comes, except that an item with no other answer keeps its
 * memory and is due at once. `defaults` hold where the log chooses nothing.
 */
export function foldLog(
  events: readonly LearnerEvent[],
  now: Instant,
  defaults: Partial<SchedulerOptions> = {},
): Schedule {
  const undos = collectUndos(events);
  const base = parseOptions(defaults);
  const settled = countSettled(events, now);
  const past = settled === events.length ? events : events.slice(0, settled);
  const folded = foldSettings(past, ({ id }) => !undos.isUndone(id), base);
  const { options, settings } = folded;
  const rules = createRules(options, folded.dayOf);
  const states = foldItems(events, settled, () => true, undos, folded, rules, now);
  const memories = new Map<ItemId, CardMemory>();
  const holds = new Map<ItemId, Hold>();
  for (const [item, state] of states) put(memories, holds, item, state);
  const end = past.at(-1);
  const validUntil = findValidUntil(events, settled);
  return { options, settings, memories, holds, validUntil, trace: { defaults: base, rules, undos, end } };
}

/**
 * The schedule of a log whose items were folded before, no event of a clock ahead among them: {@link foldLog} without
 * its work.
 */
export function resumeFold(
  memories: Memories,
  holds: ReadonlyMap<ItemId, Hold>,
  events: readonly LearnerEvent[],
  defaults: Partial<SchedulerOptions>,
): Schedule {
  const undos = collectUndos(events);
  const base = parseOptions(defaults);
  const { options, settings, dayOf } = foldSettings(events, ({ id }) => !undos.isUndone(id), base);
  const trace = { defaults: base, rules: createRules(options, dayOf), undos, end: events.at(-1) };
  return { options, settings, memories, holds, validUntil: Number.POSITIVE_INFINITY, trace };
}

/**
 * The schedule after more events: just what {@link foldLog} makes of the whole log, but only the items that they
 * concern are folded. `log` is the whole log in canonical order with the events in it, wherever they stand there.
 */
export function applyToSchedule(
  schedule: Schedule,
  added: readonly LearnerEvent[],
  log: readonly LearnerEvent[],
  now: Instant,
): Schedule {
  const refold = () => foldLog(log, now, schedule.trace.defaults);
  if (!isCurrent(schedule, now)) return refold();
  if (added.length === 0) return schedule;
  return applyAppended(schedule, added, now) ?? applyInserted(schedule, added, log, now) ?? refold();
}

/**
 * Predicted probability of recalling an item at `now`, from 0 to 1, by real elapsed time in fractional days;
 * `undefined` for an item without memory.
 */
export function recallOf({ memories, trace }: Schedule, item: ItemId, now: Instant): number | undefined {
  const memory = memories.get(item);
  return memory && retrievability(memory, now, trace.rules);
}

/** Whether a schedule still says at `now` what {@link foldLog} would. */
function isCurrent({ validUntil, trace }: Schedule, now: Instant): boolean {
  return now.at < validUntil && (trace.end === undefined || trace.end.at <= now.at + DAY);
}

/** Folds on where every added event comes after all others; `undefined` if that is not so. */
function applyAppended(
  schedule: Schedule,
  added: readonly LearnerEvent[],
  now: Instant,
): Schedule | undefined {
  if (Number.isFinite(schedule.validUntil)) return undefined;
  const { rules, undos } = schedule.trace;
  let { end } = schedule.trace;
  for (const event of added) {
    const isLast = end === undefined || isBefore(end, event);
    if (!isLast || itemOf(event) === undefined || event.at > now.at + DAY || undos.isUndone(event.id)) {
      return undefined;
    }
    end = event;
  }
  const memories = new Map(schedule.memories);
  const holds = new Map(schedule.holds);
  for (const event of added as readonly ItemEvent[]) {
    const item = itemOf(event) as ItemId;
    const state = { memory: memories.get(item), hold: holds.get(item) };
    put(memories, holds, item, applyItemEvent(state, item, event, rules));
  }
  return { ...schedule, memories, holds, trace: { ...schedule.trace, end } };
}

/** Folds the items that the events concern anew; `undefined` if they concern all items. */
function applyInserted(
  schedule: Schedule,
  added: readonly LearnerEvent[],
  log: readonly LearnerEvent[],
  now: Instant,
): Schedule | undefined {
  const { defaults, rules } = schedule.trace;
  if (added.some((event) => isSettingEvent(event))) return undefined;
  const hasUndo = added.some(({ type }) => type === 'review.undone');
  const undos = hasUndo ? collectUndos(log) : schedule.trace.undos;
  const items = findItems(added, log, undos);
  if (!items) return undefined;
  const settled = countSettled(log, now);
  // What stands for a card that has only answers from a clock ahead depends on the moment.
  for (const [item, { lastReview }] of settled < log.length ? schedule.memories : []) {
    if (lastReview.at > now.at + DAY) items.add(item);
  }
  const folded = foldSettings(log.slice(0, settled), ({ id }) => !undos.isUndone(id), defaults);
  const concerns = (item: ItemId) => items.has(item);
  const states = foldItems(log, settled, concerns, undos, folded, rules, now);
  const memories = new Map(schedule.memories);
  const holds = new Map(schedule.holds);
  for (const item of items) put(memories, holds, item, states.get(item));
  const trace = { defaults, rules, undos, end: log[settled - 1] };
  return { ...schedule, memories, holds, validUntil: findValidUntil(log, settled), trace };
}

/** The items that these events concern or, over any number of undos, take back or restore; `undefined` if all. */
function findItems(
  added: readonly LearnerEvent[],
  log: readonly LearnerEvent[],
  undos: Undos,
): Set<ItemId> | undefined {
  const items = new Set<ItemId>();
  const targets = new Set<string>();
  for (const event of added) {
    const item = itemOf(event);
    if (item !== undefined) items.add(item);
    else if (event.type === 'review.undone') targets.add(undos.resolve(event.id));
  }
  for (let index = log.length - 1; index >= 0 && targets.size > 0; index -= 1) {
    const event = log[index];
    if (!event || !targets.delete(event.id)) continue;
    if (isSettingEvent(event)) return undefined;
    const item = itemOf(event);
    if (item !== undefined) items.add(item);
  }
  return items;
}

function foldItems(
  events: readonly LearnerEvent[],
  settled: number,
  concerns: (item: ItemId) => boolean,
  undos: Undos,
  { reschedulings }: FoldedSettings,
  rules: Rules,
  now: Instant,
): Map<ItemId, ItemState> {
  const moments = createMoments(reschedulings, rules);
  const past = groupByItem(events, 0, settled, concerns, undos);
  const states = new Map<ItemId, ItemState>();
  for (const [item, ofItem] of past) states.set(item, foldItem(item, ofItem, rules, moments));
  for (const [item, ofItem] of groupByItem(events, settled, events.length, concerns, undos)) {
    const { memory: known, hold } = states.get(item) ?? {};
    const { memory } = known ? {} : foldItem(item, ofItem, rules);
    if (!memory) continue;
    const today = learnerDay(now, rules.options.rolloverHour);
    const due = { dueAt: Math.min(memory.dueAt, now.at), dueDay: Math.min(memory.dueDay, today) };
    states.set(item, { memory: { ...memory, ...due }, hold });
  }
  return states;
}

function groupByItem(
  events: readonly LearnerEvent[],
  from: number,
  to: number,
  concerns: (item: ItemId) => boolean,
  undos: Undos,
): Map<ItemId, ItemEvent[]> {
  const groups = new Map<ItemId, ItemEvent[]>();
  for (let index = from; index < to; index += 1) {
    const event = events[index] as LearnerEvent;
    const item = itemOf(event);
    if (item === undefined || !concerns(item) || undos.isUndone(event.id)) continue;
    const group = groups.get(item);
    if (group) group.push(event as ItemEvent);
    else groups.set(item, [event as ItemEvent]);
  }
  return groups;
}

function put(
  memories: Map<ItemId, CardMemory>,
  holds: Map<ItemId, Hold>,
  item: ItemId,
  state: ItemState | undefined,
): void {
  if (state?.memory) memories.set(item, state.memory);
  else memories.delete(item);
  if (state?.hold) holds.set(item, state.hold);
  else holds.delete(item);
}

/** How many events of a log are dated at most a day after `now`. */
function countSettled(events: readonly LearnerEvent[], now: Instant): number {
  let count = events.length;
  while (count > 0 && (events[count - 1] as LearnerEvent).at > now.at + DAY) count -= 1;
  return count;
}

/** When the first event that is left out counts; an undo counts at any time. */
function findValidUntil(events: readonly LearnerEvent[], settled: number): number {
  for (let index = settled; index < events.length; index += 1) {
    const event = events[index] as LearnerEvent;
    if (event.type !== 'review.undone') return event.at - DAY;
  }
  return Number.POSITIVE_INFINITY;
}
