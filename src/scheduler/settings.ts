import type { JsonValue, LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { isReschedulingReason, type SchedulerSetting } from '../format/settings.ts';
import { learnerDay } from './day.ts';
import { findOptionsProblem, type SchedulerOptions } from './options.ts';
import { type Happening, isBefore, type Place } from './place.ts';
import { findWeightsProblem } from './weights.ts';

/** What the settings of a log add up to. */
export interface FoldedSettings {
  readonly options: SchedulerOptions;
  /** The last value of every setting, whether the scheduler knows it or not, as it was stored. */
  readonly settings: ReadonlyMap<string, JsonValue>;
  readonly reschedulings: readonly Rescheduling[];
  /** The learner's day of an event, by the hour at which days began when it happened. */
  readonly dayOf: (event: Happening) => number;
}

/** A moment at which cards in review got new due dates, with the options then in force. */
export interface Rescheduling {
  readonly at: number;
  readonly id: EventId;
  readonly options: SchedulerOptions;
}

/** Folds the settings of a log in canonical order; `counts` tells events that were undone from others. */
export function foldSettings(
  events: readonly LearnerEvent[],
  counts: (event: LearnerEvent) => boolean,
  defaults: SchedulerOptions,
): FoldedSettings {
  let options = defaults;
  const settings = new Map<string, JsonValue>();
  const reschedulings: Rescheduling[] = [];
  const hours: { readonly since: Place; readonly hour: number }[] = [];
  for (const event of events) {
    if (!isSettingEvent(event) || !counts(event)) continue;
    if (event.type === 'settings.changed') {
      settings.set(event.name, event.value);
      const { rolloverHour } = options;
      options = withSetting(options, event.name, event.value);
      if (options.rolloverHour !== rolloverHour) hours.push({ since: event, hour: options.rolloverHour });
      continue;
    }
    const { weights, at, id } = event;
    if (findWeightsProblem(weights) === undefined) options = { ...options, weights };
    if (isReschedulingReason(event.reason)) reschedulings.push({ at, id, options });
  }
  // What was done belongs to the day that it was then, whatever hour days begin at since.
  const dayOf = (event: Happening): number =>
    learnerDay(event, hours.findLast(({ since }) => isBefore(since, event))?.hour ?? defaults.rolloverHour);
  return { options, settings, reschedulings, dayOf };
}

/** Whether an event changes the rules for every item. */
export function isSettingEvent(
  event: LearnerEvent,
): event is Extract<LearnerEvent, { type: 'settings.changed' | 'parameters.changed' }> {
  return event.type === 'settings.changed' || event.type === 'parameters.changed';
}

/** The value of an option as a `settings.changed` of that name holds it. */
export function readSetting(options: SchedulerOptions, name: SchedulerSetting): JsonValue {
  return options[OPTION_OF[name]];
}

/** Options with one stored setting; the same ones if the scheduler does not know it or cannot use its value. */
function withSetting(options: SchedulerOptions, name: string, value: JsonValue): SchedulerOptions {
  if (!Object.hasOwn(OPTION_OF, name)) return options;
  const key = OPTION_OF[name as SchedulerSetting];
  // Lists and records are told apart here; what is in them is checked with the limits.
  if (shapeOf(value) !== shapeOf(options[key])) return options;
  const changed: SchedulerOptions = { ...options, [key]: value };
  return findOptionsProblem(changed) === undefined ? changed : options;
}

function shapeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

const OPTION_OF = {
  'desired-retention': 'desiredRetention',
  'maximum-interval': 'maximumIntervalDays',
  'learning-steps': 'learningSteps',
  'relearning-steps': 'relearningSteps',
  'rollover-hour': 'rolloverHour',
  fuzz: 'fuzz',
  'load-balancing': 'loadBalancing',
  'easy-days': 'easyDays',
  'new-per-day': 'newPerDay',
  'reviews-per-day': 'reviewsPerDay',
  'today-only': 'todayOnly',
  'learn-ahead': 'learnAheadMinutes',
  'review-order': 'reviewOrder',
  'new-order': 'newOrder',
  mix: 'mix',
  'bury-siblings': 'burySiblings',
  'leech-threshold': 'leechThreshold',
  'leech-action': 'leechAction',
  'review-questions': 'reviewQuestions',
} as const satisfies Record<SchedulerSetting, keyof SchedulerOptions>;
