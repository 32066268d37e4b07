import { expect, it } from 'vitest';
import type { FolderHandle } from '../../../src/components/data/folder-handle.ts';
import { createFolderKeeper } from '../../../src/components/data/folder-keeper.ts';
import { readLastBackup } from '../../../src/components/data/last-backup.ts';
import type { LearnerLog } from '../../../src/store/index.ts';
import { openLog } from '../../../src/store/log.ts';
import { asWriter, createMemoryStorage, NAMESPACE } from '../../store/fakes.ts';
import { answers, MORNING, withoutStorage } from './learner.ts';

interface FakeFolder extends FolderHandle {
  readonly files: Map<string, string>;
  permission: PermissionState;
  failure: string | undefined;
  writes: number;
  /** So many reads come to a file that was replaced after it was opened. */
  replaced: number;
}

function createFolder(): FakeFolder {
  const files = new Map<string, string>();
  const folder: FakeFolder = {
    name: 'Cloud',
    files,
    permission: 'granted',
    failure: undefined,
    writes: 0,
    replaced: 0,
    queryPermission: async () => folder.permission,
    requestPermission: async () => {
      folder.permission = 'granted';
      return folder.permission;
    },
    async getFileHandle(name, options) {
      if (folder.failure) throw new DOMException('', folder.failure);
      if (!files.has(name) && !options?.create) throw new DOMException('', 'NotFoundError');
      let written = '';
      return {
        getFile: async () => {
          const file = new File([files.get(name) ?? ''], name);
          if (folder.replaced === 0) return file;
          folder.replaced -= 1;
          return Object.assign(file, {
            text: () => Promise.reject(new DOMException('', 'NotReadableError')),
          });
        },
        createWritable: async () => ({
          write: async (text) => {
            written += text;
          },
          close: async () => {
            folder.writes += 1;
            files.set(name, written);
          },
        }),
      };
    },
    async *values() {
      for (const name of files.keys()) yield { kind: 'file', name };
    },
  };
  return folder;
}

function createKeeper(log: LearnerLog, preferences = withoutStorage(), remembered?: FolderHandle) {
  let kept = remembered;
  let leave = () => {};
  const memory = {
    load: async () => kept,
    keep: async (folder: FolderHandle) => {
      kept = folder;
    },
    forget: async () => {
      kept = undefined;
    },
  };
  const keeper = createFolderKeeper({
    log,
    preferences,
    memory,
    siteTitle: 'Course',
    now: () => MORNING,
    createDevice: () => 'dev1',
    onLeave: (listener) => {
      leave = listener;
    },
    exclusively: (task) => task(),
    pause: () => Promise.resolve(),
  });
  return { keeper, preferences, remembered: () => kept, leave: () => leave() };
}

async function openAnswered(count: number): Promise<LearnerLog> {
  const log = await openLog({
    namespace: NAMESPACE,
    storage: createMemoryStorage(),
    journal: undefined,
    writer: asWriter('aaaaaaaaaa'),
  });
  for (const draft of answers(count)) log.append(draft);
  return log;
}

const OWN = 'course-backup-dev1.json';
const countIn = (folder: FakeFolder, name = OWN) => JSON.parse(folder.files.get(name) ?? '{}').count;

it('a chosen folder is written at once, and after an answer when the page is left', async () => {
  const log = await openAnswered(2);
  const folder = createFolder();
  const { keeper, preferences, leave } = createKeeper(log);
  await keeper.choose(folder);
  expect(keeper.state.value).toEqual({ state: 'on', name: 'Cloud', file: OWN, writtenAt: MORNING.at });
  expect(countIn(folder)).toBe(2);
  expect(readLastBackup(preferences)).toEqual({ at: MORNING.at, answers: 2 });

  for (const draft of answers(3)) log.append(draft);
  expect(countIn(folder), 'not before it is quiet').toBe(2);
  leave();
  await keeper.idle();
  expect(countIn(folder)).toBe(5);
  await keeper.allow();
  expect(folder.writes, 'nothing new, nothing written').toBe(2);
  await keeper.switchOff();
});

it('a folder of an earlier visit is taken up, and waits for permission without complaint', async () => {
  const log = await openAnswered(2);
  const folder = createFolder();
  folder.permission = 'prompt';
  const { keeper } = createKeeper(log, withoutStorage(), folder);
  await keeper.idle();
  expect(keeper.state.value).toEqual({ state: 'asking', name: 'Cloud' });
  expect(folder.writes).toBe(0);
  await keeper.allow();
  expect(keeper.state.value.state).toBe('on');
  expect(countIn(folder)).toBe(2);
  await keeper.switchOff();
});

it('failure is only shown, and the next chance tries again', async () => {
  const log = await openAnswered(1);
  const folder = createFolder();
  folder.failure = 'NotAllowedError';
  const { keeper, preferences, leave } = createKeeper(log);
  await keeper.choose(folder);
  expect(keeper.state.value).toEqual({ state: 'failed', name: 'Cloud', reason: 'NotAllowedError' });
  expect(readLastBackup(preferences)).toBeUndefined();
  expect(await keeper.readOthers()).toEqual([]);
  folder.failure = undefined;
  for (const draft of answers(1)) log.append(draft);
  leave();
  await keeper.idle();
  expect(keeper.state.value.state).toBe('on');
  await keeper.switchOff();
});

it('what the browser lost is set aside in the folder before it is overwritten', async () => {
  const folder = createFolder();
  const before = createKeeper(await openAnswered(9));
  await before.keeper.choose(folder);
  await before.keeper.switchOff();
  const older = folder.files.get(OWN);

  const log = await openLog({
    namespace: NAMESPACE,
    storage: createMemoryStorage(),
    journal: undefined,
    writer: asWriter('bbbbbbbbbb'),
  });
  for (const draft of answers(1)) log.append(draft);
  const after = createKeeper(log);
  await after.keeper.choose(folder);
  expect(countIn(folder)).toBe(1);
  expect(folder.files.size).toBe(2);
  expect([...folder.files.values()]).toContain(older);
  const others = await after.keeper.readOthers();
  expect(others?.map((file) => ('backup' in file ? file.backup.records.length : file.refusal))).toEqual([9]);
  await after.keeper.switchOff();
});

it('a file that another device replaces while it is read is opened again, and said to be unreadable if that does not help', async () => {
  const folder = createFolder();
  const other = createKeeper(await openAnswered(3));
  await other.keeper.choose(folder);
  folder.files.set('course-backup-phone.json', folder.files.get(OWN) ?? '');
  folder.replaced = 2;
  const counts = async () =>
    (await other.keeper.readOthers())?.map((file) =>
      'backup' in file ? file.backup.records.length : file.refusal,
    );
  expect(await counts()).toEqual([3]);
  expect(folder.replaced).toBe(0);
  folder.replaced = Number.POSITIVE_INFINITY;
  expect(await counts()).toEqual(['unreadable']);
  await other.keeper.switchOff();
});

it('a folder that cannot be looked into is not said to be empty', async () => {
  const folder = createFolder();
  const { keeper } = createKeeper(await openAnswered(1));
  await keeper.choose(folder);
  folder.values = () => {
    throw new DOMException('', 'NotFoundError');
  };
  expect(await keeper.readOthers()).toBeUndefined();
  expect(keeper.state.value).toEqual({ state: 'failed', name: 'Cloud', reason: 'NotFoundError' });
  await keeper.switchOff();
});

it('an empty log overwrites nothing, nor does one that was erased', async () => {
  const folder = createFolder();
  const log = await openAnswered(2);
  const { keeper, preferences, leave } = createKeeper(log);
  await keeper.choose(folder);
  await log.eraseEverything(MORNING.at + 1);
  leave();
  await keeper.idle();
  expect(countIn(folder)).toBe(2);
  // Another tab erased: the preferences are gone.
  preferences.set('folder', '');
  for (const draft of answers(1)) log.append({ ...draft, at: MORNING.at + 5000 });
  leave();
  await keeper.idle();
  expect(keeper.state.value).toEqual({ state: 'off' });
  expect(countIn(folder)).toBe(2);
});

it('giving up forgets the folder and leaves the file', async () => {
  const log = await openAnswered(1);
  const folder = createFolder();
  const { keeper, remembered } = createKeeper(log);
  await keeper.choose(folder);
  expect(remembered()).toBe(folder);
  await keeper.switchOff();
  expect(remembered()).toBeUndefined();
  expect(keeper.state.value).toEqual({ state: 'off' });
  expect(folder.files.has(OWN)).toBe(true);
});
