export {
  type Backup,
  exportBackup,
  exportBackupInPieces,
  MAX_BACKUP_LENGTH,
  type MergePreview,
  parseBackup,
  previewMerge,
  type Refusal,
  type RefusalReason,
} from './backup.ts';
export { createBrowserPreferences, openBrowserLog } from './browser.ts';
export type { Cache } from './cache.ts';
export type { Health, HealthLevel, HealthReason } from './health.ts';
export type { Import } from './imports.ts';
export type { LearnerLog, Merged } from './log.ts';
export type { Preferences } from './preferences.ts';
export type { Quarantined } from './quarantine.ts';
export type { Saved } from './replicas.ts';
