import type { JsonValue } from './event.ts';

/** In which order due reviews are asked, which matters when there are more than a day's limit. */
export const REVIEW_ORDERS = [
  'relative-overdueness',
  'due',
  'retrievability-ascending',
  'retrievability-descending',
  'random',
] as const;

/** One of {@link REVIEW_ORDERS}. */
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

/** In which order new cards come. */
export const NEW_ORDERS = ['course', 'random'] as const;

/** One of {@link NEW_ORDERS}. */
export type NewOrder = (typeof NEW_ORDERS)[number];

/** How new cards and reviews come together. */
export const MIXES = ['mixed', 'reviews-first', 'new-first'] as const;

/** One of {@link MIXES}. */
export type Mix = (typeof MIXES)[number];

/** What happens to a card that is forgotten again and again: it is marked, or marked and switched off. */
export const LEECH_ACTIONS = ['tag', 'suspend'] as const;

/** One of {@link LEECH_ACTIONS}. */
export type LeechAction = (typeof LEECH_ACTIONS)[number];

/** How many reviews a weekday may get. */
export const EASY_DAYS = ['normal', 'reduced', 'minimum'] as const;

/** One of {@link EASY_DAYS}. */
export type EasyDay = (typeof EASY_DAYS)[number];

/** More for one learner's day (in days since 1970): so many cards above its limits. */
export type DayExtension = {
  readonly day: number;
  readonly new: number;
  readonly reviews: number;
};

/** The value that each setting of the scheduler holds in a `settings.changed`; names are permanent. */
export interface SchedulerSettings {
  /** Probability of recall at which a card comes back, 0.70 to 0.97. */
  readonly 'desired-retention': number;
  /** Days, 1 to 36 500. */
  readonly 'maximum-interval': number;
  /** Whole minutes, ascending, each under a day; may be empty. */
  readonly 'learning-steps': readonly number[];
  readonly 'relearning-steps': readonly number[];
  /** Local hour at which a day begins, 0 to 23. */
  readonly 'rollover-hour': number;
  readonly fuzz: boolean;
  readonly 'load-balancing': boolean;
  /** Seven, from Monday on. */
  readonly 'easy-days': readonly EasyDay[];
  /** 0 to 9999. */
  readonly 'new-per-day': number;
  /** 0 to 9999. */
  readonly 'reviews-per-day': number;
  readonly 'today-only': DayExtension;
  /** Minutes, 0 to 1439. */
  readonly 'learn-ahead': number;
  readonly 'review-order': ReviewOrder;
  readonly 'new-order': NewOrder;
  readonly mix: Mix;
  readonly 'bury-siblings': boolean;
  /** Lapses, 1 to 99. */
  readonly 'leech-threshold': number;
  readonly 'leech-action': LeechAction;
  /** Whether questions answered before come back among the cards. */
  readonly 'review-questions': boolean;
}

/** The name of a setting that the scheduler reads. */
export type SchedulerSetting = keyof SchedulerSettings;

/** A setting of the scheduler and its value, as a `settings.changed` holds them. */
export type SchedulerChoice = {
  [Name in SchedulerSetting]: { readonly name: Name; readonly value: SchedulerSettings[Name] & JsonValue };
}[SchedulerSetting];

/** The value that each setting of the interface holds in a `settings.changed`; names are permanent. */
export interface InterfaceSettings {
  /** Whether short answers can be typed before they are shown. */
  readonly 'type-in': boolean;
  /** Whether a card is answered by swiping. */
  readonly swipe: boolean;
  /** Whether the review shows how long it has taken. */
  readonly 'show-elapsed': boolean;
  /** Whether lessons mark what is known, fading and unseen. */
  readonly 'margin-marks': boolean;
  /** Whether the start page counts the days studied in a row. */
  readonly 'show-streak': boolean;
}

/** The name of a setting of the interface. */
export type InterfaceSetting = keyof InterfaceSettings;

/** What holds where a learner chose nothing. */
export const INTERFACE_DEFAULTS: InterfaceSettings = {
  'type-in': false,
  swipe: false,
  'show-elapsed': true,
  'margin-marks': true,
  'show-streak': true,
};

/** Why weights were written: they were fitted to the learner's answers, chosen by hand, or left as they were. */
export const PARAMETER_REASONS = ['optimised', 'chosen', 'unchanged'] as const;

/** One of {@link PARAMETER_REASONS}. */
export type ParameterReason = (typeof PARAMETER_REASONS)[number];

/** The end of a reason by which cards in review get new due dates from the weights and settings of that moment. */
const AND_RESCHEDULED = '-rescheduled';

/** A reason with which `parameters.changed` also gives cards in review new due dates. */
export function toReschedulingReason(reason: ParameterReason): string {
  return reason + AND_RESCHEDULED;
}

/** Whether a `parameters.changed` of this reason also gives cards in review new due dates. */
export function isReschedulingReason(reason: string): boolean {
  return reason.endsWith(AND_RESCHEDULED);
}
