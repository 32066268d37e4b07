import type { Preferences } from '../../store/index.ts';

/** What the folder of the automatic backup holds: when it was last written, and with which events. */
export interface FolderMark {
  /** Milliseconds UTC; 0 if it was not written yet. */
  readonly at: number;
  /** The log's stamp then. */
  readonly stamp: string;
}

/** Whether a folder was chosen in this browser. */
export function hasFolder(preferences: Preferences): boolean {
  return Boolean(preferences.get(PREFERENCE));
}

/** What is known of the chosen folder. */
export function readMark(preferences: Preferences): FolderMark | undefined {
  const [, at, stamp] = /^(\d{1,15}) (\S+)$/.exec(preferences.get(PREFERENCE) ?? '') ?? [];
  return at === undefined || stamp === undefined ? undefined : { at: Number(at), stamp };
}

/** Remembers that a folder was chosen, or written. */
export function keepMark(preferences: Preferences, { at, stamp }: FolderMark = UNWRITTEN): void {
  preferences.set(PREFERENCE, `${at} ${stamp}`);
}

/** Remembers that there is no folder any more. */
export function dropMark(preferences: Preferences): void {
  preferences.set(PREFERENCE, '');
}

const PREFERENCE = 'folder';
const UNWRITTEN: FolderMark = { at: 0, stamp: '-' };
