import type { EventDraft, Grade } from '../../src/format/event.ts';
import type { CardId, QuestionId, WriterId } from '../../src/format/id.ts';
import { formatEventId } from '../../src/store/event-id.ts';
import { formatRecord } from '../../src/store/record.ts';

/** A record as a learner's browser would hold it. */
export interface SampleRecord {
  readonly key: string;
  readonly text: string;
}

/**
 * Records of a learner who answers some 100 cards and questions of a course of 1,500 on most days, in one or two
 * sittings, with intervals that grow; the same for the same count.
 */
export function createLearner(count: number): readonly SampleRecord[] {
  const random = createRandom(42);
  const items = createItems(random);
  const agenda = new Map<number, number[]>();
  const intervals = new Map<number, number>();
  const records: SampleRecord[] = [];
  let introduced = 0;
  for (let day = 0; records.length < count; day += 1) {
    const due = agenda.get(day) ?? [];
    agenda.delete(day);
    for (let fresh = 0; fresh < 12 && introduced < items.length; fresh += 1) due.push(introduced++);
    shuffle(due, random);
    const later = due.splice(160);
    if (later.length > 0) agenda.set(day + 1, [...later, ...(agenda.get(day + 1) ?? [])]);
    let at = START + day * DAY + Math.floor(random() * 4 * HOUR);
    let writer = createWriter(random);
    let seq = 0;
    for (const [place, index] of due.entries()) {
      if (place === Math.floor(due.length / 2)) {
        at += Math.floor(random() * 6 * HOUR);
        writer = createWriter(random);
        seq = 0;
      }
      const durationMs = Math.floor(1500 + random() ** 3 * 40_000);
      at += durationMs + Math.floor(random() < 0.6 ? 20 + random() * 100 : 500 + random() * 6000);
      const grade: Grade = random() < 0.1 ? 1 : random() < 0.15 ? 2 : random() < 0.9 ? 3 : 4;
      const days =
        grade === 1
          ? 0
          : Math.min(MAX_INTERVAL, Math.ceil((intervals.get(index) ?? 1) * (1.3 + random() * 1.4)));
      intervals.set(index, Math.max(1, days));
      const next = day + Math.max(1, days);
      agenda.set(next, [...(agenda.get(next) ?? []), index]);
      const id = formatEventId(at, writer, seq);
      const interval = grade === 1 ? { minutes: 10 } : { days };
      const draft = createDraft(
        items[index] ?? '',
        { at, offsetMinutes: 480, grade, interval, durationMs },
        random,
      );
      records.push({
        key: `e:${writer}:${seq.toString(36).padStart(4, '0')}`,
        text: formatRecord({ ...draft, id }),
      });
      seq += 1;
      if (random() < 0.01) {
        const undo = formatEventId(at + 900, writer, seq);
        const text = formatRecord({
          type: 'review.undone',
          id: undo,
          at: at + 900,
          offsetMinutes: 480,
          target: id,
        });
        records.push({ key: `e:${writer}:${seq.toString(36).padStart(4, '0')}`, text });
        seq += 1;
      }
    }
  }
  return records.slice(0, count);
}

// So short that the course keeps giving some 100 answers a day for years.
const MAX_INTERVAL = 30;
const START = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Answer = Pick<
  Extract<EventDraft, { type: 'card.reviewed' }>,
  'at' | 'offsetMinutes' | 'grade' | 'interval' | 'durationMs'
>;

/** Two answers in three are cards; of the questions most are choices, some are typed or put in order. */
function createDraft(item: string, answer: Answer, random: () => number): EventDraft {
  if (!item.includes('question')) return { type: 'card.reviewed', card: item as CardId, ...answer };
  const score = answer.grade === 1 ? 0 : 100;
  const draft = {
    type: 'question.answered',
    question: item as QuestionId,
    score,
    hints: 0,
    ...answer,
  } as const;
  const kind = random();
  const key = () =>
    Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0');
  if (kind < 0.6) return { ...draft, response: { keys: [key()] } };
  if (kind < 0.75) return { ...draft, response: { truth: random() < 0.5 } };
  if (kind < 0.85) return { ...draft, response: { text: random() < 0.5 ? '地址转换' : 'shadow table' } };
  return { ...draft, response: { keys: [key(), key(), key(), key()] } };
}

function createItems(random: () => number): readonly string[] {
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? 'word';
  const items: string[] = [];
  while (items.length < 1500) {
    const note = `${word()}-${word()}${random() < 0.5 ? `-${word()}` : ''}`;
    const parts =
      random() < 0.4 ? ['.meaning', '.name', '.choice-question'] : random() < 0.5 ? [''] : ['-question'];
    for (const part of parts) items.push(note + part);
  }
  shuffle(items, random);
  return items;
}

const WORDS =
  'page table guest host shadow memory image layer ring queue driver device state walk exit entry trap mode root clock disk block mount scope share limit quota build cache stage secret health probe'.split(
    ' ',
  );

function createWriter(random: () => number): WriterId {
  return Array.from({ length: 10 }, () => Math.floor(random() * 36).toString(36)).join('') as WriterId;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other] as T, list[index] as T];
  }
}

/** Mulberry32: small, seeded and good enough for samples. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
