import type { Instant } from '../../format/event.ts';
import { PREFIX } from '../../format/prefix.ts';

/** Name of a file that a learner downloads, with their local date, e.g. `site-backup-2026-11-23.json`. */
export function downloadName(siteTitle: string, what: 'backup' | 'damaged', now: Instant): string {
  const day = new Date(now.at + now.offsetMinutes * 60_000).toISOString().slice(0, 10);
  return `${stemOf(siteTitle)}-${what}-${day}.json`;
}

/** Name of the file that a device keeps up to date in a folder, e.g. `site-backup-k3f9a0.json`. */
export function deviceFileName(siteTitle: string, device: string): string {
  return `${stemOf(siteTitle)}-backup-${device}.json`;
}

/** Whether a file of a folder looks like a backup of the site, by whatever device. */
export function isBackupName(siteTitle: string, name: string): boolean {
  return name.startsWith(`${stemOf(siteTitle)}-backup-`) && name.endsWith('.json');
}

function stemOf(siteTitle: string): string {
  const stem = siteTitle
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return stem || PREFIX;
}
