import type { Preferences } from '../../store/preferences.ts';

/** The reader's last searches, newest first, as a preference: “Delete everything” takes them along. */
export interface RecentSearches {
  list(): readonly string[];
  add(text: string): void;
  clear(): void;
}

/** Keeps the last {@link KEPT} searches. What another version stored in another form counts as none. */
export function createRecentSearches(preferences: Preferences): RecentSearches {
  const list = (): readonly string[] => {
    try {
      const stored: unknown = JSON.parse(preferences.get(NAME) ?? '[]');
      return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, KEPT) : [];
    } catch {
      return [];
    }
  };
  return {
    list,
    add(text) {
      const own = text.trim().slice(0, LONGEST);
      if (own === '') return;
      const others = list().filter((other) => other.toLowerCase() !== own.toLowerCase());
      preferences.set(NAME, JSON.stringify([own, ...others].slice(0, KEPT)));
    },
    clear: () => void preferences.set(NAME, '[]'),
  };
}

const NAME = 'searches';
const KEPT = 6;
const LONGEST = 80;
