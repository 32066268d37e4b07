import { seal, unseal } from './seal.ts';

/**
 * A log's life between two erasures. Whatever a side holds from an earlier era is erased when it is next read, so
 * that a copy that missed the erasure (a browser killed before it reached the disk) does not bring it all back.
 */
export interface Era {
  /** How often the log has been erased. */
  readonly count: number;
  /** No erased event is later than this, in epoch ms. */
  readonly at: number;
}

/** The key of the era, after the namespace. */
export const ERA_KEY = 'era';

/** The era before anything was erased, which is not stored. */
export const FIRST_ERA: Era = { count: 0, at: -1 };

/** An era as it is stored. */
export function formatEra({ count, at }: Era): string {
  return seal(`${count}.${at}`);
}

/** Reads {@link formatEra}; nothing stored is the first era; `undefined` if the text is damaged. */
export function parseEra(text: string | undefined): Era | undefined {
  if (text === undefined) return FIRST_ERA;
  const [, count, at] = /^([1-9]\d{0,8})\.(\d{1,15})$/.exec(unseal(text) ?? '') ?? [];
  return count === undefined || at === undefined ? undefined : { count: Number(count), at: Number(at) };
}

/** Negative if `a` is the earlier era. */
export function compareEras(a: Era, b: Era): number {
  return a.count - b.count || a.at - b.at;
}
