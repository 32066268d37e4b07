import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import { formatEventId, isEventId, keyOfEventId, MAX_TIME, timeOfEventId } from '../../src/store/event-id.ts';
import { formatRecord, parseRecord } from '../../src/store/record.ts';
import { checksum, seal, unseal } from '../../src/store/seal.ts';
import { asCard, asWriter, NOW } from './fakes.ts';

const ID = formatEventId(NOW, asWriter('k3f9a0b1c2'), 0);
const REVIEW = {
  id: ID,
  at: NOW,
  offsetMinutes: 480,
  type: 'card.reviewed',
  card: asCard('kvm-kind'),
  grade: 3,
  interval: { days: 4 },
  durationMs: 5210,
} as const satisfies LearnerEvent;

describe('event ids', () => {
  test('[S1] carry the time, the writer and a padded sequence', () => {
    expect(ID).toBe('0mm6zh1c0-k3f9a0b1c2-0000');
    expect(timeOfEventId(ID)).toBe(NOW);
    expect(keyOfEventId(ID)).toBe('e:k3f9a0b1c2:0000');
  });

  test('[S1] sort as text by time, then as appended', () => {
    const times = [0, 1, 35, 36, NOW - 1, NOW, MAX_TIME];
    const ids = times.flatMap((at) =>
      [0, 9, 35, 36, 1295, 1296].map((seq) => formatEventId(at, asWriter('aaaaaa'), seq)),
    );
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    '',
    '__proto__',
    'constructor',
    '0mm6zh1c0-short-0',
    '0mm6zf40-k3f9a0b1c2-0000',
    '0mm6zh1c0-k3f9a0b1c2-',
    '0MM6ZF400-k3f9a0b1c2-0000',
    '0mm6zh1c0-k3f9a0b1c2-0000\n',
    7,
    null,
  ])('[S4] %j is no event id', (value) => {
    expect(isEventId(value)).toBe(false);
  });
});

describe('records', () => {
  // The golden texts: data in learners' browsers looks like this, so they never change.
  test.each([
    [
      REVIEW,
      '0bd51d7f{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":480,"type":"card.reviewed","card":"kvm-kind","grade":3,"days":4,"ms":5210}',
    ],
    [
      { ...REVIEW, interval: { minutes: 10 } },
      '884c83fa{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":480,"type":"card.reviewed","card":"kvm-kind","grade":3,"minutes":10,"ms":5210}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: -210, type: 'review.undone', target: ID },
      '4124ba8c{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":-210,"type":"review.undone","target":"0mm6zh1c0-k3f9a0b1c2-0000"}',
    ],
    [
      {
        id: ID,
        at: NOW,
        offsetMinutes: 480,
        type: 'question.answered',
        question: 'page-walk.choice' as never,
        grade: 2,
        interval: { days: 4 },
        score: 50,
        hints: 1,
        response: { keys: ['a3f1', '00ff'] },
        durationMs: 5210,
      },
      'affdaf31{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":480,"type":"question.answered","question":"page-walk.choice","grade":2,"days":4,"score":50,"hints":1,"keys":["a3f1","00ff"],"ms":5210}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'card.suspended', item: asCard('kvm-kind') },
      'e493455c{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"card.suspended","item":"kvm-kind"}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'card.unsuspended', item: asCard('kvm-kind') },
      '5cb1be99{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"card.unsuspended","item":"kvm-kind"}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'card.buried', item: asCard('a.b.c'), untilDay: 20_514 },
      '89d327ca{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"card.buried","item":"a.b.c","until":20514}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'card.unburied', item: asCard('kvm-kind') },
      '5ec58f83{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"card.unburied","item":"kvm-kind"}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'card.reset', item: asCard('kvm-kind') },
      'b9ae7505{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"card.reset","item":"kvm-kind"}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'due.set', item: asCard('kvm-kind'), dueDay: -1 },
      '58581019{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"due.set","item":"kvm-kind","day":-1}',
    ],
    [
      {
        id: ID,
        at: NOW,
        offsetMinutes: 0,
        type: 'settings.changed',
        name: 'day.rollover',
        value: { a: [1, null] },
      },
      '3004a436{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"settings.changed","name":"day.rollover","value":{"a":[1,null]}}',
    ],
    [
      {
        id: ID,
        at: NOW,
        offsetMinutes: 0,
        type: 'parameters.changed',
        weights: [0.2, -1],
        reason: 'optimised',
      },
      'd7fe4878{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"parameters.changed","weights":[0.2,-1],"reason":"optimised"}',
    ],
    [
      {
        id: ID,
        at: NOW,
        offsetMinutes: 0,
        type: 'import.applied',
        digest: 'abcdef01',
        count: 3,
        added: 'writera:0-1,z',
      },
      '63832d74{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"import.applied","digest":"abcdef01","count":3,"added":"writera:0-1,z"}',
    ],
    [
      { id: ID, at: NOW, offsetMinutes: 0, type: 'import.undone', target: ID },
      '4cdce523{"id":"0mm6zh1c0-k3f9a0b1c2-0000","tz":0,"type":"import.undone","target":"0mm6zh1c0-k3f9a0b1c2-0000"}',
    ],
  ] as const satisfies readonly (readonly [LearnerEvent, string])[])(
    '[S3] %j is stored as pinned',
    (event, golden) => {
      expect(formatRecord(event)).toBe(golden);
      expect(parseRecord(golden)).toEqual({ event });
    },
  );

  test('[S9] a typed answer is kept up to its longest, as it will be read back', () => {
    const answered = {
      ...REVIEW,
      type: 'question.answered',
      question: 'page-walk' as never,
      score: 0,
      hints: 0,
      response: { text: '长'.repeat(3000) },
    } as const satisfies LearnerEvent;
    expect(parseRecord(formatRecord(answered))).toMatchObject({
      event: { response: { text: '长'.repeat(2000) } },
    });
  });

  test('[S3] what lies beyond ASCII is escaped', () => {
    const raw = { id: ID, tz: 0, type: 'card.noted', note: '内核 😀\n' };
    const text = formatRecord({ id: ID, at: NOW, offsetMinutes: 0, type: 'unknown', raw });
    expect(text).toMatch(/^[ -~]+$/);
    expect(parseRecord(text)).toMatchObject({ event: { raw } });
  });

  test('[S3] the checksum is CRC-32', () => {
    expect(checksum('123456789')).toBe('cbf43926');
    expect(unseal(seal(''))).toBe('');
  });

  test.each([
    ['id', { id: '__proto__' }],
    ['id', { id: undefined }],
    ['offset', { tz: '480' }],
    ['offset', { tz: 1441 }],
    ['offset', { tz: 0.5 }],
    ['type', { type: '' }],
    ['type', { type: 3 }],
    ['type', { type: 'x'.repeat(65) }],
    ['card', { card: '__proto__' }],
    ['card', { card: 'Kvm' }],
    ['grade', { grade: 0 }],
    ['grade', { grade: 5 }],
    ['grade', { grade: '3' }],
    ['grade', { grade: 2.5 }],
    ['interval', { days: undefined }],
    ['interval', { days: -1 }],
    ['interval', { days: 1.5 }],
    ['interval', { days: null }],
    ['interval', { minutes: 10 }],
    ['interval', { days: undefined, minutes: -1 }],
    ['interval', { days: undefined, minutes: '10' }],
    ['duration', { ms: -1 }],
    ['duration', { ms: 0.5 }],
    ['duration', { ms: null }],
    ['question', { type: 'question.answered', question: 'X', score: 1, hints: 0, truth: true }],
    ['grade', { type: 'question.answered', question: 'a', score: 1, hints: 0, truth: true, grade: 0 }],
    ['score', { type: 'question.answered', question: 'a', score: 101, hints: 0, truth: true }],
    ['hints', { type: 'question.answered', question: 'a', score: 1, hints: -1, truth: true }],
    ['response', { type: 'question.answered', question: 'a', score: 1, hints: 0 }],
    ['response', { type: 'question.answered', question: 'a', score: 1, hints: 0, truth: true, text: '' }],
    ['response', { type: 'question.answered', question: 'a', score: 1, hints: 0, truth: 1 }],
    ['response', { type: 'question.answered', question: 'a', score: 1, hints: 0, keys: ['<b>'] }],
    ['response', { type: 'question.answered', question: 'a', score: 1, hints: 0, text: 'x'.repeat(2001) }],
    ['item', { type: 'card.suspended', item: '__proto__' }],
    ['item', { type: 'card.reset' }],
    ['item', { type: 'card.buried', item: 'a.b.c.d', until: 1 }],
    ['day', { type: 'card.buried', item: 'a', until: 1.5 }],
    ['day', { type: 'due.set', item: 'a', day: '1' }],
    ['name', { type: 'settings.changed', name: '__proto__', value: 1 }],
    ['value', { type: 'settings.changed', name: 'a' }],
    ['value', { type: 'settings.changed', name: 'a', value: JSON.parse('{"x":[{"__proto__":1}]}') }],
    ['weights', { type: 'parameters.changed', weights: [1, '2'], reason: 'a' }],
    ['weights', { type: 'parameters.changed', weights: [null], reason: 'a' }],
    ['reason', { type: 'parameters.changed', weights: [1], reason: 'Not a code' }],
    ['digest', { type: 'import.applied', digest: 'x', count: 1, added: '' }],
    ['count', { type: 'import.applied', digest: 'abcdef01', count: -1, added: '' }],
    ['added', { type: 'import.applied', digest: 'abcdef01', count: 1, added: 'writera' }],
    ['target', { type: 'import.undone', target: 'x' }],
    ['target', { type: 'review.undone', target: 'x' }],
  ])('[S4] refuses a wrong %s: %j', (flaw, change) => {
    const good = { id: ID, tz: 480, type: 'card.reviewed', card: 'kvm-kind', grade: 3, days: 4, ms: 5210 };
    expect(parseRecord(seal(JSON.stringify(good)))).toHaveProperty('event');
    expect(parseRecord(seal(JSON.stringify({ ...good, ...change })))).toEqual({ flaw });
  });

  test.each([
    ['not-json', seal('{')],
    ['not-json', seal('[]')],
    ['not-json', seal('null')],
    ['not-json', seal('7')],
    ['checksum', ''],
    ['checksum', '00000000{}'],
    ['not-ascii', seal('{"id":"é"}')],
    ['not-ascii', seal('{}\n')],
    [
      'interval',
      seal(
        JSON.stringify({ id: ID, tz: 0, type: 'card.reviewed', card: 'a', grade: 1, ms: 1 }).replace(
          '}',
          ',"minutes":1e999}',
        ),
      ),
    ],
  ])('[S4] %s: %j', (flaw, text) => {
    expect(parseRecord(text)).toEqual({ flaw });
  });

  test('[S4] notices every changed, missing and added character', () => {
    const text = formatRecord(REVIEW);
    for (let index = 0; index < text.length; index += 1) {
      for (let bit = 0; bit < 16; bit += 1) {
        const unit = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
        expect(parseRecord(text.slice(0, index) + unit + text.slice(index + 1))).toHaveProperty('flaw');
      }
      expect(parseRecord(text.slice(0, index))).toHaveProperty('flaw');
      expect(parseRecord(text.slice(0, index) + text.slice(index + 1))).toHaveProperty('flaw');
      expect(parseRecord(`${text.slice(0, index)}0${text.slice(index)}`)).toHaveProperty('flaw');
    }
  });

  test('[S4] never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(seal)), (text) => {
        expect(Object.keys(parseRecord(text))).toEqual(['flaw']);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(parseRecord(seal('['.repeat(200_000)))).toHaveProperty('flaw');
  });

  test('[S5] keeps an event of a later version whole', () => {
    const raw = { id: ID, tz: 60, type: 'card.flagged', colour: { r: 1 }, list: [1, 'x', null] };
    const text = seal(JSON.stringify(raw));
    const parsed = parseRecord(text);
    expect(parsed).toEqual({ event: { id: ID, at: NOW, offsetMinutes: 60, type: 'unknown', raw } });
    expect('event' in parsed && formatRecord(parsed.event)).toBe(text);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'unknown'])(
    '[S6] a type called %s is only unknown',
    (type) => {
      const text = seal(JSON.stringify({ id: ID, tz: 0, type }));
      expect(parseRecord(text)).toMatchObject({ event: { type: 'unknown' } });
    },
  );

  test.each(['"__proto__":{"x":1}', '"a":[{"__proto__":1}]', '"\\u005f_proto__":{}'])(
    '[S6] refuses %s in an unknown event',
    (field) => {
      expect(parseRecord(seal(`{"id":"${ID}","tz":0,"type":"later",${field}}`))).toEqual({
        flaw: 'prototype',
      });
    },
  );
});
