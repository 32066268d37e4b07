import { expect, it } from 'vitest';
import { deviceFileName, downloadName, isBackupName } from '../../../src/components/data/file-name.ts';

it.each([
  ['My Course', 'my-course-backup-2026-11-24.json'],
  ['  --Ünïcode / v2!  ', 'n-code-v2-backup-2026-11-24.json'],
  ['虚拟化', 'recall-backup-2026-11-24.json'],
  ['../../etc', 'etc-backup-2026-11-24.json'],
])('“%s” is backed up as %s, by the learner’s own date', (title, expected) => {
  const now = { at: Date.parse('2026-11-23T20:00:00Z'), offsetMinutes: 480 };
  expect(downloadName(title, 'backup', now)).toBe(expected);
});

it('a folder’s backups are told by their names', () => {
  expect(isBackupName('My Course', deviceFileName('My Course', 'k3f9'))).toBe(true);
  for (const name of ['notes.json', 'other-backup-k3f9.json', 'my-course-backup-k3f9.json.crswap']) {
    expect(isBackupName('My Course', name), name).toBe(false);
  }
});
