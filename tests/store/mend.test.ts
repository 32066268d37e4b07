import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryChunk, openText } from '../../src/store/carrier.ts';
import { packChunk } from '../../src/store/chunk.ts';
import { mendText } from '../../src/store/mend.ts';
import { formatRecord, parseRecord } from '../../src/store/record.ts';
import { checksum } from '../../src/store/seal.ts';
import { createLearner } from '../../tools/store-page/learner.ts';
import { appendReviews, asCard, createMemoryStorage, keysOf, NAMESPACE, openTestLog } from './fakes.ts';

const texts = createLearner(600).map(({ text }) => text);
const records = texts.flatMap((text) => {
  const parsed = parseRecord(text);
  return 'event' in parsed ? [{ event: parsed.event, text }] : [];
});
const chunk = packChunk(records);
const { key, events } = carryChunk(
  chunk,
  records.map(({ event }) => event),
);

const put = (text: string, place: number, unit: number) =>
  text.slice(0, place) + String.fromCharCode(unit) + text.slice(place + 1);

describe('mending', () => {
  test('[S28] one changed character of a chunk costs nothing, wherever it is and whatever it became', () => {
    const place = fc.oneof(fc.nat(chunk.length - 1), fc.constantFrom(0, 9, 11, 12, 20, chunk.length - 1));
    const unit = fc.oneof(fc.nat(0xffff), fc.integer({ min: 32, max: 126 }), fc.constantFrom(10, 0));
    fc.assert(
      fc.property(place, unit, fc.constantFrom('', '~1'), (at, changed, beside) => {
        const damaged = put(chunk, at, changed);
        if (damaged === chunk) return;
        const found = openText(key + beside, damaged);
        expect(found.mended).toBe(chunk);
        expect(found.flaw).toBe('chunk');
        expect(found.events).toEqual(events);
      }),
      { seed: 28, numRuns: 400 },
    );
  });

  test('[S28] what more than one character has cost is not made up', () => {
    const known = new Set(texts);
    const harm = fc.array(fc.tuple(fc.nat(chunk.length - 1), fc.nat(126)), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(harm, fc.boolean(), (changes, isCut) => {
        let damaged = changes.reduce((text, [at, unit]) => put(text, at, unit), chunk);
        if (isCut) damaged = damaged.slice(0, changes[0]?.[0]);
        for (const event of openText(key, damaged).events) expect(known).toContain(formatRecord(event));
      }),
      { seed: 29, numRuns: 200 },
    );
    expect(openText('c:no-key', put(chunk, 40, 7)).mended).toBeUndefined();
  });

  test('[S28] a text that has its checksum needs no mending, and another text of another checksum has none', () => {
    expect(mendText('recall', checksum('recall'))).toEqual([]);
    expect(mendText('recull', checksum('recall'))).toEqual(['recall']);
    expect(mendText('', checksum('recall'))).toEqual([]);
    expect(mendText('rucull', checksum('recall'))).toEqual([]);
  });

  test('[S28] without the other side, too: a mended chunk is stored anew, and a second flaw costs as little', async () => {
    const storage = createMemoryStorage();
    const small = { keepEvents: 5, keepMs: 0, minEvents: 10, maxEvents: 64 };
    const first = await openTestLog({ storage, packing: small });
    await appendReviews(first, 40);
    await first.pack();
    const whole = first.events();
    await first.close();
    const flaw = (name: string) => {
      const text = storage.map.get(NAMESPACE + name) ?? '';
      // In a dictionary, which all events need.
      const place = text.indexOf('card-');
      storage.map.set(NAMESPACE + name, put(text, place, 0x7f));
    };
    const [name = ''] = keysOf(storage.map, 'c:');
    flaw(name);
    for (let round = 0; round < 2; round += 1) {
      const log = await openTestLog({ storage, packing: small });
      expect(log.events()).toEqual(whole);
      expect(log.quarantined().map((one) => one.key)).toEqual([name]);
      await log.close();
    }
    expect(keysOf(storage.map, 'c:')).toEqual([name, `${name}~1`]);
    flaw(`${name}~1`);
    expect((await openTestLog({ storage, packing: small })).events()).toEqual(whole);
    expect(whole).toHaveLength(40);
    expect(whole.at(0)).toMatchObject({ card: asCard('card-0') });
  });
});
