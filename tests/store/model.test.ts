import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import type { EventId } from '../../src/format/id.ts';
import type { Change, ChangeChannel, Journal, StorageLike } from '../../src/store/entry.ts';
import { type LearnerLog, openLog } from '../../src/store/log.ts';
import { formatRecord } from '../../src/store/record.ts';
import {
  asWriter,
  createFakeJournal,
  createMemoryStorage,
  type FakeJournal,
  foreignReview,
  type MemoryStorage,
  NAMESPACE,
  NOW,
  reviewAt,
} from './fakes.ts';

const SMALL_CHUNKS = { keepEvents: 2, keepMs: 0, minEvents: 3, maxEvents: 8 };

/** One run of a browser: whatever its pages still do after it was killed changes nothing. */
interface Browser {
  isAlive: boolean;
  readonly tabs: Tab[];
}

interface Tab {
  readonly log: LearnerLog;
  hear(change: Change): void;
}

/** A disk, the browsers that used it, and what the learner was promised. */
class World {
  readonly storage: MemoryStorage = createMemoryStorage();
  readonly journal: FakeJournal = createFakeJournal();
  browser: Browser = { isAlive: true, tabs: [] };
  /** Events that were acknowledged as safe, and must be readable. */
  readonly safe = new Set<EventId>();
  /** Events that stand in localStorage only: readable until a kill. */
  readonly local = new Set<EventId>();
  /** Events that must never be readable again. */
  readonly erased = new Set<EventId>();
  readonly known = new Set<EventId>();
  readonly pending: Promise<unknown>[] = [];
  erasures = 0;
  clock = NOW;
  writers = 0;

  async open(): Promise<Tab> {
    const { browser } = this;
    let listener: (change: Change) => void = () => undefined;
    const channel: ChangeChannel = {
      post: (entries) => {
        for (const tab of browser.tabs) if (tab !== own) tab.hear({ type: 'written', entries });
      },
      listen(next) {
        listener = next;
        return () => {
          listener = () => undefined;
        };
      },
    };
    let own: Tab | undefined;
    this.writers += 1;
    const log = await openLog({
      namespace: NAMESPACE,
      storage: mortalStorage(this.storage, browser),
      journal: mortalJournal(this.journal, browser),
      writer: asWriter(`tab${this.writers.toString(36).padStart(5, '0')}`),
      channel,
      packing: SMALL_CHUNKS,
      patienceMs: 60_000,
    });
    own = { log, hear: (change) => listener(change) };
    browser.tabs.push(own);
    return own;
  }

  watch(id: EventId, saved: Promise<{ local: boolean; journal: boolean }>): void {
    const { erasures, browser } = this;
    this.known.add(id);
    this.pending.push(
      saved.then(({ local, journal }) => {
        if (erasures !== this.erasures || !browser.isAlive) return;
        if (journal) this.safe.add(id);
        else if (local) this.local.add(id);
      }),
    );
  }

  async settle(): Promise<void> {
    for (let next = this.pending.pop(); next; next = this.pending.pop()) await next;
    await Promise.all(this.browser.tabs.map(({ log }) => log.pack()));
  }

  restart(): void {
    this.browser.isAlive = false;
    this.browser = { isAlive: true, tabs: [] };
    this.pending.length = 0;
  }

  kill(lost: number): void {
    this.restart();
    this.storage.loseLast(lost);
    this.local.clear();
  }

  check(readable: readonly LearnerEvent[]): void {
    const ids = new Set(readable.map(({ id }) => id));
    expect([...this.safe, ...this.local].filter((id) => !ids.has(id))).toEqual([]);
    expect([...this.erased].filter((id) => ids.has(id))).toEqual([]);
  }
}

type Step =
  | { readonly do: 'review'; readonly tab: number; readonly late: number; readonly count: number }
  | { readonly do: 'open' | 'settle' }
  | { readonly do: 'close' | 'pack' | 'erase' | 'undo'; readonly tab: number }
  | { readonly do: 'import'; readonly tab: number; readonly from: number; readonly count: number }
  | { readonly do: 'kill'; readonly lost: number }
  | { readonly do: 'quota'; readonly room: number }
  | { readonly do: 'journal'; readonly failure: 'none' | 'write' | 'full' | 'all' }
  | { readonly do: 'damage'; readonly key: number; readonly place: number | undefined };

const tab = fc.nat(2);
const steps: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      tab,
      late: fc.integer({ min: -4, max: 9 }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'settle' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'pack' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('erase' as const, 'undo' as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      tab,
      from: fc.nat(5),
      count: fc.constantFrom(1, 6, 300),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), lost: fc.nat(40) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('quota' as const), room: fc.constantFrom(0, 400, 5_242_880) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('journal' as const),
      failure: fc.constantFrom(
        'none' as const,
        'none' as const,
        'write' as const,
        'full' as const,
        'all' as const,
      ),
    }),
  },
];
const damage: fc.WeightedArbitrary<Step> = {
  weight: 3,
  arbitrary: fc.record({
    do: fc.constant('damage' as const),
    key: fc.nat(),
    // Where the text is cut; without it the key is deleted.
    place: fc.option(fc.nat(), { nil: undefined }),
  }),
};

test('[S15] whatever happens to tabs, browser and disk: acknowledged is readable, and erased is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = new World();
      for (const one of steps) await take(world, one);
      await world.settle();
      world.storage.quota = Number.POSITIVE_INFINITY;
      world.journal.failure = 'none';
      world.kill(0);
      for (let round = 0; round < 2; round += 1) {
        const { log } = await world.open();
        world.check(log.events());
        await log.pack();
        world.check(log.events());
      }
    }),
    { seed: 7, numRuns: 2500 },
  );
  // A minute is plenty; a machine that is busy with other things may take its own.
}, 240_000);

test('[S43] with the journal lost for good or for a while, each damaged key costs one answer at most', async () => {
  // Without room there is none for mirrors either.
  const roomy = fc.oneof(...steps, damage).filter((one) => one.do !== 'quota');
  await fc.assert(
    fc.asyncProperty(
      fc.array(roomy, { minLength: 5, maxLength: 30 }),
      fc.constantFrom('all' as const, 'write' as const, 'full' as const),
      async (all, failure) => {
        const world = new World();
        world.journal.failure = failure;
        for (const one of all) await take(world, one);
        await take(world, { do: 'damage', key: all.length, place: undefined });
        await world.settle();
        world.journal.failure = 'none';
        world.kill(0);
        const { log } = await world.open();
        world.check(log.events());
      },
    ),
    { seed: 43, numRuns: 600 },
  );
}, 240_000);

/** Damages one key of a storage at rest; whoever opens the log then misses no more than one answer. */
async function harm(world: World, index: number, place: number | undefined): Promise<void> {
  await world.settle();
  const { log } = await world.open();
  await world.settle();
  const before = log.events().map(({ id }) => id);
  world.restart();
  const { map } = world.storage;
  const keys = [...map.keys()].toSorted();
  const key = keys[index % keys.length];
  if (key === undefined) return;
  const text = map.get(key) ?? '';
  const damaged = place === undefined ? undefined : text.slice(0, place % text.length);
  if (damaged === undefined) map.delete(key);
  else map.set(key, damaged);
  const again = await world.open();
  const ids = new Set(again.log.events().map(({ id }) => id));
  const lost = before.filter((id) => !ids.has(id));
  expect(lost.length, key).toBeLessThanOrEqual(key.includes('/e:') ? 1 : 0);
  const isEvent = /\/[ec]:/.test(key);
  if (damaged !== undefined && isEvent) {
    expect(again.log.quarantined().map((one) => one.text)).toContain(damaged);
  }
  for (const id of lost) world.local.delete(id);
}

async function take(world: World, step: Step): Promise<void> {
  if (world.browser.tabs.length === 0) await world.open();
  const { tabs } = world.browser;
  const { log } = ('tab' in step ? tabs[step.tab % tabs.length] : tabs[0]) as Tab;
  switch (step.do) {
    case 'review':
      for (let count = 0; count < step.count; count += 1) {
        world.clock += step.late;
        const { event, saved } = log.append(reviewAt(world.clock));
        world.watch(event.id, saved);
      }
      return;
    case 'open':
      if (world.journal.failure === 'none') world.check((await world.open()).log.events());
      else await world.open();
      return;
    case 'settle':
      return world.settle();
    case 'close':
      tabs.splice(step.tab % tabs.length, 1);
      return log.close();
    case 'pack':
      world.pending.push(log.pack());
      return;
    case 'import': {
      const records = Array.from({ length: step.count }, (_, index) => {
        const event = foreignReview(NOW + step.from + index, 'foreign', step.from + index);
        return { event, text: formatRecord(event) };
      });
      const now = { at: world.clock, offsetMinutes: 0 };
      const { added, saved } = log.mergeBackup(records, 'abcdef01', now);
      for (const { id } of added) {
        world.erased.delete(id);
        world.watch(id, saved);
      }
      return;
    }
    case 'undo': {
      const found = log.imports().find(({ isUndone }) => !isUndone);
      if (!found) return;
      log.append({ type: 'import.undone', at: world.clock, offsetMinutes: 0, target: found.event.id });
      await world.settle();
      for (const set of [world.safe, world.local]) {
        for (const id of [...set]) if (id.includes('foreign')) set.delete(id);
      }
      return;
    }
    case 'erase': {
      world.erasures += 1;
      const before = [...world.known];
      world.safe.clear();
      world.local.clear();
      world.known.clear();
      const { journal } = await log.eraseEverything(world.clock);
      // Without the journal nothing promises that the erasure itself survives a kill.
      if (journal) for (const id of before) world.erased.add(id);
      for (const other of world.browser.tabs) world.check(other.log.events());
      return;
    }
    case 'kill':
      return world.kill(step.lost);
    case 'quota':
      world.storage.quota =
        step.room + [...world.storage.map].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
      return;
    case 'damage':
      return harm(world, step.key, step.place);
    case 'journal':
      world.journal.failure = step.failure;
  }
}

function mortalStorage(storage: MemoryStorage, browser: Browser): StorageLike {
  const dead = () => {
    if (!browser.isAlive) throw new Error('killed');
  };
  return {
    get length() {
      dead();
      return storage.length;
    },
    key: (index) => storage.key(index),
    getItem(key) {
      dead();
      return storage.getItem(key);
    },
    setItem(key, value) {
      dead();
      storage.setItem(key, value);
    },
    removeItem(key) {
      dead();
      storage.removeItem(key);
    },
  };
}

function mortalJournal(journal: FakeJournal, browser: Browser): Journal {
  const live = async <T>(work: () => Promise<T>): Promise<T> => {
    await Promise.resolve();
    if (!browser.isAlive) throw new Error('killed');
    return work();
  };
  return {
    load: (known) => live(() => journal.load(known)),
    read: (keys) => live(() => journal.read(keys)),
    write: (entries, guard) => live(() => journal.write(entries, guard)),
    replace: (removed, entries) => live(() => journal.replace(removed, entries)),
    close: () => undefined,
  };
}
