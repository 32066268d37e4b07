import type { ImportApplied, LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { keyOfEventId, seqOfEventId, writerOfEventId } from './event-id.ts';

/** What backups have brought into a log, and which of it was taken back. */
export interface Imports {
  /** Takes note of events; returns whether others may have become hidden or visible. */
  note(events: readonly LearnerEvent[]): boolean;
  /** Whether an event came only with imports that were undone. */
  isHidden(event: LearnerEvent): boolean;
  /** Whether anything at all is hidden. */
  hasHidden(): boolean;
  list(): readonly Import[];
  clear(): void;
}

/** One backup that was merged. */
export interface Import {
  readonly event: ImportApplied;
  readonly isUndone: boolean;
}

/** No imports yet. Which are in force does not depend on the order in which the events arrive. */
export function createImports(): Imports {
  const applied = new Map<EventId, ImportApplied>();
  const ranges = new Map<EventId, Ranges>();
  const undone = new Set<EventId>();
  const covers = (id: EventId, event: LearnerEvent) => {
    const spans = ranges.get(id)?.get(writerOfEventId(event.id));
    if (spans === undefined) return false;
    const seq = seqOfEventId(event.id);
    return spans.some(([first, last]) => first <= seq && seq <= last);
  };
  return {
    note(events) {
      let hasChanged = false;
      // By index: an iterator over everything is noticed when a log is opened.
      for (let index = 0; index < events.length; index += 1) {
        const event = events[index];
        if (event === undefined) continue;
        if (event.type === 'import.undone') {
          undone.add(event.target);
          hasChanged = true;
        } else if (event.type === 'import.applied') {
          applied.set(event.id, event);
          ranges.set(event.id, parseRanges(event.added));
          hasChanged ||= undone.size > 0;
        }
      }
      return hasChanged;
    },
    isHidden(event) {
      let isTakenBack = false;
      for (const id of ranges.keys()) {
        if (!covers(id, event)) continue;
        if (!undone.has(id)) return false;
        isTakenBack = true;
      }
      return isTakenBack;
    },
    hasHidden: () => undone.size > 0,
    list: () => [...applied.values()].map((event) => ({ event, isUndone: undone.has(event.id) })),
    clear() {
      for (const part of [applied, ranges, undone]) part.clear();
    },
  };
}

/** Names events by writer and number: `<writer>:<seq36>-<seq36>,…;…`. A page load's answers take one span. */
export function formatRanges(ids: Iterable<EventId>): string {
  const numbers = new Map<string, number[]>();
  for (const id of ids) {
    const writer = writerOfEventId(id);
    const own = numbers.get(writer) ?? [];
    if (own.length === 0) numbers.set(writer, own);
    own.push(seqOfEventId(id));
  }
  const parts = [...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return parts.map(([writer, own]) => `${writer}:${spansOf(own).map(formatSpan).join(',')}`).join(';');
}

/** The events whose writer and number nothing else in the log has, so that a made-up backup hides nothing else. */
export function undoable(events: readonly LearnerEvent[], all: readonly LearnerEvent[]): readonly EventId[] {
  const names = new Map(events.map(({ id }) => [keyOfEventId(id), id]));
  const claimed = new Set<string>();
  for (const { id } of all) {
    const name = keyOfEventId(id);
    if (names.has(name) && names.get(name) !== id) claimed.add(name);
  }
  return [...names].filter(([name]) => !claimed.has(name)).map(([, id]) => id);
}

type Span = readonly [first: number, last: number];
type Ranges = ReadonlyMap<string, readonly Span[]>;

function parseRanges(text: string): Ranges {
  const ranges = new Map<string, readonly Span[]>();
  for (const part of text.split(';').filter(Boolean)) {
    const [writer = '', spans = ''] = part.split(':');
    ranges.set(writer, spans.split(',').map(parseSpan));
  }
  return ranges;
}

function parseSpan(text: string): Span {
  const [first = '', last = first] = text.split('-');
  return [Number.parseInt(first, 36), Number.parseInt(last, 36)];
}

function formatSpan([first, last]: Span): string {
  return first === last ? first.toString(36) : `${first.toString(36)}-${last.toString(36)}`;
}

function spansOf(numbers: readonly number[]): readonly Span[] {
  const spans: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans;
}
