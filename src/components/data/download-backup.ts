import { options } from 'virtual:recall/options';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences, exportBackup, type LearnerLog } from '../../store/index.ts';
import { countAnswers, readClock } from './answers.ts';
import { downloadName } from './file-name.ts';
import { rememberBackup } from './last-backup.ts';
import { saveFile } from './save-file.ts';

/** Hands the learner everything as one file, straight from memory; returns the file's name. */
export function downloadBackup(log: LearnerLog): string {
  const now = readClock();
  const name = downloadName(options.siteTitle, 'backup', now);
  saveFile(name, exportBackup(log));
  const preferences = createBrowserPreferences(storageNamespace(options.base));
  rememberBackup(preferences, { at: now.at, answers: countAnswers(log.events()) });
  return name;
}
