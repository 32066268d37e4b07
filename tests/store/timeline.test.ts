import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, compareEvents, createTimeline } from '../../src/store/timeline.ts';
import { foreignReview, idsOf, NOW } from './fakes.ts';

const event = fc
  .tuple(fc.nat(20), fc.constantFrom('writera', 'writerb'), fc.nat(3))
  .map(([late, writer, seq]) => foreignReview(NOW + late, writer, seq));

test('[S2] any split of any arrival order gives the one canonical order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(event, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
      const timeline = createTimeline();
      const returned = batches.flatMap((batch) => [...timeline.add(batch)]);
      const distinct = [...new Map(batches.flat().map((one) => [one.id, one])).values()];
      expect(idsOf(timeline.events())).toEqual(idsOf(distinct.toSorted(compareEvents)));
      expect(idsOf(returned).toSorted()).toEqual(idsOf(distinct).toSorted());
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('[S2] an array once given stays as it was', () => {
  const timeline = createTimeline();
  timeline.add([foreignReview(NOW + 1, 'writera', 0)]);
  const before = timeline.events();
  expect(timeline.events()).toBe(before);
  timeline.add([foreignReview(NOW + 1, 'writera', 0)]);
  expect(timeline.events()).toBe(before);
  timeline.add([foreignReview(NOW, 'writera', 1)]);
  expect(before).toHaveLength(1);
  expect(idsOf(timeline.events())).toEqual([
    foreignReview(NOW, 'writera', 1).id,
    foreignReview(NOW + 1, 'writera', 0).id,
  ]);
});

test('[S2] equal times are ordered by id, byte by byte', () => {
  const first = foreignReview(NOW, '0writer', 0);
  const second = foreignReview(NOW, 'awriter', 0);
  expect([second, first].toSorted(compareEvents)).toEqual([first, second]);
  expect(compareEvents(first, first)).toBe(0);
});

test('[S2] lists are added as their events would be, whatever their order and overlap', () => {
  const place = fc
    .tuple(fc.nat(12), fc.nat(3))
    .map(([late, seq]) => foreignReview(NOW + late, 'writera', seq));
  fc.assert(
    fc.property(fc.array(fc.array(place, { maxLength: 8 }).map(arrange), { maxLength: 6 }), (lists) => {
      const [together, apart] = [createTimeline(), createTimeline()];
      const fresh = together.addLists(lists);
      apart.add(lists.flat());
      expect(together.events()).toEqual(apart.events());
      expect(fresh).toEqual(apart.events());
      expect(together.addLists(lists)).toEqual([]);
    }),
    { seed: 13, numRuns: 300 },
  );
});
