import type { EventDraft, LearnerEvent, WritableEvent } from '../format/event.ts';
import type { EventId, WriterId } from '../format/id.ts';
import type { ChangeChannel, Journal, StorageLike } from './entry.ts';
import { formatEventId, MAX_TIME, WRITER_ID_PATTERN } from './event-id.ts';
import type { Health } from './health.ts';
import { createJournalSide, withPatience } from './journal-side.ts';
import { createListeners } from './listeners.ts';
import { createLocalSide } from './local-side.ts';
import { createQuarantine, type Quarantined } from './quarantine.ts';
import { formatRecord, parseRecord } from './record.ts';
import { createReplicas, type Saved } from './replicas.ts';
import { createTimeline } from './timeline.ts';

/** Everything a log touches; nothing is taken from the surroundings. */
export interface LogOptions {
  /** What every key begins with, ending in `/`, e.g. `recall:/course/`. */
  readonly namespace: string;
  /** `undefined` if the browser refuses it. */
  readonly storage: StorageLike | undefined;
  /** `undefined` if the browser refuses it. */
  readonly journal: Journal | undefined;
  /** New for every opened log. */
  readonly writer: WriterId;
  readonly channel?: ChangeChannel | undefined;
  /** How long to wait for the journal before going on without it, in ms; 5000 unless told. */
  readonly patienceMs?: number;
}

/** What a merge did at once, and when it is safe. */
export interface Merged {
  readonly added: readonly LearnerEvent[];
  /** How many events were not well-formed; they changed nothing. */
  readonly refused: number;
  readonly saved: Promise<Saved>;
}

/** What a learner has done: an append-only set of events, written twice. The rules are in SPEC.md. */
export interface LearnerLog {
  /** Every event in canonical order; the same array until one is added. */
  events(): readonly LearnerEvent[];
  /**
   * Gives a draft its id and stores it: locally before this returns, in the journal when `saved` settles.
   * `saved` never rejects. Throws `Inconsistent:` for a draft that could not be read back, or after `close`.
   */
  append(draft: EventDraft): { readonly event: WritableEvent; readonly saved: Promise<Saved> };
  /** Adds events of another log under their own ids. Throws `Inconsistent:` after `close`. */
  merge(events: readonly LearnerEvent[]): Merged;
  /** Calls back with new events, own and foreign, in order. Returns the function that ends it. */
  subscribe(listener: (events: readonly LearnerEvent[]) => void): () => void;
  health(): Health;
  /** Calls back whenever the health differs from before. Returns the function that ends it. */
  watchHealth(listener: (health: Health) => void): () => void;
  /** Stored texts that could not be read. */
  quarantined(): readonly Quarantined[];
  /** Ends listening, waits for the writes under way and closes the journal. */
  close(): Promise<void>;
}

/** Opens the log: the union of both sides, each healed from the other. Never rejects for what is stored. */
export async function openLog(options: LogOptions): Promise<LearnerLog> {
  const { namespace, storage, writer, channel, patienceMs = 5000 } = options;
  if (!namespace.endsWith('/')) throw new Error(`Inconsistent: namespace ${namespace} does not end in /`);
  if (!WRITER_ID_PATTERN.test(writer)) throw new Error(`Inconsistent: writer ${writer}`);
  const local = createLocalSide(storage, namespace);
  const journal = createJournalSide(options.journal, patienceMs);
  const quarantine = createQuarantine(local);
  const timeline = createTimeline();
  const eventListeners = createListeners<readonly LearnerEvent[]>();
  const healthListeners = createListeners<Health>();
  const replicas = createReplicas({
    local,
    journal,
    quarantine,
    timeline,
    channel,
    onEvents: eventListeners.call,
    onHealth: healthListeners.call,
  });
  let seq = 0;
  let isClosed = false;

  function nextId(at: number): EventId {
    const id = formatEventId(at, writer, seq);
    seq += 1;
    return timeline.has(id) ? nextId(at) : id;
  }

  function add(records: ReadonlyMap<EventId, string>, events: readonly LearnerEvent[]) {
    if (isClosed) throw new Error(`Inconsistent: the log ${namespace} is closed`);
    const saved = replicas.store(records);
    const added = timeline.add(events);
    if (added.length > 0) eventListeners.call(added);
    return { added, saved };
  }

  const unlisten = channel?.listen((change) => {
    if (change.type === 'written') replicas.hear(change.entries);
    else void replicas.rescan();
  });
  await withPatience(replicas.rescan(), patienceMs, undefined);

  return {
    events: timeline.events,
    append(draft) {
      const at = Math.min(MAX_TIME, Math.max(0, Math.round(draft.at)));
      const id = nextId(at);
      const text = formatRecord({ ...draft, at, id });
      const parsed = parseRecord(text);
      const flaw = 'flaw' in parsed ? parsed.flaw : undefined;
      if ('flaw' in parsed || parsed.event.type === 'unknown') {
        throw new Error(`Inconsistent: ${flaw ?? 'type'} of ${JSON.stringify(draft)}`);
      }
      const { saved } = add(new Map([[id, text]]), [parsed.event]);
      return { event: parsed.event, saved };
    },
    merge(events) {
      const accepted = new Map<EventId, LearnerEvent>();
      const records = new Map<EventId, string>();
      let refused = 0;
      for (const event of events) {
        const text = tryFormat(event);
        const parsed = parseRecord(text);
        const isSame = 'event' in parsed && parsed.event.id === event.id && parsed.event.at === event.at;
        if (!isSame) refused += 1;
        else if (!timeline.has(event.id) && !records.has(event.id)) {
          records.set(event.id, text);
          accepted.set(event.id, parsed.event);
        }
      }
      return { ...add(records, [...accepted.values()]), refused };
    },
    subscribe: eventListeners.add,
    health: replicas.health,
    watchHealth: healthListeners.add,
    quarantined: quarantine.list,
    async close() {
      isClosed = true;
      replicas.stop();
      unlisten?.();
      await journal.close();
    },
  };
}

function tryFormat(event: LearnerEvent): string {
  try {
    return formatRecord(event);
  } catch {
    return '';
  }
}
