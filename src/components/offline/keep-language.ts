import type { Locale } from '../../format/locale.ts';
import type { Preferences } from '../../store/index.ts';
import { askWorker } from './ask-worker.ts';

/**
 * Keeps the language of the page that was opened, unless the reader has removed it, saves data, or it was tried in
 * vain a moment ago.
 */
export async function keepLanguage(
  locale: Locale,
  preferences: Preferences,
  now: () => number = Date.now,
): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  const triedAt = Number(preferences.get(TRIED) ?? 0);
  const isTooSoon = Math.abs(now() - triedAt) < RETRY_MS;
  if (!navigator.onLine || connection?.saveData || isTooSoon || readRemoved(preferences).has(locale)) return;
  const answer = await askWorker({ type: 'keep', locale, isThorough: false });
  const isInVain = answer.type === 'failed' && answer.reason !== 'network';
  if (isInVain) preferences.set(TRIED, String(now()));
}

/** The languages that the reader has removed from this device and not downloaded since. */
function readRemoved(preferences: Preferences): ReadonlySet<Locale> {
  return new Set(preferences.get(REMOVED)?.split(',').filter(Boolean));
}

/** Remembers whether a language is to stay away. */
export function writeRemoved(preferences: Preferences, locale: Locale, isRemoved: boolean): void {
  const removed = new Set(readRemoved(preferences));
  if (isRemoved) removed.add(locale);
  else removed.delete(locale);
  preferences.set(REMOVED, [...removed].join(','));
}

const REMOVED = 'offline-removed';
const TRIED = 'offline-tried';
const RETRY_MS = 3_600_000;
