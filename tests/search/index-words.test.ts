import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFolder } from '../../src/search/fold.ts';
import { coverRun, toIndexWords } from '../../src/search/index-words.ts';

const folder = createFolder('內内');
const wordsOf = (text: string) => toIndexWords(text, folder);

describe('the words by which a text is indexed', () => {
  it.each([
    ['a pair for every character of a run, and the last alone', '内核模块', '内核 核模 模块 块'],
    ['a run beside letters', 'KVM内核', 'kvm 内核 核'],
    ['nothing in place of punctuation between other words', 'Hello, World!', 'hello world'],
    ['a stop between runs that punctuation parts', '内核，模块', '内核 核 . 模块 块'],
    ['a stop between runs that a space parts', '内核 模块', '内核 核 . 模块 块'],
    ['a stop between runs that a sign alone parts', '内核 + 模块', '内核 核 . 模块 块'],
    ['compounds in parts and as one', 'Wi-Fi, type-1', 'wi fi wifi type 1 type1'],
    ['folded letters', 'ＫＶＭ 內核', 'kvm 内核 核'],
    ['letters and digits only', 'C++ 和 C#', 'c 和 c'],
    ['British and American spelling as one', 'virtualisation', 'virtualization'],
  ])('are %s', (_, text, expected) => {
    expect(wordsOf(text)).toBe(expected);
  });
});

describe('the words that cover a run', () => {
  it.each([
    ['内核', ['内核']],
    ['虚拟机', ['虚拟', '拟机']],
    ['半虚拟化', ['半虚', '拟化']],
    ['宿主机内核', ['宿主', '机内', '内核']],
  ])('of %s are %j', (run, expected) => {
    expect(coverRun(run).map(({ word }) => word)).toEqual(expected);
  });

  it('find a run where it stands and nowhere else', () => {
    const letters = fc.constantFrom(...'内核容器', '，', 'a', ' ');
    const text = fc.array(letters, { maxLength: 24 }).map((all) => all.join(''));
    const run = fc.string({ unit: fc.constantFrom(...'内核容器'), minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(text, run, (within, sought) => {
        const words = wordsOf(within).split(' ');
        const cover = coverRun(sought);
        const isFound = words.some((_, at) => cover.every(({ word, place }) => words[at + place] === word));
        expect(isFound).toBe(within.includes(sought));
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});
