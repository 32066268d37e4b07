import type { LearnerEvent } from '../format/event.ts';
import { PREFIX } from '../format/prefix.ts';
import type { EventRecord } from './chunk.ts';
import type { LearnerLog } from './log.ts';
import { parseRecord } from './record.ts';
import { checksum, createChecksum } from './seal.ts';

/** The version of the file that {@link exportBackup} writes; a reader of an older one refuses it. */
const BACKUP_VERSION = 1;

/** The longest file that is looked at, in UTF-16 units; compare a file's size in bytes before reading it. */
export const MAX_BACKUP_LENGTH: number = 64 * 1024 * 1024;

/** Why a file is not taken for a backup. Permanent codes; the words are the interface's. */
export type RefusalReason = 'too-large' | 'not-json' | 'not-a-backup' | 'newer-version';

/** A file that is no backup. Nothing was changed. */
export interface Refusal {
  readonly reason: RefusalReason;
}

/** What a backup file holds. */
export interface Backup {
  /** Every event that could be read, each once. */
  readonly records: readonly EventRecord[];
  /** How many texts could not be read. */
  readonly unreadable: number;
  /** Whether the file is as it was written: its counts and its checksum are right. */
  readonly isIntact: boolean;
  /** Names the contents. */
  readonly digest: string;
}

/** What merging a backup would do. */
export interface MergePreview {
  readonly adds: number;
  readonly known: number;
  readonly unreadable: number;
}

/** Every event of a log that counts, as one JSON file that only says what the learner did (SPEC.md, “Backups”). */
export function exportBackup(log: BackedUp): string {
  const writing = writeBackup(log);
  for (;;) {
    const { done, value } = writing.next();
    if (done) return value.join('');
  }
}

/** {@link exportBackup} in pieces, with a pause after every few milliseconds of work: for a page that is in use. */
export async function exportBackupInPieces(
  log: BackedUp,
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const writing = writeBackup(log);
  for (;;) {
    const { done, value } = writing.next();
    if (done) return value;
    await pause();
  }
}

/** Reads a backup file. Never throws; believes no event without its own checksum. */
export function parseBackup(text: string): Backup | Refusal {
  if (text.length > MAX_BACKUP_LENGTH) return { reason: 'too-large' };
  const file = parseJson(text);
  if (file === undefined) return { reason: 'not-json' };
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return { reason: 'not-a-backup' };
  const fields = new Map<string, unknown>(Object.entries(file));
  const version = fields.get('version');
  const events = fields.get('events');
  if (fields.get('format') !== BACKUP_FORMAT || !Number.isSafeInteger(version))
    return { reason: 'not-a-backup' };
  if (Number(version) > BACKUP_VERSION) return { reason: 'newer-version' };
  const isForeign = [...fields.keys()].some((name) => !FIELDS.includes(name));
  if (isForeign || version !== BACKUP_VERSION || !Array.isArray(events)) return { reason: 'not-a-backup' };
  const records = new Map<string, EventRecord>();
  let unreadable = 0;
  for (const record of events) {
    const parsed = typeof record === 'string' ? parseRecord(record) : undefined;
    if (parsed === undefined || 'flaw' in parsed || !isOwnDeed(parsed.event)) unreadable += 1;
    else if (!records.has(parsed.event.id))
      records.set(parsed.event.id, { event: parsed.event, text: record });
  }
  // Not `String`: an object may bring a `toString` that is no function.
  const digest = digestOf(events.map((record) => (typeof record === 'string' ? record : '')));
  const isIntact = digest === fields.get('checksum') && events.length === fields.get('count');
  return { records: [...records.values()], unreadable, isIntact, digest };
}

/** What merging would do, without doing it. */
export function previewMerge(log: Pick<LearnerLog, 'events'>, backup: Backup): MergePreview {
  const ids = new Set(log.events().map(({ id }) => id));
  const known = backup.records.filter(({ event }) => ids.has(event.id)).length;
  return { adds: backup.records.length - known, known, unreadable: backup.unreadable };
}

/** What `JSON.stringify` with two blanks of indent would write, in pieces. */
function* writeBackup({ events, textOf, quarantined }: BackedUp): Generator<undefined, readonly string[]> {
  const deeds = events().filter(isOwnDeed);
  const damaged = quarantined().map(({ key, text }) => ({ key, text }));
  const sum = createChecksum();
  const pieces: string[] = [];
  for (let start = 0; start < deeds.length; start += EVENTS_PER_PIECE) {
    const texts = deeds.slice(start, start + EVENTS_PER_PIECE).map(textOf);
    const isFirst = start === 0;
    sum.add((isFirst ? '' : '\n') + texts.join('\n'));
    pieces.push((isFirst ? '\n' : ',\n') + texts.map((text) => `    ${JSON.stringify(text)}`).join(',\n'));
    yield;
  }
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, count: deeds.length, checksum: sum.value() };
  const start = JSON.stringify(head, undefined, 2).slice(0, -2);
  const end = JSON.stringify({ quarantined: damaged }, undefined, 2).slice(1);
  return [`${start},\n  "events": [`, ...pieces, `${deeds.length > 0 ? '\n  ' : ''}],${end}\n`];
}

type BackedUp = Pick<LearnerLog, 'events' | 'textOf' | 'quarantined'>;

// Some 3 ms of work.
const EVENTS_PER_PIECE = 512;

const BACKUP_FORMAT = `${PREFIX}-backup`;

const FIELDS: readonly string[] = ['format', 'version', 'count', 'checksum', 'events', 'quarantined'];

/** Merging and taking back are deeds of one log: elsewhere they would hide what nobody took back there. */
function isOwnDeed({ type }: LearnerEvent): boolean {
  return type !== 'import.applied' && type !== 'import.undone';
}

function digestOf(events: readonly string[]): string {
  return checksum(events.join('\n'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
