import { expect, it } from 'vitest';
import { acceptOffer, previewOffer, takeBack } from '../../../src/components/data/merge-offer.ts';
import { readBackupFile } from '../../../src/components/data/read-backup.ts';
import { type Backup, exportBackup, MAX_BACKUP_LENGTH } from '../../../src/store/index.ts';
import { openLog } from '../../../src/store/log.ts';
import { asWriter, createMemoryStorage, NAMESPACE } from '../../store/fakes.ts';
import { answers, later, MORNING } from './learner.ts';

const openDevice = (writer: string) =>
  openLog({
    namespace: NAMESPACE,
    storage: createMemoryStorage(),
    journal: undefined,
    writer: asWriter(writer),
  });

async function backupOf(writer: string, count: number): Promise<string> {
  const log = await openDevice(writer);
  for (const draft of answers(count, later(-1))) log.append(draft);
  log.append({ ...MORNING, type: 'settings.changed', name: 'theme', value: 1 });
  return exportBackup(log);
}

const asFile = (text: string, size = text.length) => ({ name: 'a.json', size, text: async () => text });

async function read(text: string): Promise<Backup> {
  const file = await readBackupFile(asFile(text));
  if ('refusal' in file) throw new Error(file.refusal);
  return file.backup;
}

it('several files are previewed as one: what they share counts once', async () => {
  const log = await openDevice('aaaaaaaaaa');
  for (const draft of answers(2)) log.append(draft);
  const first = await backupOf('bbbbbbbbbb', 5);
  const second = await backupOf('cccccccccc', 3);
  const offer = { name: 'x', backups: [await read(first), await read(second), await read(first)] };
  const preview = previewOffer(log, offer);
  expect(preview).toEqual({
    answers: 8,
    others: 2,
    known: 0,
    unreadable: 0,
    isIntact: true,
    span: { from: later(-1).at, to: later(-1).at + 4000 },
  });
  expect(log.events()).toHaveLength(2);

  const result = acceptOffer(log, offer, MORNING);
  expect(result.added).toBe(10);
  expect(log.events()).toHaveLength(12 + 2);
  expect(previewOffer(log, offer)).toMatchObject({ answers: 0, others: 0, known: 10, span: undefined });
});

it('taking back leaves what was there, and the same files can be merged again', async () => {
  const log = await openDevice('aaaaaaaaaa');
  for (const draft of answers(2)) log.append(draft);
  const offer = {
    name: 'x',
    backups: [await read(await backupOf('bbbbbbbbbb', 300)), await read(await backupOf('cccccccccc', 3))],
  };
  const earlier = { name: 'y', backups: [await read(await backupOf('dddddddddd', 4))] };
  acceptOffer(log, earlier, later(-0.5));
  const own = log
    .events()
    .filter(({ type }) => !type.startsWith('import.'))
    .map(({ id }) => id);
  const { imports } = acceptOffer(log, offer, MORNING);
  expect(imports).toHaveLength(2);
  takeBack(log, imports, later(1));
  const visible = log.events().filter(({ type }) => !type.startsWith('import.'));
  expect(visible.map(({ id }) => id)).toEqual(own);
  expect(previewOffer(log, offer)).toMatchObject({ answers: 303 });
});

it('a file that is too large is not read at all, and one that cannot be read is refused', async () => {
  const unread = { ...asFile('', MAX_BACKUP_LENGTH + 1), text: () => Promise.reject(new Error('was read')) };
  expect(await readBackupFile(unread)).toEqual({ name: 'a.json', refusal: 'too-large' });
  expect(await readBackupFile({ ...unread, size: 10 })).toEqual({ name: 'a.json', refusal: 'unreadable' });
  expect(await readBackupFile(asFile('{'))).toEqual({ name: 'a.json', refusal: 'not-json' });
});
