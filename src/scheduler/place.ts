import type { Instant } from '../format/event.ts';

/** Where an event stands in a log. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

/** When something happened, and where it stands in the log. */
export interface Happening extends Instant, Place {}

/** Canonical order: by time, then by id. */
export function isBefore(a: Place, b: Place): boolean {
  return a.at === b.at ? a.id < b.id : a.at < b.at;
}
