/** Runs something for each of many, some side by side: all at once would keep every page of a large site in memory. */
export async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) await Promise.all(items.slice(at, at + BATCH).map(run));
}

const BATCH = 32;
