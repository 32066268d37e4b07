import type { CardMemory } from './memory.ts';
import type { SchedulerOptions } from './options.ts';

/** Whether a card was forgotten so often that asking it once more is no way to learn it. */
export function isLeech(
  memory: Pick<CardMemory, 'lapses'> | undefined,
  { leechThreshold }: Pick<SchedulerOptions, 'leechThreshold'>,
): boolean {
  return memory !== undefined && memory.lapses >= leechThreshold;
}

/** Whether an answer made a card a leech, or again after every further half of the threshold, as in Anki. */
export function becomesLeech(
  before: Pick<CardMemory, 'lapses'> | undefined,
  after: Pick<CardMemory, 'lapses'> | undefined,
  options: Pick<SchedulerOptions, 'leechThreshold'>,
): boolean {
  if (!after || after.lapses <= (before?.lapses ?? 0) || !isLeech(after, options)) return false;
  return (after.lapses - options.leechThreshold) % Math.ceil(options.leechThreshold / 2) === 0;
}
