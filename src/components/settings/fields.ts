import {
  EASY_DAYS,
  type InterfaceSetting,
  LEECH_ACTIONS,
  MIXES,
  NEW_ORDERS,
  REVIEW_ORDERS,
  type SchedulerSetting,
} from '../../format/settings.ts';

/** The name of a setting that the page shows. `today-only` is set by the review. */
export type ShownSetting = Exclude<SchedulerSetting, 'today-only'> | InterfaceSetting;

/** How a setting is chosen. */
export type Field =
  | { readonly name: ShownSetting; readonly control: 'switch' }
  | {
      readonly name: ShownSetting;
      readonly control: 'number';
      readonly least: number;
      readonly most: number;
      readonly unit: 'cards' | 'days' | 'minutes' | 'hour' | 'times';
    }
  | { readonly name: ShownSetting; readonly control: 'choice'; readonly choices: readonly string[] }
  | { readonly name: ShownSetting; readonly control: 'steps' | 'retention' }
  | { readonly name: ShownSetting; readonly control: 'week'; readonly choices: readonly string[] };

/** Settings that answer one question of the learner. */
export interface FieldGroup {
  readonly id: 'amount' | 'memory' | 'order' | 'hard' | 'screen';
  readonly fields: readonly Field[];
}

/** Every setting on the page, in its order; the weights have a section of their own. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    id: 'amount',
    fields: [
      { name: 'new-per-day', control: 'number', least: 0, most: 9999, unit: 'cards' },
      { name: 'reviews-per-day', control: 'number', least: 0, most: 9999, unit: 'cards' },
      { name: 'easy-days', control: 'week', choices: EASY_DAYS },
      { name: 'rollover-hour', control: 'number', least: 0, most: 23, unit: 'hour' },
    ],
  },
  {
    id: 'memory',
    fields: [
      { name: 'desired-retention', control: 'retention' },
      { name: 'maximum-interval', control: 'number', least: 1, most: 36_500, unit: 'days' },
      { name: 'learning-steps', control: 'steps' },
      { name: 'relearning-steps', control: 'steps' },
      { name: 'fuzz', control: 'switch' },
      { name: 'load-balancing', control: 'switch' },
    ],
  },
  {
    id: 'order',
    fields: [
      { name: 'review-order', control: 'choice', choices: REVIEW_ORDERS },
      { name: 'new-order', control: 'choice', choices: NEW_ORDERS },
      { name: 'mix', control: 'choice', choices: MIXES },
      { name: 'bury-siblings', control: 'switch' },
      { name: 'review-questions', control: 'switch' },
      { name: 'learn-ahead', control: 'number', least: 0, most: 1439, unit: 'minutes' },
    ],
  },
  {
    id: 'hard',
    fields: [
      { name: 'leech-threshold', control: 'number', least: 1, most: 99, unit: 'times' },
      { name: 'leech-action', control: 'choice', choices: LEECH_ACTIONS },
    ],
  },
  {
    id: 'screen',
    fields: [
      { name: 'type-in', control: 'switch' },
      { name: 'swipe', control: 'switch' },
      { name: 'show-elapsed', control: 'switch' },
      { name: 'margin-marks', control: 'switch' },
      { name: 'show-streak', control: 'switch' },
    ],
  },
];
