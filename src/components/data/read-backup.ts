import { type Backup, MAX_BACKUP_LENGTH, parseBackup, type RefusalReason } from '../../store/index.ts';

/** What is read of a file. */
export type ReadableFile = Pick<File, 'name' | 'size' | 'text'>;

/** A file that is a backup, or why it is not one. Its name is only ever shown as text. */
export type ReadFile =
  | { readonly name: string; readonly backup: Backup }
  | { readonly name: string; readonly refusal: RefusalReason | 'unreadable' };

/** Reads a file that a learner chose or a folder holds. Never rejects; one that is too large is not read at all. */
export async function readBackupFile(file: ReadableFile): Promise<ReadFile> {
  const { name } = file;
  if (file.size > MAX_BACKUP_LENGTH) return { name, refusal: 'too-large' };
  try {
    const parsed = parseBackup(await file.text());
    return 'reason' in parsed ? { name, refusal: parsed.reason } : { name, backup: parsed };
  } catch {
    return { name, refusal: 'unreadable' };
  }
}
