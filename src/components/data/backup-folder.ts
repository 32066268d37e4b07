import type { EventId } from '../../format/id.ts';
import { isBackupName } from './file-name.ts';
import type { FolderHandle } from './folder-handle.ts';
import { type ReadFile, readBackupFile } from './read-backup.ts';

/** Replaces a file as a whole: what was there stays until the new text has been written. */
export async function writeFile(folder: FolderHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(text);
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
  if (!isKnown) await writeFile(folder, aside, await file.text());
}

/** Reads the backups of a site that stand in a folder, except this device's own. */
export async function readOtherBackups(
  folder: FolderHandle,
  siteTitle: string,
  own: string,
): Promise<readonly ReadFile[]> {
  const names: string[] = [];
  for await (const { kind, name } of folder.values()) {
    if (kind === 'file' && name !== own && isBackupName(siteTitle, name)) names.push(name);
  }
  const files = await Promise.all(names.sort().map((name) => findFile(folder, name)));
  return Promise.all(files.flatMap((file) => (file ? [readBackupFile(file)] : [])));
}

async function findFile(folder: FolderHandle, name: string): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
