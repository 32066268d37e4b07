import { expect, test } from 'vitest';
import { createPreferences } from '../../src/store/preferences.ts';
import { createMemoryStorage, NAMESPACE } from './fakes.ts';

test('[S25] the last write of any tab wins, as a plain string', () => {
  const storage = createMemoryStorage();
  const one = createPreferences(storage, NAMESPACE);
  const other = createPreferences(storage, NAMESPACE);
  expect(one.get('locale')).toBeUndefined();
  expect(one.set('locale', 'zh')).toBe(true);
  expect(other.set('locale', 'en')).toBe(true);
  expect(one.get('locale')).toBe('en');
  expect([...storage.map]).toEqual([[`${NAMESPACE}p:locale`, 'en']]);
});

test.each(['read', 'write', 'all', 'missing', 'full'] as const)(
  '[S25] %s: lasts as long as the page',
  (failure) => {
    const storage = createMemoryStorage(failure === 'full' ? 0 : undefined);
    if (failure !== 'missing' && failure !== 'full') storage.failure = failure;
    const preferences = createPreferences(failure === 'missing' ? undefined : storage, NAMESPACE);
    const stored = preferences.set('locale', 'en');
    expect(stored).toBe(failure === 'read');
    expect(preferences.get('locale')).toBe(failure === 'read' ? undefined : 'en');
    storage.failure = 'none';
    storage.quota = 1000;
    preferences.set('locale', 'zh');
    expect(preferences.get('locale')).toBe('zh');
  },
);
