import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import {
  type Backup,
  exportBackup,
  exportBackupInPieces,
  MAX_BACKUP_LENGTH,
  parseBackup,
  previewMerge,
  type Refusal,
} from '../../src/store/backup.ts';
import type { LearnerLog } from '../../src/store/log.ts';
import { formatRecord } from '../../src/store/record.ts';
import { checksum, seal } from '../../src/store/seal.ts';
import {
  appendReviews,
  createFakeJournal,
  createMemoryStorage,
  foreignReview,
  idsOf,
  keysOf,
  NAMESPACE,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const NOW_HERE = { at: NOW + 5_000_000, offsetMinutes: 480 };

function read(text: string): Backup {
  const backup = parseBackup(text);
  if ('reason' in backup) throw new Error(backup.reason);
  return backup;
}

/** A log that holds just these events. */
async function logOf(events: readonly LearnerEvent[]): Promise<LearnerLog> {
  const log = await openTestLog({ storage: createMemoryStorage(), journal: createFakeJournal() });
  log.merge(events);
  return log;
}

const restore = (log: LearnerLog, backup: Backup) => log.mergeBackup(backup.records, backup.digest, NOW_HERE);

/** What a learner did, without how it came here. */
const deeds = (log: LearnerLog) => log.events().filter(({ type }) => !type.startsWith('import.'));

const foreign = (count: number, writer = 'writera') =>
  Array.from({ length: count }, (_, index) => foreignReview(NOW + index * 1000, writer, index));

describe('a backup', () => {
  test('[S34] reads as pinned, whatever later versions write', async () => {
    const golden = readFileSync(new URL('golden/backup-1.json', import.meta.url), 'utf8');
    const log = await logOf(foreign(2));
    expect(exportBackup(log)).toBe(golden);
    expect(read(golden)).toMatchObject({ unreadable: 0, isIntact: true, records: [{}, {}] });
  });

  test('[S34] is the same when it is written in pieces, with a pause after each', async () => {
    for (const [count, pauses] of [
      [0, 0],
      [1, 1],
      [512, 1],
      [513, 2],
      [1500, 3],
    ] as const) {
      const log = await openTestLog({ storage: createMemoryStorage() });
      if (count > 0) log.appendAll(Array.from({ length: count }, (_, index) => reviewAt(NOW + index)));
      let paused = 0;
      const pieces = await exportBackupInPieces(log, async () => {
        paused += 1;
      });
      expect(pieces.join('')).toBe(exportBackup(log));
      expect(JSON.stringify(JSON.parse(pieces.join('')), undefined, 2)).toBe(pieces.join('').trimEnd());
      expect(paused).toBe(pauses);
      expect(parseBackup(pieces.join(''))).toMatchObject({ isIntact: true, unreadable: 0 });
    }
  });

  test('[S34] gives back every event byte for byte', async () => {
    const storage = createMemoryStorage();
    const [one, other] = [foreignReview(NOW, 'writera', 0), foreignReview(NOW, 'writera', 1)];
    const texts = [
      seal(`{ "id":"${one.id}" ,"type":"card.flagged","tz":0.0,"x":"内核"}`.replace('内核', '\\u5185')),
      seal(formatRecord(other).slice(8).replace('}', ',"mood":"good"}')),
    ];
    for (const [index, text] of texts.entries()) storage.map.set(`${NAMESPACE}e:writera:000${index}`, text);
    storage.map.set(`${NAMESPACE}e:writerb:0000`, 'damaged');
    const file = exportBackup(await openTestLog({ storage }));
    expect(JSON.parse(file)).toMatchObject({ quarantined: [{ key: 'e:writerb:0000', text: 'damaged' }] });
    const target = createMemoryStorage();
    const log = await openTestLog({ storage: target });
    await restore(log, read(file)).saved;
    expect(keysOf(target.map, 'e:writera').map((key) => target.map.get(NAMESPACE + key))).toEqual(texts);
    expect(log.events().slice(0, 2).map(log.textOf)).toEqual(texts);
  });

  test('[S34] export and restore on an empty device is identity, also for what is packed', async () => {
    const storage = createMemoryStorage();
    const log = await openTestLog({
      storage,
      packing: { keepEvents: 5, keepMs: 0, minEvents: 10, maxEvents: 40 },
    });
    await appendReviews(log, 100);
    await log.pack();
    const other = await openTestLog({ storage: createMemoryStorage(), journal: createFakeJournal() });
    expect(await restore(other, read(exportBackup(log))).saved).toEqual({ local: true, journal: true });
    expect(deeds(other)).toEqual(log.events());
    expect(exportBackup(other)).toBe(exportBackup(log));
  });

  test('[S35] thousands of answers go straight into chunks', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await openTestLog({ storage, journal });
    const events = foreign(9000);
    const { saved } = restore(log, read(exportBackup(await logOf(events))));
    expect(await saved).toEqual({ local: true, journal: true });
    expect(keysOf(storage.map, 'e:')).toHaveLength(1);
    expect(keysOf(storage.map, 'c:')).toHaveLength(2);
    expect(keysOf(journal.map, 'c:')).toHaveLength(2);
    expect(log.space().used).toBeLessThan(9000 * 16);
    expect(deeds(await openTestLog({ storage }))).toEqual(events);
  });
});

describe('merging', () => {
  const events = fc
    .array(fc.tuple(fc.nat(9), fc.constantFrom('writera', 'writerb'), fc.nat(5)), { maxLength: 12 })
    .map((list) => list.map(([late, writer, seq]) => foreignReview(NOW + late, writer, seq)));

  test('[S36] is told before it is done, idempotent and independent of the order', async () => {
    await fc.assert(
      fc.asyncProperty(events, events, events, async (own, a, b) => {
        const [one, other] = [await logOf(own), await logOf(own)];
        const [first, second] = [read(exportBackup(await logOf(a))), read(exportBackup(await logOf(b)))];
        const preview = previewMerge(one, first);
        const before = deeds(one).length;
        restore(one, first);
        expect(deeds(one)).toHaveLength(before + preview.adds);
        expect(previewMerge(one, first)).toEqual({ adds: 0, known: first.records.length, unreadable: 0 });
        const stamp = one.stamp();
        restore(one, first);
        expect(one.stamp()).toBe(stamp);
        restore(one, second);
        restore(other, second);
        restore(other, first);
        expect(deeds(one)).toEqual(deeds(other));
      }),
      { seed: 14, numRuns: 200 },
    );
  });

  test('[S37] can be taken back, and done again', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await openTestLog({ storage, journal });
    const { event: own } = log.append(reviewAt(NOW + 1500));
    log.merge(foreign(3, 'writerb'));
    const backup = read(exportBackup(await logOf([...foreign(5), ...foreign(2, 'writerb'), own])));
    const before = idsOf(deeds(log));
    let losses = 0;
    log.watchLoss(() => {
      losses += 1;
    });
    expect(restore(log, backup).added).toHaveLength(5);
    const [done] = log.imports();
    expect(done).toMatchObject({
      event: { count: 5, digest: backup.digest, added: 'writera:0-4' },
      isUndone: false,
    });
    const target = done?.event.id as never;
    await log.append({ type: 'import.undone', ...NOW_HERE, target }).saved;
    expect([idsOf(deeds(log)), losses]).toEqual([before, 1]);
    expect(previewMerge(log, backup)).toEqual({ adds: 5, known: 3, unreadable: 0 });
    const again = await openTestLog({ storage, journal });
    expect(idsOf(deeds(again))).toEqual(before);
    expect(again.imports()).toMatchObject([{ isUndone: true }]);
    expect(restore(again, backup).added).toHaveLength(5);
    expect(deeds(again)).toHaveLength(before.length + 5);
    expect(deeds(await openTestLog({ journal }))).toHaveLength(before.length + 5);
  });

  test('[S37] taking back hides nothing that another import brought, too', async () => {
    const log = await logOf([]);
    restore(log, read(exportBackup(await logOf(foreign(3)))));
    const [first] = log.imports();
    log.append({ type: 'import.undone', ...NOW_HERE, target: first?.event.id as never });
    restore(log, read(exportBackup(await logOf(foreign(2)))));
    expect(deeds(log)).toHaveLength(2);
    log.merge(foreign(3));
    expect(deeds(log)).toHaveLength(2);
  });

  test('[S37] a made-up backup cannot make the learner’s own answers go', async () => {
    const log = await openTestLog({ storage: createMemoryStorage() });
    const { event: own } = log.append(reviewAt(NOW));
    const [, writer = '', seq = ''] = own.id.split('-');
    const twin = foreignReview(NOW + 1, writer, Number.parseInt(seq, 36));
    restore(log, read(exportBackup(await logOf([twin, ...foreign(1)]))));
    const [done] = log.imports();
    log.append({ type: 'import.undone', ...NOW_HERE, target: done?.event.id as never });
    expect(idsOf(deeds(log))).toEqual([own.id, twin.id]);
    const bookkeeping: readonly LearnerEvent[] = [
      {
        ...NOW_HERE,
        at: NOW,
        id: foreignReview(NOW, 'writerc', 0).id,
        type: 'import.applied',
        digest: 'abcdef01',
        count: 1,
        added: `${writer}:0-zz`,
      },
      {
        ...NOW_HERE,
        at: NOW,
        id: foreignReview(NOW, 'writerc', 1).id,
        type: 'import.undone',
        target: foreignReview(NOW, 'writerc', 0).id,
      },
    ];
    expect(log.merge(bookkeeping)).toMatchObject({ added: [], refused: 2 });
    const texts = bookkeeping.map(formatRecord);
    const file = {
      format: 'recall-backup',
      version: 1,
      count: 2,
      checksum: checksum(texts.join('\n')),
      events: texts,
      quarantined: [],
    };
    expect(read(JSON.stringify(file))).toMatchObject({ records: [], unreadable: 2, isIntact: true });
    expect(idsOf(deeds(log))).toEqual([own.id, twin.id]);
  });
});

describe('a hostile or broken file', () => {
  const good = {
    format: 'recall-backup',
    version: 1,
    count: 1,
    checksum: '',
    events: [formatRecord(foreignReview(NOW, 'writera', 0))],
    quarantined: [],
  };
  const file = (change: object) => JSON.stringify({ ...good, ...change });
  const refusals: readonly (readonly [string, string, Refusal['reason']])[] = [
    ['nothing', '', 'not-json'],
    ['a page', '<script>alert(1)</script>', 'not-json'],
    ['a truncated file', file({}).slice(0, -1), 'not-json'],
    ['brackets without end', '['.repeat(500_000), 'not-json'],
    ['a number', '7', 'not-a-backup'],
    ['null', 'null', 'not-a-backup'],
    ['a list', '[{}]', 'not-a-backup'],
    ['another app’s data', '{"cards":[],"version":1}', 'not-a-backup'],
    ['another format', file({ format: 'anki' }), 'not-a-backup'],
    ['no version', file({ version: '1' }), 'not-a-backup'],
    ['an impossible version', file({ version: 0 }), 'not-a-backup'],
    ['a newer version', file({ version: 2, more: true }), 'newer-version'],
    ['a foreign field', file({ more: true }), 'not-a-backup'],
    [
      'a prototype',
      file({}).replace('"quarantined"', '"__proto__":{"polluted":1},"quarantined"'),
      'not-a-backup',
    ],
    ['no events', file({ events: undefined }), 'not-a-backup'],
    ['events that are no list', file({ events: { length: 1e9 } }), 'not-a-backup'],
    ['too long', ' '.repeat(MAX_BACKUP_LENGTH + 1), 'too-large'],
  ];

  test.each(refusals)('[S35] %s is refused with a reason', (_, text, reason) => {
    expect(parseBackup(text)).toEqual({ reason });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ['a number', 7],
    ['a list', [[]]],
    ['an object', { id: 'x' }],
    ['a script for a card', seal(good.events[0]?.slice(8).replace('kvm-kind', '<script>') ?? '')],
    ['a prototype for a card', seal(good.events[0]?.slice(8).replace('kvm-kind', '__proto__') ?? '')],
    ['a changed grade', good.events[0]?.replace('"grade":3', '"grade":4')],
    ['an object whose `toString` is no function', { toString: 1 }],
  ])('[S35] %s among the events is passed over, and counted', async (_, bad) => {
    const backup = read(file({ events: [bad, ...good.events], count: 2 }));
    expect(backup).toMatchObject({ unreadable: 1, isIntact: false, records: [{}] });
    const log = await logOf([]);
    expect(previewMerge(log, backup)).toEqual({ adds: 1, known: 0, unreadable: 1 });
    restore(log, backup);
    expect(deeds(log)).toHaveLength(1);
  });

  test('[S35] no text makes reading throw or pollute, and no damage changes an event', async () => {
    const source = exportBackup(await logOf(foreign(4)));
    const ids = new Map(read(source).records.map(({ event, text }) => [event.id, text]));
    fc.assert(
      fc.property(
        fc.nat(source.length - 1),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.json(),
        (place, unit, json) => {
          parseBackup(json);
          const backup = parseBackup(source.slice(0, place) + unit + source.slice(place + 1));
          if ('reason' in backup) return;
          for (const { event, text } of backup.records) expect(ids.get(event.id)).toBe(text);
          expect(backup.records.length + backup.unreadable).toBeLessThanOrEqual(5);
        },
      ),
      { seed: 15, numRuns: 1000 },
    );
  });
});
