const DAY = 86_400_000;

/** A learner's day (in days since 1970) as `<input type="date">` holds it, e.g. `2026-11-23`. */
export function inputOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day that a date input holds, or `undefined` while it holds none. */
export function dayOfInput(value: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.round(at / DAY);
}
