import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import type { ChangeChannel, Entry } from './entry.ts';
import { EVENT_KEY_PREFIX, keyOfEventId } from './event-id.ts';
import { createHealth, type Health, type HealthReason } from './health.ts';
import type { JournalSide } from './journal-side.ts';
import { type LocalSide, QUARANTINE_KEY_PREFIX } from './local-side.ts';
import type { Quarantine } from './quarantine.ts';
import { parseRecord } from './record.ts';
import type { Timeline } from './timeline.ts';
import { DATA_VERSION, formatVersion, parseVersion, VERSION_KEY } from './version.ts';

/** Where a new event has arrived. */
export interface Saved {
  readonly local: boolean;
  readonly journal: boolean;
  /** Present if either side has failed; the local side's if both have. */
  readonly reason?: HealthReason;
}

/** What the two copies of a log are made of, and whom they tell. */
export interface ReplicaParts {
  readonly local: LocalSide;
  readonly journal: JournalSide;
  readonly quarantine: Quarantine;
  readonly timeline: Timeline;
  readonly channel: ChangeChannel | undefined;
  onEvents(events: readonly LearnerEvent[]): void;
  onHealth(health: Health): void;
}

/** Two copies of one log, kept equal. */
export interface Replicas {
  /** Reads what is new on both sides, heals each from the other, and settles when that is done. */
  rescan(): Promise<void>;
  /** Takes in what another tab says it wrote. */
  hear(entries: readonly Entry[]): void;
  /** Stores records on both sides: locally before it returns, in the journal when the promise settles. */
  store(records: ReadonlyMap<EventId, string>): Promise<Saved>;
  health(): Health;
  /** Writes nothing more on its own. */
  stop(): void;
}

/** Two copies that have not looked at each other yet. */
export function createReplicas(parts: ReplicaParts): Replicas {
  const { local, journal, quarantine, timeline, channel } = parts;
  /** Texts read from a side or a tab, whose presence on both sides is not yet established. */
  const unplaced = new Map<EventId, string>();
  let isNewer = false;
  let isStopped = false;
  let scanning: Promise<void> | undefined;
  let health = createHealth(local.trouble(), journal.trouble(), isNewer);

  function refreshHealth(): void {
    const next = createHealth(local.trouble(), journal.trouble(), isNewer);
    if (next.level === health.level && String(next.reasons) === String(health.reasons)) return;
    health = next;
    parts.onHealth(health);
  }

  function announce(events: readonly LearnerEvent[]): void {
    const fresh = timeline.add(events);
    if (fresh.length > 0) parts.onEvents(fresh);
  }

  function admit(side: LocalSide | JournalSide, entries: readonly Entry[]): void {
    const origin = side === local ? '' : 'journal/';
    const events: LearnerEvent[] = [];
    for (const { key, text } of entries) {
      const parsed = key.startsWith(EVENT_KEY_PREFIX) ? parseRecord(text) : undefined;
      if (parsed === undefined) {
        side.ledger.note(key);
        if (key === VERSION_KEY) admitVersion(origin + key, text);
        else if (key.startsWith(QUARANTINE_KEY_PREFIX)) quarantine.recall(key, text);
      } else if ('flaw' in parsed) {
        side.ledger.note(key);
        quarantine.take(origin + key, text, parsed.flaw);
      } else {
        side.ledger.note(key, parsed.event.id);
        unplaced.set(parsed.event.id, text);
        events.push(parsed.event);
      }
    }
    announce(events);
  }

  function admitVersion(key: string, text: string): void {
    const version = parseVersion(text);
    if (version === undefined) quarantine.take(key, text, 'version');
    else if (version > DATA_VERSION) isNewer = true;
  }

  // A tab with newer code may have been opened beside this one, so every write asks first.
  function checkVersion(): void {
    const text = local.read(VERSION_KEY);
    if (text !== undefined && (parseVersion(text) ?? 0) > DATA_VERSION) isNewer = true;
  }

  function placeVersion(): void {
    // A damaged version is left in place and counts as absent.
    if (local.write(VERSION_KEY, formatVersion(DATA_VERSION)) === undefined) local.ledger.note(VERSION_KEY);
  }

  function markShort(): void {
    for (const [id, text] of unplaced) {
      if (!local.ledger.holds(id)) local.ledger.short.set(id, text);
      if (journal.isLoaded() && !journal.ledger.holds(id)) journal.ledger.short.set(id, text);
    }
    if (journal.isLoaded()) unplaced.clear();
  }

  async function scan(): Promise<void> {
    admit(local, local.scan());
    admit(journal, await journal.load());
    checkVersion();
    if (isNewer || isStopped) return refreshHealth();
    quarantine.flush();
    markShort();
    if (local.ledger.short.size > 0) placeVersion();
    local.flush();
    refreshHealth();
    await journal.place(new Map());
    refreshHealth();
  }

  function tell(records: ReadonlyMap<EventId, string>): void {
    try {
      channel?.post([...records].map(([id, text]) => ({ key: keyOfEventId(id), text })));
    } catch {
      // The other tabs find the events when they look around.
    }
  }

  function storeLocally(records: ReadonlyMap<EventId, string>): HealthReason | undefined {
    placeVersion();
    let failure: HealthReason | undefined;
    for (const [id, text] of records) {
      if (!local.place(id, text)) failure = local.trouble();
    }
    // Room may have come back since an earlier failure.
    if (failure === undefined) local.flush();
    return failure;
  }

  async function storeInJournal(
    records: ReadonlyMap<EventId, string>,
    localFailure: HealthReason | undefined,
  ): Promise<Saved> {
    const journalFailure = await journal.place(records);
    refreshHealth();
    // A journal that takes writes again can be read again, too.
    if (journalFailure === undefined && !journal.isLoaded()) void replicas.rescan();
    const saved = { local: localFailure === undefined, journal: journalFailure === undefined };
    const reason = localFailure ?? journalFailure;
    return reason === undefined ? saved : { ...saved, reason };
  }

  const replicas: Replicas = {
    rescan() {
      scanning ??= scan().finally(() => {
        scanning = undefined;
      });
      return scanning;
    },
    hear(entries) {
      for (const { key, text } of entries) {
        if (!key.startsWith(EVENT_KEY_PREFIX)) continue;
        const stored = local.ledger.keys().has(key) ? undefined : local.read(key);
        if (stored !== undefined) admit(local, [{ key, text: stored }]);
        // The sender's storage may be full, or its write may not have reached us yet.
        const parsed = parseRecord(text);
        if ('flaw' in parsed || timeline.has(parsed.event.id)) continue;
        unplaced.set(parsed.event.id, text);
        announce([parsed.event]);
      }
      checkVersion();
      if (!isNewer) quarantine.flush();
      refreshHealth();
    },
    store(records) {
      checkVersion();
      if (records.size === 0 && !isNewer) return storeInJournal(records, local.trouble());
      const failure = isNewer ? 'newer-version' : storeLocally(records);
      tell(records);
      refreshHealth();
      if (isNewer) return Promise.resolve({ local: false, journal: false, reason: 'newer-version' });
      return storeInJournal(records, failure);
    },
    health: () => health,
    stop() {
      isStopped = true;
    },
  };
  return replicas;
}
