import type { EventDraft, Instant, LearnerEvent, WritableEvent } from '../format/event.ts';
import type { EventId, WriterId } from '../format/id.ts';
import { type Cache, createCache } from './cache.ts';
import { type Carrier, carryRecord } from './carrier.ts';
import type { EventRecord } from './chunk.ts';
import type { ChangeChannel, Journal, StorageLike } from './entry.ts';
import { formatEventId, MAX_TIME, WRITER_ID_PATTERN } from './event-id.ts';
import type { Health } from './health.ts';
import { createImports, formatRanges, type Import, undoable } from './imports.ts';
import { createJournalSide, withPatience } from './journal-side.ts';
import { createListeners } from './listeners.ts';
import { createLocalSide } from './local-side.ts';
import { createPacker } from './packer.ts';
import { type PackingRules, PRESSED_RULES, packAll, RELAXED_RULES } from './packing.ts';
import { createQuarantine, type Quarantined } from './quarantine.ts';
import { formatRecord, parseRecord } from './record.ts';
import { createReplicas, type Saved } from './replicas.ts';
import { createTimeline } from './timeline.ts';
import { createView } from './view.ts';

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
  /** UTF-16 units that the storage holds, keys and texts together; 5,242,880 unless told. */
  readonly capacity?: number;
  /** When old events are packed, as long as there is room. */
  readonly packing?: PackingRules;
  /** Runs a task in one tab only, or not at all if another tab runs it; at once unless told. */
  readonly elect?: (task: () => Promise<void>) => Promise<void>;
  /** Settles when the page has had time for other things; at once unless told. */
  readonly pause?: () => Promise<void>;
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
  /** Every event that counts, in canonical order; the same array until that changes. */
  events(): readonly LearnerEvent[];
  /**
   * Gives a draft its id and stores it: locally before this returns, in the journal when `saved` settles.
   * `saved` never rejects. Throws `Inconsistent:` for a draft that could not be read back, or after `close`.
   */
  append(draft: EventDraft): { readonly event: WritableEvent; readonly saved: Promise<Saved> };
  /** Appends drafts together: none if one could not be read back. Many are stored as one chunk. */
  appendAll(drafts: readonly EventDraft[]): {
    readonly events: readonly WritableEvent[];
    readonly saved: Promise<Saved>;
  };
  /** Adds events of another log under their own ids. Throws `Inconsistent:` after `close`. */
  merge(events: readonly LearnerEvent[]): Merged;
  /** Adds the records of a backup, and an `import.applied` event by which it can be taken back. */
  mergeBackup(records: readonly EventRecord[], digest: string, now: Instant): Merged;
  /** The backups merged so far; append `import.undone` to take one back. */
  imports(): readonly Import[];
  /** Calls back with new events, own and foreign, in order. Returns the function that ends it. */
  subscribe(listener: (events: readonly LearnerEvent[]) => void): () => void;
  /** Calls back when `events()` has lost some: an import was undone, or everything erased. Fold anew then. */
  watchLoss(listener: () => void): () => void;
  health(): Health;
  /** Calls back whenever the health differs from before. Returns the function that ends it. */
  watchHealth(listener: (health: Health) => void): () => void;
  /** Stored texts that could not be read. */
  quarantined(): readonly Quarantined[];
  /** The record of an event as it is stored, with fields that this version does not know. */
  textOf(event: LearnerEvent): string;
  /** Names the set of events that count: whatever is cached of them is valid for just this stamp. */
  stamp(): string;
  readonly cache: Cache;
  /** Space that the log takes of the local side, in UTF-16 units. */
  space(): { readonly used: number; readonly capacity: number };
  /** Packs old events now; otherwise it happens by itself. */
  pack(): Promise<void>;
  /**
   * Erases every event and preference on both sides, here and in other tabs, and nothing of other sites. `now` in
   * epoch ms. Backups stay valid. Throws `Inconsistent:` after `close`.
   */
  eraseEverything(now: number): Promise<Saved>;
  /** Ends listening, waits for the writes under way and closes the journal. */
  close(): Promise<void>;
}

/** Opens the log: the union of both sides, each healed from the other. Never rejects for what is stored. */
export async function openLog(options: LogOptions): Promise<LearnerLog> {
  const { namespace, storage, writer, channel, patienceMs = 5000, capacity = 5_242_880 } = options;
  if (!namespace.endsWith('/')) throw new Error(`Inconsistent: namespace ${namespace} does not end in /`);
  if (!WRITER_ID_PATTERN.test(writer)) throw new Error(`Inconsistent: writer ${writer}`);
  const local = createLocalSide(storage, namespace, capacity);
  const journal = createJournalSide(options.journal, patienceMs);
  const quarantine = createQuarantine(local);
  const timeline = createTimeline();
  const imports = createImports();
  const view = createView(timeline, imports);
  const eventListeners = createListeners<readonly LearnerEvent[]>();
  const lossListeners = createListeners<undefined>();
  const healthListeners = createListeners<Health>();
  const replicas = createReplicas({
    local,
    journal,
    quarantine,
    timeline,
    channel,
    lowUnits: capacity * LOW_SHARE,
    onEvents: show,
    onForget() {
      imports.clear();
      imports.note(timeline.events());
      view.reset();
      lossListeners.call(undefined);
    },
    onHealth(health) {
      healthListeners.call(health);
      // What one side does not hold any more the other has to hold twice.
      packer.consider();
    },
  });
  const packer = createPacker({
    local,
    journal,
    quarantine,
    replicas,
    rules: () =>
      local.units() >= capacity * PRESSED_SHARE ? PRESSED_RULES : (options.packing ?? RELAXED_RULES),
    elect: options.elect ?? ((task) => task()),
    pause: options.pause ?? (() => Promise.resolve()),
  });
  let seq = 0;
  let isClosed = false;

  function nextId(at: number): EventId {
    const id = formatEventId(at, writer, seq);
    seq += 1;
    return timeline.has(id) ? nextId(at) : id;
  }

  function write(draft: EventDraft): { readonly record: EventRecord; readonly event: WritableEvent } {
    const at = Math.min(MAX_TIME, Math.max(0, Math.round(draft.at)));
    const text = formatRecord({ ...draft, at, id: nextId(at) });
    const parsed = parseRecord(text);
    const flaw = 'flaw' in parsed ? parsed.flaw : undefined;
    if ('flaw' in parsed || parsed.event.type === 'unknown') {
      throw new Error(`Inconsistent: ${flaw ?? 'type'} of ${JSON.stringify(draft)}`);
    }
    return { record: { event: parsed.event, text }, event: parsed.event };
  }

  function show(fresh: readonly LearnerEvent[]): void {
    const shown = view.add(fresh);
    if (shown === 'lost') lossListeners.call(undefined);
    else if (shown.length > 0) eventListeners.call(shown);
  }

  function assertOpen(): void {
    if (isClosed) throw new Error(`Inconsistent: the log ${namespace} is closed`);
  }

  function add(carriers: readonly Carrier[]) {
    assertOpen();
    const saved = replicas.store(carriers);
    const added = timeline.add(carriers.flatMap(({ events }) => events));
    if (added.length > 0) show(added);
    packer.consider();
    return { added, saved };
  }

  function addRecords(records: readonly EventRecord[]) {
    const isMany = records.length >= MANY_RECORDS;
    return add(isMany ? packAll(records) : records.map(({ event, text }) => carryRecord(event, text)));
  }

  const unlisten = channel?.listen((change) => {
    if (change.type === 'written') replicas.hear(change.entries);
    else void replicas.rescan().then(packer.consider);
  });
  await withPatience(replicas.rescan(), patienceMs, undefined);
  packer.consider();

  const log: LearnerLog = {
    events: view.events,
    append(draft) {
      const { record, event } = write(draft);
      return { event, saved: addRecords([record]).saved };
    },
    appendAll(drafts) {
      const written = drafts.map(write);
      const { saved } = addRecords(written.map(({ record }) => record));
      return { events: written.map(({ event }) => event), saved };
    },
    merge(events) {
      const records = new Map<EventId, EventRecord>();
      let refused = 0;
      for (const event of events) {
        const text = tryFormat(event);
        const parsed = parseRecord(text);
        const isSame = 'event' in parsed && parsed.event.id === event.id && parsed.event.at === event.at;
        if (!isSame || isBookkeeping(parsed.event)) refused += 1;
        else if (!timeline.has(event.id)) records.set(event.id, { event: parsed.event, text });
      }
      return { ...addRecords([...records.values()]), refused };
    },
    mergeBackup(records, digest, now) {
      const foreign = records.filter(({ event }) => !isBookkeeping(event));
      const fresh = foreign.filter(({ event }) => !timeline.has(event.id));
      const returning = foreign.filter(({ event }) => timeline.has(event.id) && imports.isHidden(event));
      const brought = [...fresh, ...returning].map(({ event }) => event);
      const { added, saved } = addRecords(fresh);
      const refused = records.length - foreign.length;
      if (brought.length === 0) return { added, refused, saved };
      const mark = { type: 'import.applied', digest, count: brought.length } as const;
      const { saved: marked } = log.append({
        ...mark,
        ...now,
        added: formatRanges(undoable(brought, timeline.events())),
      });
      return { added: brought, refused, saved: saved.then(async (first) => worse(first, await marked)) };
    },
    imports: imports.list,
    subscribe: eventListeners.add,
    watchLoss: (listener) => lossListeners.add(() => listener()),
    health: replicas.health,
    watchHealth: healthListeners.add,
    quarantined: quarantine.list,
    textOf: replicas.textOf,
    stamp: view.stamp,
    cache: createCache(local, capacity * PRESSED_SHARE),
    space: () => ({ used: local.units(), capacity }),
    pack: packer.pack,
    eraseEverything(now) {
      assertOpen();
      return replicas.erase(now);
    },
    async close() {
      isClosed = true;
      replicas.stop();
      unlisten?.();
      await journal.close();
    },
  };
  return log;
}

// From here on old events are packed early, and no cache is kept.
const PRESSED_SHARE = 0.7;
// From here on the learner is warned.
const LOW_SHARE = 0.9;
// So many records at once go into chunks: alone they would take ten times the room and a second of writing.
const MANY_RECORDS = 256;

/** What says how a log came to be and not what the learner did; it means nothing in another log. */
function isBookkeeping({ type }: LearnerEvent): boolean {
  return type === 'import.applied' || type === 'import.undone';
}

function tryFormat(event: LearnerEvent): string {
  try {
    return formatRecord(event);
  } catch {
    return '';
  }
}

function worse(a: Saved, b: Saved): Saved {
  const saved = { local: a.local && b.local, journal: a.journal && b.journal };
  const reason = a.reason ?? b.reason;
  return reason === undefined ? saved : { ...saved, reason };
}
