import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { type Carrier, carryFrom, carryRecord, type Opened, openText } from './carrier.ts';
import { baseOfKey, CHUNK_KEY_PREFIX } from './chunk.ts';
import { formatRecord } from './record.ts';

/** Reads texts, and remembers how they stood. */
export interface Shelf {
  /** What a text holds. Until `tidy`, the same text is read once: both sides and mirrors mostly hold the same. */
  open(key: string, text: string): Opened;
  /** What could be stored elsewhere: the text, or what is left of a damaged one. */
  carry(key: string, text: string): readonly Carrier[];
  /** Remembers the text of an own or merged event. */
  keep(event: LearnerEvent, text: string): void;
  /** The text that stands for an event where it is stored alone. */
  textOf(event: LearnerEvent): string;
  tidy(): void;
  clear(): void;
}

/** An empty shelf. */
export function createShelf(): Shelf {
  const opened = new Map<string, Opened & { readonly text: string }>();
  /** Texts of events that differ from what `formatRecord` makes of them. */
  const odd = new Map<EventId, string>();
  const shelf: Shelf = {
    open(key, text) {
      const base = baseOfKey(key);
      const known = opened.get(base);
      if (known?.text === text) return known;
      const found = { ...openText(key, text), text };
      opened.set(base, found);
      return found;
    },
    carry(key, text) {
      const { events, odd: oddTexts, flaw, mended } = shelf.open(key, text);
      for (const [id, oddText] of oddTexts) odd.set(id, oddText);
      if (flaw === undefined && key.startsWith(CHUNK_KEY_PREFIX)) return [carryFrom(key, text, events)];
      if (mended !== undefined) return [carryFrom(key, mended, events)];
      const [only] = events;
      if (flaw === undefined && only) return [carryRecord(only, text)];
      return events.map((event) => carryRecord(event, shelf.textOf(event)));
    },
    keep(event, text) {
      if (text !== formatRecord(event)) odd.set(event.id, text);
    },
    textOf: (event) => odd.get(event.id) ?? formatRecord(event),
    tidy: () => opened.clear(),
    clear() {
      opened.clear();
      odd.clear();
    },
  };
  return shelf;
}
