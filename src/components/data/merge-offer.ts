import type { Instant } from '../../format/event.ts';
import type { EventId } from '../../format/id.ts';
import { type Backup, type LearnerLog, previewMerge, type Saved } from '../../store/index.ts';
import { isAnswer } from './answers.ts';

/** Backups that a learner may add to the log. */
export interface MergeOffer {
  /** Where they come from, to be shown as text. */
  readonly name: string;
  readonly backups: readonly Backup[];
}

/** What accepting an offer would do. It never changes what is there. */
export interface OfferPreview {
  /** Answers that would be added. */
  readonly answers: number;
  /** Undos, settings and the like that would be added. */
  readonly others: number;
  readonly known: number;
  readonly unreadable: number;
  /** Whether every file is as it was written. */
  readonly isIntact: boolean;
  /** Times of the first and last answer that would be added. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
}

/** What accepting an offer did. */
export interface MergeResult {
  readonly added: number;
  readonly saved: Promise<Saved>;
  /** By which it can be taken back. */
  readonly imports: readonly EventId[];
}

/** Says what an offer would do, without doing it. */
export function previewOffer(log: Pick<LearnerLog, 'events'>, { backups }: MergeOffer): OfferPreview {
  const records = new Map(
    backups.flatMap((backup) => backup.records).map((record) => [record.event.id, record]),
  );
  const unreadable = backups.reduce((sum, backup) => sum + backup.unreadable, 0);
  const isIntact = backups.every((backup) => backup.isIntact);
  const all: Backup = { records: [...records.values()], unreadable, isIntact, digest: '' };
  const { adds, known } = previewMerge(log, all);
  const here = new Set(log.events().map(({ id }) => id));
  const times: number[] = [];
  for (const { event } of all.records) if (isAnswer(event) && !here.has(event.id)) times.push(event.at);
  const [first = 0] = times;
  const span = times.length > 0 ? times.reduce(extend, { from: first, to: first }) : undefined;
  return { answers: times.length, others: adds - times.length, known, unreadable, isIntact, span };
}

/** Adds the backups of an offer to the log. */
export function acceptOffer(log: LearnerLog, { backups }: MergeOffer, now: Instant): MergeResult {
  const before = new Set(log.imports().map(({ event }) => event.id));
  const merged = backups.map(({ records, digest }) => log.mergeBackup(records, digest, now));
  const imports = log.imports().flatMap(({ event }) => (before.has(event.id) ? [] : [event.id]));
  const added = merged.reduce((sum, result) => sum + result.added.length, 0);
  return { added, saved: Promise.all(merged.map(({ saved }) => saved)).then(worst), imports };
}

/** Takes imports back: what only they brought no longer counts. */
export function takeBack(log: LearnerLog, imports: readonly EventId[], now: Instant): void {
  for (const target of imports) log.append({ ...now, type: 'import.undone', target });
}

function extend(span: { from: number; to: number }, at: number) {
  return { from: Math.min(span.from, at), to: Math.max(span.to, at) };
}

function worst(all: readonly Saved[]): Saved {
  return all.find(({ local, journal }) => !local || !journal) ?? { local: true, journal: true };
}
