/** How many names a message lists. */
export const MOST_SHOWN = 6;

/** A count as messages write it: `1,200`. */
export function formatCount(value: number): string {
  return value.toLocaleString('en');
}
