/** Why something is not stored as it should be. Permanent codes; the words are the interface's. */
export type HealthReason =
  | 'storage-missing'
  | 'storage-full'
  | 'storage-failed'
  | 'storage-low'
  | 'journal-missing'
  | 'journal-full'
  | 'journal-failed'
  | 'journal-slow'
  | 'newer-version';

/** Which sides hold everything this tab knows: both, one, or neither. */
export type HealthLevel = 'durable' | 'local-only' | 'journal-only' | 'memory-only';

/** How safe the learner's answers are, and why not safer. */
export interface Health {
  readonly level: HealthLevel;
  readonly reasons: readonly HealthReason[];
}

/** The health that follows from the trouble of each side. `storage-low` is a warning: it changes no level. */
export function createHealth(
  local: HealthReason | undefined,
  journal: HealthReason | undefined,
  isNewer: boolean,
  isLow = false,
): Health {
  if (isNewer) return { level: 'memory-only', reasons: ['newer-version'] };
  const low: HealthReason | undefined = isLow && local !== 'storage-full' ? 'storage-low' : undefined;
  const reasons = [local, journal, low].filter((reason) => reason !== undefined);
  return { level: levelOf(local, journal), reasons };
}

function levelOf(local: HealthReason | undefined, journal: HealthReason | undefined): HealthLevel {
  if (local === undefined) return journal === undefined ? 'durable' : 'local-only';
  return journal === undefined ? 'journal-only' : 'memory-only';
}

/** Whether an error says that the browser has no room left, in every browser's words. */
export function isQuotaError(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED';
}
