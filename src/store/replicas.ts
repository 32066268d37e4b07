import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { type Carrier, carryFrom, carryRecord, holdsEvents, type Opened, openText } from './carrier.ts';
import { CHUNK_KEY_PREFIX } from './chunk.ts';
import type { ChangeChannel, Entry } from './entry.ts';
import { compareEras, ERA_KEY, type Era, FIRST_ERA, formatEra, parseEra } from './era.ts';
import { keyOfEventId } from './event-id.ts';
import { createHealth, type Health, type HealthReason } from './health.ts';
import type { JournalSide } from './journal-side.ts';
import type { Ledger } from './ledger.ts';
import { type LocalSide, QUARANTINE_KEY_PREFIX } from './local-side.ts';
import type { Quarantine } from './quarantine.ts';
import { formatRecord } from './record.ts';
import type { Timeline } from './timeline.ts';
import { DATA_VERSION, formatVersion, migrate, parseVersion, VERSION_KEY } from './version.ts';

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
  /** Texts read from a side or a tab, whose presence on both sides is not yet established. */
  const unplaced = new Map<string, Carrier>();
  /** Texts of events that differ from what `formatRecord` makes of them. */
  const odd = new Map<EventId, string>();
  /** What was opened in the scan under way: mostly both sides hold the same. */
  const opened = new Map<string, Opened & { readonly text: string }>();
  const versions = new Map<'local' | 'journal', number>();
  let era: Era = FIRST_ERA;
  let localEra: string | undefined;
  let isNewer = false;
  let isStopped = false;
  let isForgetting = false;
  let scanning: Promise<void> | undefined;
  let health = createHealth(local.trouble(), journal.trouble(), isNewer);

  function refreshHealth(): void {
    const next = createHealth(local.trouble(), journal.trouble(), isNewer, local.units() >= parts.lowUnits);
    if (next.level === health.level && String(next.reasons) === String(health.reasons)) return;
    health = next;
    parts.onHealth(health);
  }

  function announce(events: readonly LearnerEvent[]): void {
    const fresh = timeline.add(events);
    if (fresh.length > 0 && !isForgetting) parts.onEvents(fresh);
  }

  function open(key: string, text: string): Opened {
    const known = opened.get(key);
    if (known?.text === text) return known;
    const found = { ...openText(key, text), text };
    opened.set(key, found);
    return found;
  }

  /** Notes what a text holds, and gives what could be stored elsewhere: the text, or what is left of a damaged one. */
  function carry(key: string, text: string, { events, odd: oddTexts, flaw }: Opened): readonly Carrier[] {
    for (const [id, oddText] of oddTexts) odd.set(id, oddText);
    if (flaw === undefined && key.startsWith(CHUNK_KEY_PREFIX)) {
      return [carryFrom(key, text, events)];
    }
    return events.map((event) => carryRecord(event, textOf(event)));
  }

  function admit(side: LocalSide | JournalSide, entries: readonly Entry[]): void {
    const name = side === local ? 'local' : 'journal';
    const origin = side === local ? '' : 'journal/';
    const events: LearnerEvent[] = [];
    const sideEra = parseEra(entries.find(({ key }) => key === ERA_KEY)?.text);
    const isBehind = sideEra !== undefined && compareEras(sideEra, era) < 0;
    for (const { key, text } of entries) {
      if (key === ERA_KEY) {
        if (parseEra(text) === undefined) quarantine.take(origin + key, text, 'era');
        if (side === local) localEra = text;
        continue;
      }
      if (!holdsEvents(key)) {
        side.ledger.note(key);
        if (key === VERSION_KEY) admitVersion(name, origin + key, text);
        else if (key.startsWith(QUARANTINE_KEY_PREFIX)) quarantine.recall(key, text);
        continue;
      }
      const found = open(key, text);
      side.ledger.note(key, found.events);
      // Noted, so that it is erased here too, and not shown until then.
      if (isBehind && found.events.every(({ at }) => at <= era.at)) continue;
      if (found.flaw !== undefined) quarantine.take(origin + key, text, found.flaw);
      for (const carrier of carry(key, text, found)) unplaced.set(carrier.name, carrier);
      for (const event of found.events) events.push(event);
    }
    announce(events);
  }

  function admitVersion(side: 'local' | 'journal', key: string, text: string): void {
    const version = parseVersion(text);
    if (version === undefined) quarantine.take(key, text, 'version');
    else versions.set(side, version);
    if (version !== undefined && version > DATA_VERSION) isNewer = true;
  }

  // A tab with newer code may have been opened beside this one, so every write asks first.
  function checkVersion(): void {
    const text = local.read(VERSION_KEY);
    if (text !== undefined && (parseVersion(text) ?? 0) > DATA_VERSION) isNewer = true;
  }

  function placeVersion(): void {
    // A damaged version is left in place and counts as absent.
    if (local.write(VERSION_KEY, formatVersion(DATA_VERSION)) !== undefined) return;
    local.ledger.note(VERSION_KEY);
    versions.set('local', DATA_VERSION);
  }

  async function raiseVersions(): Promise<void> {
    const version = { key: VERSION_KEY, text: formatVersion(DATA_VERSION) };
    const localVersion = versions.get('local');
    if (localVersion !== undefined && localVersion < DATA_VERSION) {
      const entries = [...local.ledger.keys()].map((key) => ({ key, text: local.read(key) ?? '' }));
      const isAdded = migrate(entries, localVersion).every(({ key, text }) => !local.write(key, text));
      if (isAdded && !local.replace(VERSION_KEY, version.text)) versions.set('local', DATA_VERSION);
    }
    const journalVersion = versions.get('journal');
    if (journalVersion !== undefined && journalVersion < DATA_VERSION && journal.isLoaded()) {
      const entries = await journal.read([...journal.ledger.keys()]);
      const added = migrate(entries, journalVersion);
      if (await journal.replace([], [...added, version])) versions.set('journal', DATA_VERSION);
    }
  }

  /** Drops from memory what belongs to an earlier era, and what both sides were known to hold. */
  function forget(): void {
    const memory = [...unplaced.values(), ...local.ledger.short.values(), ...journal.ledger.short.values()];
    const kept = memory.filter(({ events }) => events.every(({ at }) => at > era.at));
    for (const part of [unplaced, odd, opened, timeline, quarantine, local.ledger, journal.ledger])
      part.clear();
    for (const carrier of kept) unplaced.set(carrier.name, carrier);
    timeline.add(kept.flatMap(({ events }) => events));
  }

  /** Takes over a later era that another tab has begun. */
  function adopt(next: Era | undefined): void {
    if (next === undefined || compareEras(next, era) <= 0) return;
    begin(next);
    forget();
    parts.onForget();
    void replicas.rescan();
  }

  function checkEra(): void {
    const text = local.read(ERA_KEY);
    if (text === undefined || text === localEra) return;
    localEra = text;
    adopt(parseEra(text));
  }

  /**
   * Begins an era in memory. The journal takes nothing until it has begun it, too: what is of an earlier era there
   * will be erased.
   */
  function begin(next: Era): void {
    era = next;
    journal.expectEra(formatEra(era));
  }

  function isSettled(text: string | undefined): boolean {
    const found = parseEra(text);
    return found === undefined || compareEras(found, era) >= 0;
  }

  /** Erases what the local side still holds of an earlier era; returns whether it was of one. */
  function settleLocal(): boolean {
    if (isSettled(localEra)) return false;
    admit(local, local.scan());
    if (isSettled(localEra) || local.trouble() === 'storage-missing') return false;
    const { keys, survivors } = outdated(local.ledger, era);
    const isMoved = survivors.every((event) => local.place(carryRecord(event, textOf(event))) !== undefined);
    if (isMoved) local.remove(keys);
    if (isMoved && local.replace(ERA_KEY, formatEra(era)) === undefined) localEra = formatEra(era);
    return true;
  }

  async function settleJournal(): Promise<boolean> {
    if (!journal.isLoaded() || journal.trouble() === 'journal-missing') return false;
    const text = journal.eraText();
    // A damaged era says nothing, and stays where it is.
    if (parseEra(text) === undefined) journal.expectEra(text);
    if (isSettled(text)) return false;
    const { keys, survivors } = outdated(journal.ledger, era);
    const moved = survivors.flatMap((event) => {
      const [key] = journal.ledger.candidates(keyOfEventId(event.id));
      return key === undefined ? [] : [{ key, text: textOf(event) }];
    });
    return journal.replace(keys, [...moved, { key: ERA_KEY, text: formatEra(era) }]);
  }

  /** Takes over the latest era of both sides and erases what is of an earlier one; returns whether anything has changed. */
  async function settleEras(): Promise<boolean> {
    const before = era;
    for (const text of [localEra, journal.isLoaded() ? journal.eraText() : undefined]) {
      const found = parseEra(text);
      if (found && compareEras(found, era) > 0) begin(found);
    }
    const isLocalChanged = settleLocal() && localEra === formatEra(era);
    const isJournalChanged = await settleJournal();
    return compareEras(era, before) > 0 || isLocalChanged || isJournalChanged;
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
    admit(local, local.scan());
    const entries = await journal.load();
    checkEra();
    // What was read belongs to a log that has been erased meanwhile.
    if (generation !== local.ledger.generation()) return isStopped ? undefined : scan();
    admit(journal, entries);
    opened.clear();
    checkVersion();
    if (!isNewer && !isStopped && (await settleEras())) {
      isForgetting = true;
      forget();
      return scan();
    }
    if (isForgetting) {
      isForgetting = false;
      parts.onForget();
    }
    if (isNewer || isStopped) return refreshHealth();
    await raiseVersions();
    if (generation !== local.ledger.generation()) return scan();
    quarantine.flush();
    markShort();
    if (local.ledger.short.size > 0) placeVersion();
    local.flush();
    refreshHealth();
    await journal.place([]);
    refreshHealth();
  }

  /** As a scan would give them. */
  function withEra(entries: readonly Entry[]): readonly Entry[] {
    return localEra === undefined ? entries : [{ key: ERA_KEY, text: localEra }, ...entries];
  }

  function tell(entries: readonly Entry[]): void {
    try {
      channel?.post(entries.map(({ key, text }) => ({ key, text })));
    } catch {
      // The other tabs find the events when they look around.
    }
  }

  function storeLocally(carriers: readonly Carrier[]): HealthReason | undefined {
    settleLocal();
    placeVersion();
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

  function textOf(event: LearnerEvent): string {
    return odd.get(event.id) ?? formatRecord(event);
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
        if (stored !== undefined) admit(local, withEra([{ key, text: stored }]));
        // The sender's storage may be full, or its write may not have reached us yet.
        const found = open(key, text);
        const isKnown = found.events.every(({ id }) => timeline.has(id));
        if (found.flaw !== undefined || isKnown) continue;
        for (const carrier of carry(key, text, found)) unplaced.set(carrier.name, carrier);
        announce(found.events);
      }
      opened.clear();
      checkVersion();
      checkEra();
      if (!isNewer) quarantine.flush();
      refreshHealth();
    },
    store(carriers) {
      checkVersion();
      checkEra();
      if (carriers.length === 0 && !isNewer) return storeInJournal(carriers, local.trouble());
      for (const { key, text, events } of carriers) {
        const [event] = events;
        if (event && !key.startsWith(CHUNK_KEY_PREFIX) && text !== formatRecord(event))
          odd.set(event.id, text);
      }
      const failure = isNewer ? 'newer-version' : storeLocally(carriers);
      tell(carriers);
      refreshHealth();
      if (isNewer) return Promise.resolve({ local: false, journal: false, reason: 'newer-version' });
      return storeInJournal(carriers, failure);
    },
    async erase(at) {
      const last = timeline.events().at(-1)?.at ?? 0;
      begin({ count: era.count + 1, at: Math.max(era.at, Math.round(at), last) });
      const text = formatEra(era);
      const isMissing = local.trouble() === 'storage-missing';
      const isWiped = isMissing || (local.wipe() && local.replace(ERA_KEY, text) === undefined);
      localEra = isMissing ? undefined : text;
      isNewer = false;
      versions.clear();
      forget();
      tell([{ key: ERA_KEY, text }]);
      parts.onForget();
      const isCleared = await journal.replace('all', [{ key: ERA_KEY, text }]);
      refreshHealth();
      return savedAs(isWiped ? undefined : 'storage-failed', isCleared ? undefined : 'journal-failed');
    },
    textOf,
    isCurrent() {
      checkVersion();
      checkEra();
      return !isNewer && !isStopped;
    },
    isRaised: (side) =>
      versions.get(side) === DATA_VERSION || (side === 'journal' && journal.hasWrittenVersion()),
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

/** The keys of a side that hold something erased, and the later events that share a chunk with it. */
function outdated(ledger: Ledger, { at }: Era): Outdated {
  const isLater = (event: LearnerEvent) => event.at > at;
  const survivors: LearnerEvent[] = [];
  const keys = [...ledger.keys()].filter((key) => {
    if (key === VERSION_KEY) return false;
    const single = ledger.singles().get(key);
    const events = single ? [single] : (ledger.chunks().get(key) ?? []);
    if (events.length > 0 && events.every(isLater)) return false;
    survivors.push(...events.filter(isLater));
    return true;
  });
  return { keys, survivors };
}

interface Outdated {
  readonly keys: readonly string[];
  readonly survivors: readonly LearnerEvent[];
}
