import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import { type EventRecord, keyOfChunk, packChunk, unpackChunk } from '../../src/store/chunk.ts';
import { createDictionary, readWords, writeWords } from '../../src/store/dictionary.ts';
import { createDigitReader, foldSign, readNumber, unfoldSign, writeNumber } from '../../src/store/digits.ts';
import { createIdFormatter, formatEventId } from '../../src/store/event-id.ts';
import { formatRecord, parseRecord } from '../../src/store/record.ts';
import { seal } from '../../src/store/seal.ts';
import { createLearner } from '../../tools/store-page/learner.ts';
import { asCard, asWriter, foreignReview, NOW } from './fakes.ts';

const id = (at: number, writer: string, seq: number) => formatEventId(at, asWriter(writer), seq);
const recordOf = (event: LearnerEvent): EventRecord => ({ event, text: formatRecord(event) });

function recordFrom(text: string): EventRecord {
  const parsed = parseRecord(text);
  if ('flaw' in parsed) throw new Error(parsed.flaw);
  return { event: parsed.event, text };
}

/** The texts that a chunk stands for, by id. */
function textsOf(chunk: string): ReadonlyMap<string, string> {
  const { events, odd } = unpackChunk(chunk);
  return new Map(events.map((event) => [event.id, odd.get(event.id) ?? formatRecord(event)]));
}

const base = fc.record({
  late: fc.oneof(fc.nat(5), fc.nat(40_000), fc.nat(4_000_000_000)),
  writer: fc.constantFrom('writera', 'writerb', 'k3f9a0b1c2d4'),
  seq: fc.oneof(fc.nat(40), fc.nat(36 ** 5)),
  offsetMinutes: fc.constantFrom(480, 0, -210, 1440, -1440),
});
const card = fc.constantFrom(
  'a',
  'page-table',
  'page-table.name',
  'page-table.meaning',
  'page-walk.name',
  'x.y.z',
);
const interval = fc.oneof(
  fc.record({ days: fc.oneof(fc.nat(60), fc.nat(40_000)) }),
  fc.record({ minutes: fc.oneof(fc.nat(20), fc.constantFrom(0.5, 1e9, 1e300)) }),
);
const answer = fc.record({
  grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  interval,
  durationMs: fc.oneof(fc.nat(40_000), fc.nat()),
});
const revision = fc.oneof(
  fc.constant({}),
  fc.record({
    rev: fc.oneof(
      fc.integer({ min: 1, max: 9 }),
      fc.maxSafeNat().map((rev) => rev + 1),
    ),
  }),
);
const turn = fc.constantFrom({}, {}, { cram: true as const });
const response = fc.oneof(
  fc.record({ truth: fc.boolean() }),
  fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
  fc.record({ keys: fc.array(fc.constantFrom('a3f1', '0000', 'ffff', 'a3f1c', 'other'), { maxLength: 6 }) }),
);
const event: fc.Arbitrary<LearnerEvent> = fc
  .tuple(base, card, answer, response, fc.nat(100), fc.nat(3), fc.nat(9), revision, turn)
  .map(([{ late, writer, seq, offsetMinutes }, item, plain, said, score, hints, kind, shown, asked]) => {
    const given = { ...plain, ...shown };
    const at = NOW + late;
    const own = { id: id(at, writer, seq), at, offsetMinutes };
    if (kind < 4) return { ...own, type: 'card.reviewed', card: asCard(item), ...given, ...asked };
    if (kind < 7) {
      const question = item as never;
      return { ...own, type: 'question.answered', question, ...given, score, hints, response: said };
    }
    if (kind === 7) return { ...own, type: 'review.undone', target: id(at - hints * 999, writer, seq + 1) };
    if (kind === 8) return { ...own, type: 'review.undone', target: id(at + 5, 'writerc', 0) };
    return { ...own, type: 'card.suspended', item: asCard(item) };
  });
const events = fc
  .array(event, { maxLength: 60 })
  .map((list) => [...new Map(list.map((one) => [one.id, one])).values()]);

describe('chunks', () => {
  // The golden chunk: data in learners' browsers looks like this, so it never changes.
  const golden = [
    'a7cb4258h1.5',
    '9cd67b21i Akvm-kindApage-walkJ.choice',
    '82c8d616w Ak3f9a0b1c2',
    'f2949254bA00WU04wY5iwZdscbd3214wY5in1I24wY501AAFn03_yi7WWqF00m-1',
    '28ca3e86{"id":"0mm6zheg8-k3f9a0b1c2-0004","tz":480,"type":"card.buried","item":"page-walk","until":20514}',
  ];

  test('[S26] a chunk is stored as pinned', () => {
    const own = { offsetMinutes: 480 };
    const review = {
      ...own,
      type: 'card.reviewed',
      grade: 3,
      interval: { days: 4 },
      durationMs: 5210,
    } as const;
    const list: readonly LearnerEvent[] = [
      { ...review, id: id(NOW, 'k3f9a0b1c2', 0), at: NOW, card: asCard('kvm-kind') },
      { ...review, id: id(NOW + 6000, 'k3f9a0b1c2', 1), at: NOW + 6000, card: asCard('page-walk') },
      {
        ...review,
        type: 'question.answered',
        id: id(NOW + 15_000, 'k3f9a0b1c2', 2),
        at: NOW + 15_000,
        question: 'page-walk.choice' as never,
        score: 100,
        hints: 1,
        response: { keys: ['a3f1', '00ff'] },
      },
      {
        ...own,
        type: 'review.undone',
        id: id(NOW + 16_000, 'k3f9a0b1c2', 3),
        at: NOW + 16_000,
        target: id(NOW, 'k3f9a0b1c2', 0),
      },
      {
        ...own,
        type: 'card.buried',
        id: id(NOW + 17_000, 'k3f9a0b1c2', 4),
        at: NOW + 17_000,
        item: asCard('page-walk'),
        untilDay: 20_514,
      },
    ];
    const text = packChunk(list.map(recordOf));
    expect(text.split('\n')).toEqual(golden);
    expect(unpackChunk(text)).toMatchObject({ events: list });
    expect(keyOfChunk(text, NOW)).toBe('c:0mm6zh1c0-1835370a');
  });

  test('[S41] extras of answers are stored as pinned, and packed answers without them as before', () => {
    const plain = { offsetMinutes: 480, grade: 3, interval: { days: 4 }, durationMs: 5210 } as const;
    const own = (seq: number) => ({
      ...plain,
      id: id(NOW + seq * 6000, 'writera', seq),
      at: NOW + seq * 6000,
    });
    const card = { type: 'card.reviewed', card: asCard('kvm-kind') } as const;
    const question = {
      type: 'question.answered',
      question: 'kvm-kind' as never,
      score: 100,
      hints: 0,
    } as const;
    const list: readonly LearnerEvent[] = [
      { ...own(0), ...card, rev: 2 },
      { ...own(1), ...card, cram: true },
      { ...own(2), ...card, rev: 40, cram: true },
      { ...own(3), ...question, response: { truth: true }, rev: 3 },
      { ...own(4), ...card },
    ];
    const records = list.map(recordOf);
    expect(records.map(({ text }) => text.slice(text.indexOf('"type"')))).toEqual([
      '"type":"card.reviewed","card":"kvm-kind","grade":3,"days":4,"rev":2,"ms":5210}',
      '"type":"card.crammed","card":"kvm-kind","grade":3,"days":4,"ms":5210}',
      '"type":"card.crammed","card":"kvm-kind","grade":3,"days":4,"rev":40,"ms":5210}',
      '"type":"question.answered","question":"kvm-kind","grade":3,"days":4,"rev":3,"score":100,"hints":0,"truth":true,"ms":5210}',
      '"type":"card.reviewed","card":"kvm-kind","grade":3,"days":4,"ms":5210}',
    ]);
    const text = packChunk(records);
    expect(text.split('\n').slice(3)).toEqual([
      '8a3afc3abw00WU2204wY5iwZdscbd3o404wY5in1o6e104wY5in1o3304wY5001in1204wY5in1',
    ]);
    expect(unpackChunk(text)).toEqual({ events: list, odd: new Map() });
    for (const { text: record, event: one } of records) expect(parseRecord(record)).toEqual({ event: one });
  });

  test.each(['0', '1', '30', '42', '52', '82', '~2', ''])('[S28] extras %j are refused', (extras) => {
    const question = recordFrom(createLearner(1)[0]?.text ?? '').event;
    if (question.type !== 'question.answered') throw new Error(question.type);
    const [start = '', items = '', writers = '', block = ''] = packChunk([
      recordOf({ ...question, rev: 2 }),
    ]).split('\n');
    const withBlock = (body: string) => unpackChunk([start, items, writers, seal(body)].join('\n'));
    const body = block.slice(8);
    expect(withBlock(body).flaw).toBeUndefined();
    const damaged = body.replace('WU32', `WU${extras}`);
    expect(damaged).not.toBe(body);
    expect(withBlock(damaged)).toMatchObject({ events: [], flaw: 'chunk' });
  });

  test('[S26] gives back every record byte for byte, in printable ASCII lines', () => {
    fc.assert(
      fc.property(events, (list) => {
        const records = list.map(recordOf);
        const chunk = packChunk(records);
        expect(chunk).toMatch(/^[\n -~]+$/);
        expect(unpackChunk(chunk).flaw).toBeUndefined();
        expect(textsOf(chunk)).toEqual(new Map(records.map(({ event: { id }, text }) => [id, text])));
        expect(packChunk(records.toReversed())).toBe(chunk);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  test('[S26] what this version does not know stays as it was', () => {
    const review = formatRecord(recordFrom(createLearner(1)[0]?.text ?? '').event);
    const texts = [
      seal(review.slice(8).replace('}', ',"mood":"good"}')),
      seal(`{ "id":"${id(NOW, 'writera', 1)}" ,"type":"card.flagged","tz":0.0,"x":1e2}`),
      seal(
        `{"id":"${id(NOW, 'writera', 2).replace('-0002', '-2')}","tz":0,"type":"review.undone","target":"${id(NOW, 'writera', 1)}"}`,
      ),
    ];
    expect([...textsOf(packChunk(texts.map(recordFrom))).values()].toSorted()).toEqual(texts.toSorted());
  });

  test('[S27] a packed answer takes no more than 16 characters', () => {
    const records = createLearner(16_384).map(({ text }) => recordFrom(text));
    const length = packChunk(records.slice(0, 8192)).length + packChunk(records.slice(8192)).length;
    expect(length / records.length).toBeLessThanOrEqual(16);
  });

  test('[S28] any damage is noticed, costs no more than its line, and never throws', () => {
    const records = createLearner(600).map(({ text }) => recordFrom(text));
    const chunk = packChunk(records);
    const texts = textsOf(chunk);
    const blocks = chunk.split('\n').slice(3);
    expect(blocks).toHaveLength(3);
    fc.assert(
      fc.property(
        fc.nat(chunk.length - 1),
        fc.nat(0xffff),
        fc.constantFrom('set', 'cut', 'drop'),
        (place, unit, how) => {
          const rest = how === 'cut' ? '' : chunk.slice(place + 1);
          const damaged = chunk.slice(0, place) + (how === 'set' ? String.fromCharCode(unit) : '') + rest;
          if (damaged === chunk) return;
          const { events: left, flaw } = unpackChunk(damaged);
          expect(flaw).toBe('chunk');
          for (const one of left) expect(formatRecord(one)).toBe(texts.get(one.id));
          const line = chunk.slice(0, place).split('\n').length - 1;
          if (how !== 'cut' && line > 2) expect(left.length).toBeGreaterThanOrEqual(600 - 256);
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  test('[S28] of a chunk that was cut short every whole line counts, and nothing of the broken one', () => {
    const chunk = packChunk(createLearner(600).map(({ text }) => recordFrom(text)));
    const whole = unpackChunk(chunk).events;
    const [, , , first = '', second = ''] = chunk.split('\n');
    const start = chunk.indexOf(first);
    for (const [length, count] of [
      [start - 1, 0],
      [start + first.length - 1, 0],
      [start + first.length, 256],
      [start + first.length + 40, 256],
      [start + first.length + 1 + second.length, 512],
      [chunk.length - 1, 512],
    ] as const) {
      expect(unpackChunk(chunk.slice(0, length))).toMatchObject({
        events: whole.slice(0, count),
        flaw: 'chunk',
      });
    }
  });

  test('[S28] a character that differs above its lowest eight bits only is damage', () => {
    const chunk = packChunk(createLearner(20).map(({ text }) => recordFrom(text)));
    const start = chunk.lastIndexOf('\n') + 9;
    for (let place = start; place < start + 40; place += 1) {
      const unit = String.fromCharCode(chunk.charCodeAt(place) + 0x100);
      const damaged = chunk.slice(0, place) + unit + chunk.slice(place + 1);
      expect(unpackChunk(damaged)).toMatchObject({ events: [], flaw: 'chunk' });
    }
  });

  test('[S28] a block is read to the end of its line and no further', () => {
    const question = recordFrom(createLearner(1)[0]?.text ?? '').event;
    if (question.type !== 'question.answered') throw new Error(question.type);
    const record = recordOf({ ...question, response: { text: 'page' } });
    const [start = '', items = '', writers = '', block = ''] = packChunk([record]).split('\n');
    const body = block.slice(8);
    const next = seal(body);
    const withBlock = (changed: string) =>
      unpackChunk([start, items, writers, seal(changed), next].join('\n'));
    expect(withBlock(body).events).toHaveLength(1);
    // The last number would go on, and the text would be longer, if what follows belonged to them.
    for (const changed of [`${body.slice(0, -1)}Z`, body.replace('24page', '2Dpage'), body.slice(0, -1)]) {
      expect(changed).not.toBe(body);
      expect(withBlock(changed)).toMatchObject({ events: [record.event], flaw: 'chunk' });
    }
  });

  test('[S26] chunks that are read in turn keep their own words', () => {
    const chunks = ['guest', 'host', 'guest', 'hose'].map((card, seq) => {
      const event = { ...foreignReview(NOW + seq, 'writera', seq), card: asCard(card) } as LearnerEvent;
      return { event, text: packChunk([recordOf(event)]) };
    });
    for (const { event, text } of chunks)
      expect(unpackChunk(text)).toEqual({ events: [event], odd: new Map() });
    const [first, second] = chunks;
    if (!first || !second) throw new Error('chunks');
    const lines = second.text.split('\n');
    unpackChunk(first.text);
    // A dictionary that cannot be believed is not replaced by the one read before.
    expect(unpackChunk(lines.with(1, 'x').join('\n'))).toMatchObject({ events: [], flaw: 'chunk' });
  });

  test('[S28] sealed nonsense is refused', () => {
    const [, items = '', writers = ''] = packChunk(
      createLearner(5).map(({ text }) => recordFrom(text)),
    ).split('\n');
    for (const block of [
      'b8',
      'b8000',
      'b~',
      'b80000000000',
      'bH0ZZZZ',
      `b${'_'.repeat(40)}`,
      'x',
      '',
      'b0',
    ]) {
      expect(unpackChunk([seal('h1.1'), items, writers, seal(block)].join('\n')).flaw).toBe('chunk');
    }
    for (const text of ['', 'x', seal('h1.0'), seal('h2.0'), seal('h1.0').repeat(2), '\n\n']) {
      expect(unpackChunk(text).events).toEqual([]);
    }
    for (const words of [' A__proto__', ' AKvm', ' Z', ' Aok~~~', 'name A.5']) {
      expect(unpackChunk([seal('h1.1'), seal(`i${words}`), writers, seal('b8000000')].join('\n')).flaw).toBe(
        'chunk',
      );
    }
  });
});

describe('the parts of a chunk', () => {
  test('[S26] numbers of any size read back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeInteger(), (value, signed) => {
        const text = writeNumber(value) + writeNumber(foldSign(Math.trunc(signed / 4096)));
        const reader = createDigitReader(text, new TextEncoder().encode(text));
        expect(readNumber(reader)).toBe(value);
        expect(unfoldSign(readNumber(reader)) + 0).toBe(Math.trunc(signed / 4096) + 0);
        expect(reader.at).toBe(reader.end);
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  test('[S26] words read back in order', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z]{1,3})?(\.(name|meaning|m|n2))?$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const dictionary = createDictionary(words);
        const isWord = (text: string): text is string => dictionary.indexOf(text) >= 0;
        expect(readWords(writeWords(dictionary.words), isWord)).toEqual(dictionary.words);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('[S1] ids made one after the other are the ids made one by one', () => {
    const formatId = createIdFormatter(asWriter('writera'));
    for (const at of [0, 1, NOW, NOW + 36 ** 4 - 1, NOW + 36 ** 4, 36 ** 9 - 1]) {
      for (const seq of [0, 35, 36 ** 4 - 1, 36 ** 4, 36 ** 8 - 1]) {
        expect(formatId(at, seq)).toBe(id(at, 'writera', seq));
      }
    }
  });
});
