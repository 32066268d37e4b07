import { describe, expect, it } from 'vitest';
import { createCborReader } from '../../src/search/cbor.ts';
import { readTable, readWords } from '../../src/search/pagefind-files.ts';

const bytes = (...all: number[]) => Uint8Array.from(all);
const file = (...all: number[]) => bytes(...Buffer.from('pagefind_dcd'), ...all);

describe('CBOR', () => {
  it.each([
    [0, [0x00]],
    [23, [0x17]],
    [24, [0x18, 24]],
    [1000, [0x19, 0x03, 0xe8]],
    [1_000_000, [0x1a, 0x00, 0x0f, 0x42, 0x40]],
    [-1, [0x20]],
    [-25, [0x38, 24]],
  ])('reads %s', (number, written) => {
    expect(createCborReader(bytes(...written)).integer()).toBe(number);
  });

  it('reads texts, and passes over values that it does not know', () => {
    const reader = createCborReader(
      bytes(0x84, 0x66, ...Buffer.from('内核'), 0x82, 0x01, 0x61, 0x78, 0x60, 0x05, 0x07),
    );
    expect(reader.record(1, () => reader.text())).toBe('内核');
    expect(reader.integer()).toBe(7);
  });

  it('refuses what is something else', () => {
    expect(() => createCborReader(bytes(0x61, 0x78)).integer()).toThrow('Inconsistent');
    expect(() => createCborReader(bytes(0x01)).text()).toThrow('Inconsistent');
    expect(() => createCborReader(bytes(0x81, 0x01)).record(2, () => 0)).toThrow('Inconsistent');
    expect(() => createCborReader(bytes(0xfb)).integer()).toThrow('Inconsistent');
  });
});

describe('the files of Pagefind', () => {
  it('give the places of a word: pages and places counted from the one before, weights where they change', () => {
    const posting = (page: number, ...places: number[]) => [
      0x83,
      page,
      0x80 + places.length,
      ...places,
      0x80,
    ];
    const word = [0x83, 0x61, 0x78, 0x82, ...posting(2, 0x05, 0x03), ...posting(1, 0x2c, 0x04, 0x02), 0x80];
    expect(readWords(file(0x81, 0x81, ...word), 'x')).toEqual([
      {
        word: 'x',
        postings: [
          { page: 2, places: [5, 25, 8, 25] },
          { page: 3, places: [4, 12, 6, 12] },
        ],
      },
    ]);
  });

  it('give the words that begin with what is sought, and nothing of the others', () => {
    const word = (text: string) => {
      const letters = Buffer.from(text);
      return [0x83, 0x60 + letters.length, ...letters, 0x81, 0x83, 0x01, 0x81, 0x05, 0x80, 0x80];
    };
    const words = ['v', 'vm', 'vmm', 'x', '内', '内存', '内核'];
    const chunk = file(0x81, 0x80 + words.length, ...words.flatMap(word));
    const found = (start: string) => readWords(chunk, start).map(({ word }) => word);
    expect(found('内核')).toEqual(['内核']);
    expect(found('vm')).toEqual(['vm', 'vmm']);
    expect(found('')).toEqual(words);
    expect(found('vmmm')).toEqual([]);
    expect(found('z')).toEqual([]);
    expect(found('a')).toEqual([]);
    expect(() => readWords(file(0x81, 0x81, 0x83, 0x05), 'x')).toThrow('Inconsistent');
  });

  it('are refused where they are none', () => {
    expect(() => readTable(bytes(1, 2, 3))).toThrow('Inconsistent');
  });
});
