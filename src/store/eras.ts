import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { carryRecord } from './carrier.ts';
import { compareEras, ERA_KEY, type Era, FIRST_ERA, formatEra, parseEra } from './era.ts';
import { keyOfEventId } from './event-id.ts';
import type { JournalSide } from './journal-side.ts';
import type { Ledger } from './ledger.ts';
import type { LocalSide } from './local-side.ts';
import { VERSION_KEY } from './version.ts';

/** The era of a log and of its two sides, which may be behind it. */
export interface Eras {
  now(): Era;
  /** Begins an era in memory; the journal takes nothing until it is of this era, too. */
  begin(era: Era): void;
  /** Takes note of the local side's era, as it was read or written. */
  noteLocal(text: string | undefined): void;
  /** Whether what an event is stored beside was erased together with it. */
  isErased(event: LearnerEvent): boolean;
  /** Whether a side with this era, as it is stored, is behind. */
  isBehind(text: string | undefined): boolean;
  /** The era that another tab has begun, if the local side says so. */
  findLater(): Era | undefined;
  /** Whether the local side is behind. */
  isLocalBehind(): boolean;
  /** Erases what the local side, which has been read, still holds of an earlier era. */
  settleLocal(): void;
  /** Takes over the later era of both sides, and erases what is of an earlier one; returns whether anything changed. */
  settle(): Promise<boolean>;
}

/** The eras of a log over these sides. */
export function createEras(
  local: LocalSide,
  journal: JournalSide,
  textOf: (event: LearnerEvent) => string,
): Eras {
  let era = FIRST_ERA;
  let localText: string | undefined;

  async function settleJournal(): Promise<boolean> {
    if (!journal.isLoaded() || journal.trouble() === 'journal-missing') return false;
    const text = journal.eraText();
    // A damaged era says nothing, and stays where it is.
    if (parseEra(text) === undefined) journal.expectEra(text);
    if (!eras.isBehind(text)) return false;
    const { keys, survivors } = findErased(journal.ledger, era);
    const moved = survivors.flatMap((event) => {
      const [key] = journal.ledger.candidates(keyOfEventId(event.id));
      return key === undefined ? [] : [{ key, text: textOf(event) }];
    });
    return journal.replace(keys, [...moved, { key: ERA_KEY, text: formatEra(era) }]);
  }

  const eras: Eras = {
    now: () => era,
    begin(next) {
      era = next;
      journal.expectEra(formatEra(era));
    },
    noteLocal(text) {
      localText = text;
    },
    isErased: ({ at }) => at <= era.at,
    isBehind(text) {
      const found = parseEra(text);
      return found !== undefined && compareEras(found, era) < 0;
    },
    findLater() {
      const text = local.read(ERA_KEY);
      if (text === undefined || text === localText) return undefined;
      localText = text;
      const found = parseEra(text);
      return found && compareEras(found, era) > 0 ? found : undefined;
    },
    isLocalBehind: () => eras.isBehind(localText) && local.trouble() !== 'storage-missing',
    settleLocal() {
      const { keys, survivors } = findErased(local.ledger, era);
      const isMoved = survivors.every(
        (event) => local.place(carryRecord(event, textOf(event))) !== undefined,
      );
      if (!isMoved) return;
      local.remove(keys);
      if (local.replace(ERA_KEY, formatEra(era)) === undefined) localText = formatEra(era);
    },
    async settle() {
      const before = era;
      for (const text of [localText, journal.isLoaded() ? journal.eraText() : undefined]) {
        const found = parseEra(text);
        if (found && compareEras(found, era) > 0) eras.begin(found);
      }
      const wasLocalBehind = eras.isLocalBehind();
      if (wasLocalBehind) eras.settleLocal();
      const isLocalChanged = wasLocalBehind && !eras.isLocalBehind();
      const isJournalChanged = await settleJournal();
      return era !== before || isLocalChanged || isJournalChanged;
    },
  };
  return eras;
}

/** The keys of a side that hold something erased, and the later events that share a chunk with it. */
function findErased(ledger: Ledger, { at }: Era): Erased {
  const isLater = (event: LearnerEvent) => event.at > at;
  // By id: a mirror holds what its chunk holds.
  const survivors = new Map<EventId, LearnerEvent>();
  const keys = [...ledger.keys()].filter((key) => {
    if (key === VERSION_KEY) return false;
    const single = ledger.singles().get(key);
    const events = single ? [single] : (ledger.chunks().get(key) ?? []);
    if (events.length > 0 && events.every(isLater)) return false;
    for (const event of events.filter(isLater)) survivors.set(event.id, event);
    return true;
  });
  return { keys, survivors: [...survivors.values()] };
}

interface Erased {
  readonly keys: readonly string[];
  readonly survivors: readonly LearnerEvent[];
}
