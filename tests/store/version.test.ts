import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DATA_VERSION, formatVersion, MIGRATIONS, migrate } from '../../src/store/version.ts';
import { createFakeJournal, createMemoryStorage, NAMESPACE, NOW, openTestLog, reviewAt } from './fakes.ts';

const FOLDER = new URL('golden/', import.meta.url);

/** What a browser held when a version was the newest, and how its events read. */
interface Golden {
  readonly storage: Readonly<Record<string, string>>;
  readonly journal: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

const readGolden = (version: number): Golden =>
  JSON.parse(readFileSync(new URL(`data-${version}.json`, FOLDER), 'utf8'));

const VERSIONS = Array.from({ length: DATA_VERSION }, (_, index) => index + 1);

describe('migrations', () => {
  test('[S33] lead from every version to the next, by permanent names', () => {
    expect(MIGRATIONS.map(({ to, name }) => [to, name])).toEqual([
      [2, 'packed-chunks'],
      [3, 'answers-with-extras'],
    ]);
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(VERSIONS.slice(1));
    expect(migrate([{ key: 'e:a:0', text: 'x' }], 1)).toEqual([]);
  });

  test('[S33] every version has a golden file', () => {
    const names = readdirSync(FOLDER).filter((name) => name.startsWith('data-'));
    expect(names.toSorted()).toEqual(VERSIONS.map((version) => `data-${version}.json`));
  });

  test.each(VERSIONS)(
    '[S33] data of version %d reads as it did, from either side, and is raised',
    async (version) => {
      const golden = readGolden(version);
      const storage = createMemoryStorage();
      const journal = createFakeJournal();
      for (const [key, text] of Object.entries(golden.storage)) storage.map.set(NAMESPACE + key, text);
      for (const [key, text] of Object.entries(golden.journal)) journal.map.set(key, text);
      for (const sides of [{ storage }, { journal }, { storage, journal }]) {
        const log = await openTestLog(sides);
        expect(log.events().map(log.textOf)).toEqual(golden.events);
        expect(log.quarantined()).toEqual([]);
        await log.close();
      }
      expect(storage.map.get(`${NAMESPACE}version`)).toBe(formatVersion(DATA_VERSION));
      expect(journal.map.get('version')).toBe(formatVersion(DATA_VERSION));
      for (const [key, text] of Object.entries(golden.storage)) {
        if (key !== 'version') expect(storage.map.get(NAMESPACE + key)).toBe(text);
      }
    },
  );

  test('[S33] a version that cannot be raised stops nothing', async () => {
    const golden = readGolden(1);
    const storage = createMemoryStorage();
    for (const [key, text] of Object.entries(golden.storage)) storage.map.set(NAMESPACE + key, text);
    storage.failure = 'write';
    const log = await openTestLog({ storage, journal: createFakeJournal() });
    expect(log.events()).toHaveLength(golden.events.length);
    expect(await log.append(reviewAt(NOW + 1e9)).saved).toMatchObject({ local: false, journal: true });
    expect(storage.map.get(`${NAMESPACE}version`)).toBe(golden.storage.version);
  });
});
