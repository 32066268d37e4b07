import type { LearnerLog } from '../../store/index.ts';

/** Hands the learner every event of the log as one JSON file, straight from memory. */
export function downloadEvents(log: LearnerLog): void {
  const day = new Date().toISOString().slice(0, 10);
  const blob = new Blob([JSON.stringify({ events: log.events() }, null, 1)], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `recall-${day}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_GRACE_MS);
}

/** The browser reads the blob after the click returned. */
const DOWNLOAD_GRACE_MS = 60_000;
