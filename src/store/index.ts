export { createBrowserPreferences, openBrowserLog } from './browser.ts';
export type { Health, HealthLevel, HealthReason } from './health.ts';
export type { LearnerLog, Merged } from './log.ts';
export type { Preferences } from './preferences.ts';
export type { Quarantined } from './quarantine.ts';
export type { Saved } from './replicas.ts';
