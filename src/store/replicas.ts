import type { LearnerEvent } from '../format/event.ts';
import { type Carrier, holdsEvents, type Opened } from './carrier.ts';
import { baseOfKey } from './chunk.ts';
import type { ChangeChannel, Entry } from './entry.ts';
import { compareEras, ERA_KEY, type Era, formatEra, parseEra } from './era.ts';
import { createEras } from './eras.ts';
import { EVENT_KEY_PREFIX } from './event-id.ts';
import { createHealth, type Health, type HealthReason } from './health.ts';
import type { JournalSide } from './journal-side.ts';
import { QUARANTINE_KEY_PREFIX } from './key-kinds.ts';
import type { LocalSide } from './local-side.ts';
import type { Quarantine } from './quarantine.ts';
import { createShelf } from './shelf.ts';
import { arrange, type Timeline } from './timeline.ts';
import { createVersions } from './versions.ts';

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
  /** How many UTF-16 units the local side may take before it is low on room. */
  readonly lowUnits: number;
  onEvents(events: readonly LearnerEvent[]): void;
  /** The timeline has lost events. */
  onForget(): void;
  onHealth(health: Health): void;
}

/** Two copies of one log, kept equal. */
export interface Replicas {
  /** Reads what is new on both sides, heals each from the other, and settles when that is done. */
  rescan(): Promise<void>;
  /** Takes in what another tab says it wrote. */
  hear(entries: readonly Entry[]): void;
  /** Stores carriers on both sides: locally before it returns, in the journal when the promise settles. */
  store(carriers: readonly Carrier[]): Promise<Saved>;
  /** Erases both sides and the timeline; `saved` says which side is known to be empty. */
  erase(at: number): Promise<Saved>;
  /** The text that stands for an event where it is stored alone. */
  textOf(event: LearnerEvent): string;
  /** Whether the log may be changed, and nothing has been erased by another tab. */
  isCurrent(): boolean;
  /** Whether a side holds data of this version, so that no older tab writes beside it. */
  isRaised(side: 'local' | 'journal'): boolean;
  health(): Health;
  /** Writes nothing more on its own. */
  stop(): void;
}

/** Two copies that have not looked at each other yet. */
export function createReplicas(parts: ReplicaParts): Replicas {
  const { local, journal, quarantine, timeline, channel } = parts;
  const shelf = createShelf();
  const eras = createEras(local, journal, shelf.textOf);
  const versions = createVersions(local, journal);
  /** Texts read from a side or a tab, whose presence on both sides is not yet established. */
  const unplaced = new Map<string, Carrier>();
  /** What the timeline has got already: mostly both sides hold the same text, which is opened once. */
  const shown = new WeakSet<Opened>();
  let isStopped = false;
  let isForgetting = false;
  let scanning: Promise<void> | undefined;
  let health = measureHealth();

  function measureHealth(): Health {
    return createHealth(
      local.trouble(),
      journal.trouble(),
      versions.isNewer(),
      local.units() >= parts.lowUnits,
    );
  }

  function refreshHealth(): void {
    const next = measureHealth();
    if (next.level === health.level && String(next.reasons) === String(health.reasons)) return;
    health = next;
    parts.onHealth(health);
  }

  journal.watchLate(() => {
    // A scan says so itself, when it has taken in what it read.
    if (scanning === undefined) refreshHealth();
  });

  function announce(lists: readonly (readonly LearnerEvent[])[]): void {
    const fresh = timeline.addLists(lists);
    if (fresh.length > 0 && !isForgetting) parts.onEvents(fresh);
  }

  function admit(
    side: LocalSide | JournalSide,
    entries: readonly Entry[],
    eraText: string | undefined,
  ): void {
    const name = side === local ? 'local' : 'journal';
    const origin = side === local ? '' : 'journal/';
    const isBehind = eras.isBehind(eraText);
    if (isBehind) side.ledger.distrust();
    const singles: LearnerEvent[] = [];
    const lists: (readonly LearnerEvent[])[] = [];
    const damaged: Entry[] = [];
    for (const { key, text } of entries) {
      if (key === ERA_KEY) {
        if (parseEra(text) === undefined) quarantine.take(origin + key, text, 'era');
      } else if (holdsEvents(key)) {
        const found = shelf.open(key, text);
        // What was mended stands nowhere yet: a second flaw could not be mended.
        side.ledger.note(key, found.mended === undefined || isBehind ? found.events : []);
        // Noted, so that it is erased here too, and not shown until then.
        if (isBehind && found.events.every(eras.isErased)) continue;
        if (found.flaw !== undefined) quarantine.take(origin + key, text, found.flaw);
        if (found.flaw !== undefined && found.mended === undefined) damaged.push({ key, text });
        else for (const carrier of shelf.carry(key, text)) unplaced.set(carrier.name, carrier);
        if (shown.has(found)) continue;
        shown.add(found);
        if (found.events.length > 1) lists.push(found.events);
        else singles.push(...found.events);
      } else {
        side.ledger.note(key);
        if (key.startsWith(QUARANTINE_KEY_PREFIX)) quarantine.recall(key, text);
        else if (!versions.note(name, text)) quarantine.take(origin + key, text, 'version');
      }
    }
    // What a mirror holds whole need not be saved event by event.
    for (const { key, text } of damaged.filter((entry) => !unplaced.has(baseOfKey(entry.key)))) {
      for (const carrier of shelf.carry(key, text)) unplaced.set(carrier.name, carrier);
    }
    announce([...lists, arrange(singles)]);
  }

  function admitLocal(): void {
    const entries = local.scan();
    const eraText = entries.find(({ key }) => key === ERA_KEY)?.text;
    if (eraText !== undefined) eras.noteLocal(eraText);
    admit(local, entries, eraText);
  }

  /** Drops from memory what belongs to an earlier era, and what both sides were known to hold. */
  function forget(): void {
    const memory = [...unplaced.values(), ...local.ledger.short.values(), ...journal.ledger.short.values()];
    const kept = memory.filter(({ events }) => !events.some(eras.isErased));
    const texts = kept.flatMap(({ events }) => events.map((event) => [event, shelf.textOf(event)] as const));
    for (const part of [unplaced, shelf, timeline, quarantine, local.ledger, journal.ledger]) part.clear();
    for (const [event, text] of texts) shelf.keep(event, text);
    for (const carrier of kept) unplaced.set(carrier.name, carrier);
    timeline.add(kept.flatMap(({ events }) => events));
  }

  /** Takes over a later era that another tab has begun. */
  function adopt(next: Era | undefined): void {
    if (next === undefined || compareEras(next, eras.now()) <= 0) return;
    eras.begin(next);
    forget();
    parts.onForget();
    void replicas.rescan();
  }

  /** Looks what other tabs did that forbids writing as before. */
  function checkOthers(): void {
    versions.check();
    adopt(eras.findLater());
  }

  function markShort(): void {
    for (const [name, carrier] of unplaced) {
      if (!local.ledger.holds(carrier)) local.ledger.short.set(name, carrier);
      if (journal.isLoaded() && !journal.ledger.holds(carrier)) journal.ledger.short.set(name, carrier);
    }
    if (journal.isLoaded()) unplaced.clear();
  }

  async function scan(): Promise<void> {
    const generation = local.ledger.generation();
    // The journal is read by other threads of the browser, while this one is busy with the local side.
    const loading = journal.load();
    admitLocal();
    const entries = await loading;
    checkOthers();
    // What was read belongs to a log that has been erased meanwhile.
    if (generation !== local.ledger.generation()) return isStopped ? undefined : scan();
    admit(journal, entries, journal.eraText());
    shelf.tidy();
    if (!versions.isNewer() && !isStopped && (await eras.settle())) {
      isForgetting = true;
      forget();
      return scan();
    }
    if (isForgetting) {
      isForgetting = false;
      parts.onForget();
    }
    if (versions.isNewer() || isStopped) return refreshHealth();
    await versions.raise();
    if (generation !== local.ledger.generation()) return scan();
    quarantine.flush();
    markShort();
    if (local.ledger.short.size > 0) versions.place();
    local.flush();
    refreshHealth();
    await journal.place([]);
    refreshHealth();
  }

  function tell(entries: readonly Entry[]): void {
    try {
      channel?.post(entries.map(({ key, text }) => ({ key, text })));
    } catch {
      // The other tabs find the events when they look around.
    }
  }

  function storeLocally(carriers: readonly Carrier[]): HealthReason | undefined {
    if (eras.isLocalBehind()) {
      admitLocal();
      eras.settleLocal();
    }
    versions.place();
    let failure: HealthReason | undefined;
    for (const carrier of carriers) {
      if (!local.place(carrier)) failure = local.trouble();
    }
    // Room may have come back since an earlier failure.
    if (failure === undefined) local.flush();
    return failure;
  }

  async function storeInJournal(
    carriers: readonly Carrier[],
    localFailure: HealthReason | undefined,
  ): Promise<Saved> {
    const journalFailure = await journal.place(carriers);
    refreshHealth();
    // A journal that takes writes again can be read again, too; and one that refuses them may have been erased.
    if (journalFailure === 'journal-failed' ? journal.isLoaded() : !journalFailure && !journal.isLoaded()) {
      void replicas.rescan();
    }
    return savedAs(localFailure, journalFailure);
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
        if (key === ERA_KEY) adopt(parseEra(text));
        if (!holdsEvents(key)) continue;
        const stored = local.ledger.keys().has(key) ? undefined : local.read(key);
        if (stored !== undefined) admit(local, [{ key, text: stored }], local.read(ERA_KEY));
        // The sender's storage may be full, or its write may not have reached us yet.
        const found = shelf.open(key, text);
        const isKnown = found.events.every(({ id }) => timeline.has(id));
        if (found.flaw !== undefined || isKnown) continue;
        for (const carrier of shelf.carry(key, text)) unplaced.set(carrier.name, carrier);
        announce([found.events]);
      }
      shelf.tidy();
      checkOthers();
      if (!versions.isNewer()) quarantine.flush();
      refreshHealth();
    },
    store(carriers) {
      checkOthers();
      if (carriers.length === 0 && !versions.isNewer()) return storeInJournal(carriers, local.trouble());
      for (const { key, text, events } of carriers) {
        const [event] = events;
        if (event && key.startsWith(EVENT_KEY_PREFIX)) shelf.keep(event, text);
      }
      const failure = versions.isNewer() ? 'newer-version' : storeLocally(carriers);
      tell(carriers);
      refreshHealth();
      if (failure === 'newer-version') return Promise.resolve(savedAs(failure, failure));
      return storeInJournal(carriers, failure);
    },
    async erase(now) {
      const last = timeline.events().at(-1)?.at ?? 0;
      const { count, at } = eras.now();
      const next = { count: count + 1, at: Math.max(at, Math.round(now), last) };
      const text = formatEra(next);
      eras.begin(next);
      const isMissing = local.trouble() === 'storage-missing';
      const isWiped = isMissing || (local.wipe() && local.replace(ERA_KEY, text) === undefined);
      eras.noteLocal(isMissing ? undefined : text);
      versions.clear();
      forget();
      tell([{ key: ERA_KEY, text }]);
      parts.onForget();
      const isCleared = await journal.replace('all', [{ key: ERA_KEY, text }]);
      refreshHealth();
      return savedAs(isWiped ? undefined : 'storage-failed', isCleared ? undefined : 'journal-failed');
    },
    textOf: shelf.textOf,
    isCurrent() {
      checkOthers();
      return !versions.isNewer() && !isStopped;
    },
    isRaised: versions.isRaised,
    health: () => health,
    stop() {
      isStopped = true;
    },
  };
  return replicas;
}

function savedAs(local: HealthReason | undefined, journal: HealthReason | undefined): Saved {
  const saved = { local: local === undefined, journal: journal === undefined };
  const reason = local ?? journal;
  return reason === undefined ? saved : { ...saved, reason };
}
