import type { Entry } from './entry.ts';
import { seal, unseal } from './seal.ts';

/** One step from a version to the next. Names are permanent. */
export interface Migration {
  readonly to: number;
  readonly name: string;
  /** What must be added to a side that holds these entries, before its version is raised. */
  readonly add: (entries: readonly Entry[]) => readonly Entry[];
}

/** Every step from version 1 on, without a gap. */
export const MIGRATIONS: readonly Migration[] = [
  // Chunks and eras are keys that version 1 does not know: it has to stop writing, and nothing else changes.
  { to: 2, name: 'packed-chunks', add: () => [] },
  // Packed answers may carry a revision or be out of turn, which version 2 cannot unpack.
  { to: 3, name: 'answers-with-extras', add: () => [] },
];

/** Version of everything stored under a namespace; a reader of an older one does not write. */
export const DATA_VERSION: number = 1 + MIGRATIONS.length;

/** The key of the version, after the namespace. */
export const VERSION_KEY = 'version';

/** The version as it is stored: sealed like a record, so that a flipped bit does not lock the learner out. */
export function formatVersion(version: number): string {
  return seal(String(version));
}

/** Reads {@link formatVersion}; `undefined` if the text is damaged. */
export function parseVersion(text: string): number | undefined {
  const body = unseal(text);
  return body !== undefined && /^[1-9]\d{0,8}$/.test(body) ? Number(body) : undefined;
}

/** What migrating from a version to this one adds to a side. */
export function migrate(entries: readonly Entry[], from: number): readonly Entry[] {
  const added: Entry[] = [];
  for (const { to, add } of MIGRATIONS) if (to > from) added.push(...add([...entries, ...added]));
  return added;
}
