import type { EventDraft, Instant } from '../../../src/format/event.ts';
import type { Preferences } from '../../../src/store/index.ts';
import { createPreferences } from '../../../src/store/preferences.ts';
import { reviewAt } from '../../store/fakes.ts';

const DAY = 86_400_000;

/** 2026-11-23 09:00 in Shanghai. */
export const MORNING: Instant = { at: Date.parse('2026-11-23T09:00:00+08:00'), offsetMinutes: 480 };

export const later = (days: number): Instant => ({ ...MORNING, at: MORNING.at + days * DAY });

export const withoutStorage = (): Preferences => createPreferences(undefined, 'recall:/course/');

/** So many answers, one a second. */
export function answers(count: number, from = MORNING): EventDraft[] {
  return Array.from({ length: count }, (_, index) => reviewAt(from.at + index * 1000));
}
