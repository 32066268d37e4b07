/** A day in words, e.g. `23 November 2026`. */
export function formatDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at);
}

/** A moment, e.g. `23 Nov 2026, 14:05`. */
export function formatMoment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
