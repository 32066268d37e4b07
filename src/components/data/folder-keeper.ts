import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../../format/event.ts';
import { exportBackupInPieces, type LearnerLog, type Preferences } from '../../store/index.ts';
import { countAnswers } from './answers.ts';
import { readOtherBackups, setAside, writeFile } from './backup-folder.ts';
import { deviceFileName } from './file-name.ts';
import { dropMark, hasFolder, keepMark, readMark } from './folder-choice.ts';
import type { FolderHandle, FolderMemory } from './folder-handle.ts';
import { rememberBackup } from './last-backup.ts';
import type { ReadFile } from './read-backup.ts';

/** How the automatic backup stands. `file` is this device's own. */
export type FolderState =
  | { readonly state: 'off' }
  | { readonly state: 'asking'; readonly name: string }
  | { readonly state: 'on'; readonly name: string; readonly file: string; readonly writtenAt?: number }
  | { readonly state: 'failed'; readonly name: string; readonly reason: string };

/** Keeps a backup in a folder up to date. Nothing here throws or rejects: it never disturbs what it backs up. */
export interface FolderKeeper {
  readonly state: ReadonlySignal<FolderState>;
  /** Starts with a folder that the learner has just picked. */
  choose(folder: FolderHandle): Promise<void>;
  /** Asks the browser for permission; only after a click. */
  allow(): Promise<void>;
  /** Stops, and forgets the folder; what stands in it stays. */
  switchOff(): Promise<void>;
  /** What other devices have left in the folder; `undefined` if there is no looking in, and then `state` says why. */
  readOthers(): Promise<readonly ReadFile[] | undefined>;
  /** Settles when what was under way is done. */
  idle(): Promise<void>;
}

/** What a keeper works with. */
export interface KeeperParts {
  readonly log: LearnerLog;
  readonly preferences: Preferences;
  readonly memory: FolderMemory;
  readonly siteTitle: string;
  now(): Instant;
  /** A name for this device that no other has. */
  createDevice(): string;
  /** Calls back when the page is about to be left. */
  onLeave(listener: () => void): void;
  /** Runs a task while no other tab runs one. */
  exclusively(task: () => Promise<void>): Promise<void>;
  /** Settles when the page has had time for other things. */
  pause(): Promise<void>;
  /** Quiet after an answer before it is written, in ms. */
  readonly quietMs?: number;
}

/** Takes up the folder of an earlier visit, if there is one, and writes what it lacks. */
export function createFolderKeeper(parts: KeeperParts): FolderKeeper {
  const { log, preferences, memory, siteTitle, now, quietMs = QUIET_MS } = parts;
  const state = signal<FolderState>({ state: 'off' });
  let folder: FolderHandle | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isChecked = false;
  let lastMs = 0;
  let work = Promise.resolve();

  const schedule = () => {
    if (!folder) return;
    clearTimeout(timer);
    // Writing a long log takes its time: it must not take a noticeable part of the learner's.
    timer = setTimeout(enqueue, Math.max(quietMs, lastMs * REST_PER_WRITE));
  };
  const enqueue = () => {
    clearTimeout(timer);
    timer = undefined;
    work = work.then(write);
    return work;
  };

  async function write(): Promise<void> {
    if (!folder) return;
    const { name } = folder;
    try {
      if (!hasFolder(preferences)) return stop();
      if ((await folder.queryPermission(ACCESS)) !== 'granted') {
        state.value = { state: 'asking', name };
        return;
      }
      const file = deviceFileName(siteTitle, deviceOf());
      const isDue = readMark(preferences)?.stamp !== log.stamp() && log.events().length > 0;
      if (isDue && !log.health().reasons.includes('newer-version'))
        await parts.exclusively(() => store(file));
      const writtenAt = readMark(preferences)?.at;
      state.value = { state: 'on', name, file, ...(writtenAt ? { writtenAt } : {}) };
    } catch (error) {
      state.value = { state: 'failed', name, reason: reasonOf(error) };
    }
  }

  async function store(file: string): Promise<void> {
    if (!folder) return;
    const { at } = now();
    const events = log.events();
    const stamp = log.stamp();
    if (!isChecked) {
      const aside = file.replace('.json', `-${at.toString(36)}.json`);
      await setAside(folder, file, aside, new Set(events.map(({ id }) => id)));
      isChecked = true;
    }
    await writeFile(folder, file, await exportBackupInPieces(log, parts.pause));
    lastMs = Math.max(0, now().at - at);
    // Deleted everything while this was written: nothing is remembered.
    if (!hasFolder(preferences)) return;
    keepMark(preferences, { at, stamp });
    rememberBackup(preferences, { at, answers: countAnswers(events) });
  }

  function deviceOf(): string {
    const known = preferences.get(DEVICE);
    if (known && /^[0-9a-z]{4,16}$/.test(known)) return known;
    const made = parts.createDevice();
    preferences.set(DEVICE, made);
    return made;
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    folder = undefined;
    isChecked = false;
    state.value = { state: 'off' };
  }

  async function resume(): Promise<void> {
    try {
      folder = await memory.load();
      if (folder && !hasFolder(preferences)) keepMark(preferences);
    } catch {
      folder = undefined;
    }
    await write();
  }

  work = resume();
  log.subscribe(schedule);
  log.watchLoss(schedule);
  parts.onLeave(() => {
    if (timer !== undefined) void enqueue();
  });

  return {
    state,
    choose(chosen) {
      work = work.then(async () => {
        folder = chosen;
        isChecked = false;
        keepMark(preferences);
        // The folder works until the page is closed even where it cannot be remembered.
        await memory.keep(chosen).catch(() => undefined);
        await write();
      });
      return work;
    },
    async allow() {
      try {
        await folder?.requestPermission(ACCESS);
      } catch {
        // Refused without a click, or the folder is gone: writing finds out which.
      }
      await enqueue();
    },
    switchOff() {
      dropMark(preferences);
      work = work.then(async () => {
        stop();
        await memory.forget().catch(() => undefined);
      });
      return work;
    },
    async readOthers() {
      if (!folder) return undefined;
      const { name } = folder;
      try {
        return await readOtherBackups(folder, siteTitle, deviceFileName(siteTitle, deviceOf()));
      } catch (error) {
        await enqueue();
        if (state.value.state === 'on') state.value = { state: 'failed', name, reason: reasonOf(error) };
        return undefined;
      }
    },
    idle: () => work,
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}

const DEVICE = 'device';
const ACCESS = { mode: 'readwrite' } as const;
const QUIET_MS = 10_000;
// At most two hundredths of the time are spent writing.
const REST_PER_WRITE = 50;
