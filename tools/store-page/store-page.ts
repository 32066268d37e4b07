import type { EventDraft } from '../../src/format/event.ts';
import type { CardId } from '../../src/format/id.ts';
import { openBrowserLog } from '../../src/store/browser.ts';
import type { LogOptions } from '../../src/store/log.ts';
import { parseRecord } from '../../src/store/record.ts';

declare global {
  interface Window {
    readonly storePage: typeof storePage;
    /** Given by whoever drives the page: hears of every answer that was acknowledged. */
    acknowledge?: (id: string) => Promise<void>;
  }
}

const NAMESPACE = 'recall:/';

/** So small that a torture of seconds packs many times. */
const EAGER: Partial<LogOptions> = {
  packing: { keepEvents: 20, keepMs: 0, minEvents: 30, maxEvents: 200 },
};

const storePage = {
  /** Puts records into the log, as a backup would. */
  async fill(texts: readonly string[]): Promise<void> {
    const log = await openBrowserLog(NAMESPACE);
    const records = texts.flatMap((text) => {
      const parsed = parseRecord(text);
      return 'event' in parsed ? [{ event: parsed.event, text }] : [];
    });
    const saved = await log.mergeBackup(records, 'bec40000', { at: Date.now(), offsetMinutes: 0 }).saved;
    if (!saved.local || !saved.journal) throw new Error(`Inconsistent: ${JSON.stringify(saved)}`);
    await log.close();
  },

  /** Opens the log, or its local side alone, and closes it again; gives the number of events and the time in ms. */
  async open(sides: 'both' | 'local' = 'both') {
    const start = performance.now();
    const log = await openBrowserLog(NAMESPACE, window, sides === 'local' ? LOCAL_ONLY : {});
    const events = log.events().length;
    const openMs = performance.now() - start;
    await log.close();
    return { openMs, events };
  },

  /** Appends some answers, timed in ms of the main thread; one and 500 together. */
  async append() {
    const log = await openBrowserLog(NAMESPACE);
    const lastAt = Math.max(Date.now(), log.events().at(-1)?.at ?? 0);
    const appendsMs: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      const before = performance.now();
      const { saved } = log.append(answer(lastAt + 9000 * count));
      appendsMs.push(performance.now() - before);
      await saved;
    }
    const drafts = Array.from({ length: 500 }, () => answer(lastAt + 200_000));
    const before = performance.now();
    const { saved } = log.appendAll(drafts);
    const manyMs = performance.now() - before;
    await saved;
    const units = log.space().used;
    await log.close();
    return { appendsMs, manyMs, units, unitsPerPackedEvent: unitsPerPackedEvent() };
  },

  /** Answers without end, at the pace of some milliseconds, and tells of every acknowledged one. */
  async answerForever(): Promise<void> {
    const log = await openBrowserLog(NAMESPACE, window, EAGER);
    const next = () => {
      const { event, saved } = log.append(answer(Date.now()));
      void saved.then(({ journal }) => (journal ? window.acknowledge?.(event.id) : undefined));
      setTimeout(next, 2 + Math.random() * 30);
    };
    next();
  },

  /** The ids that localStorage alone holds, and those of the whole log. */
  async look(): Promise<{
    readonly local: readonly string[];
    readonly all: readonly string[];
    readonly chunks: number;
  }> {
    const chunks = Object.keys(localStorage).filter((key) => key.startsWith(`${NAMESPACE}c:`)).length;
    const alone = await openBrowserLog(NAMESPACE, window, { ...LOCAL_ONLY, ...NEVER });
    const local = alone.events().map(({ id }) => id);
    await alone.close();
    const log = await openBrowserLog(NAMESPACE, window, NEVER);
    const all = log.events().map(({ id }) => id);
    await log.close();
    return { local, all, chunks };
  },
};

/** Only read: without the journal it would write mirrors. */
const LOCAL_ONLY: Partial<LogOptions> = { journal: undefined, elect: () => Promise.resolve() };

const NEVER: Partial<LogOptions> = {
  packing: { keepEvents: Number.POSITIVE_INFINITY, keepMs: 0, minEvents: 1, maxEvents: 1 },
};

Object.assign(window, { storePage });

function answer(at: number): EventDraft {
  return {
    type: 'card.reviewed',
    at,
    offsetMinutes: 480,
    card: `card-${Math.floor(Math.random() * 500)}` as CardId,
    grade: 3,
    interval: { days: 4 },
    durationMs: Math.floor(Math.random() * 9000),
  };
}

function unitsPerPackedEvent(): number {
  let units = 0;
  let events = 0;
  for (const [key, text] of Object.entries(localStorage)) {
    if (!key.startsWith(`${NAMESPACE}c:`)) continue;
    units += key.length + String(text).length;
    events += Number.parseInt(String(text).slice(11, String(text).indexOf('\n')), 36);
  }
  return events === 0 ? 0 : units / events;
}
