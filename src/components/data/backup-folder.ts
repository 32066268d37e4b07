import type { EventId } from '../../format/id.ts';
import { isBackupName } from './file-name.ts';
import type { FolderHandle } from './folder-handle.ts';
import { type ReadFile, readBackupFile } from './read-backup.ts';

/** Replaces a file as a whole: what was there stays until the new text has been written. */
export async function writeFile(
  folder: FolderHandle,
  name: string,
  pieces: readonly string[],
): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  for (const piece of pieces) await writable.write(piece);
  await writable.close();
}

/**
 * Copies this device's file to another name if it holds anything that the log does not: whatever the browser lost
 * must not be lost from the backup, too.
 */
export async function setAside(
  folder: FolderHandle,
  name: string,
  aside: string,
  known: ReadonlySet<EventId>,
): Promise<void> {
  const file = await findFile(folder, name);
  if (!file) return;
  const read = await readBackupFile(file);
  const isKnown = 'backup' in read && read.backup.records.every(({ event }) => known.has(event.id));
  if (!isKnown) await writeFile(folder, aside, [await file.text()]);
}

/** Reads the backups of a site that stand in a folder, except this device's own. Rejects if there is no looking in. */
export async function readOtherBackups(
  folder: FolderHandle,
  siteTitle: string,
  own: string,
): Promise<readonly ReadFile[]> {
  const names: string[] = [];
  for await (const { kind, name } of folder.values()) {
    if (kind === 'file' && name !== own && isBackupName(siteTitle, name)) names.push(name);
  }
  const read = await Promise.all(names.sort().map((name) => readFromFolder(folder, name)));
  return read.flatMap((file) => file ?? []);
}

/**
 * A file of a folder that another device may replace at this moment: what was opened before that cannot be read after
 * it, and is opened again. `undefined` if there is no such file. Never rejects.
 */
async function readFromFolder(folder: FolderHandle, name: string): Promise<ReadFile | undefined> {
  let found: ReadFile | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MS));
    try {
      const file = await findFile(folder, name);
      found = file && (await readBackupFile(file));
    } catch {
      found = { name, refusal: 'unreadable' };
    }
    if (!(found && 'refusal' in found && found.refusal === 'unreadable')) break;
  }
  return found;
}

const ATTEMPTS = 4;
const PAUSE_MS = 50;

async function findFile(folder: FolderHandle, name: string): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
