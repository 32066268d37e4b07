import { describe, expect, it } from 'vitest';
import type { Term } from '../../../src/format/deck.ts';
import type { LessonId, NoteId } from '../../../src/format/id.ts';
import { createTermFinder } from '../../../src/integration/lesson/term-links.ts';

function term(id: string, zh: string, en: string, options: Partial<Term> = {}): Term {
  const text = (name: string) => ({ name, aliases: [], definition: '' });
  return {
    id: id as NoteId,
    lesson: 'basics/first' as LessonId,
    texts: { zh: text(zh), en: text(en) },
    ...options,
  };
}

const TERMS = [
  term('apple', '苹果', 'Apple'),
  term('apple-tree', '苹果树', 'Apple tree'),
  term('re-use', '再用', 'Re-use'),
  term('cxx', 'C++', 'C++'),
  term('project', '项目', 'Project', { plain: true }),
  term('own', '本课', 'Own', { lesson: 'basics/second' as LessonId }),
];

/** The text with what was found in brackets, in a lesson of its own. */
function find(locale: string, ...texts: string[]): string {
  const finder = createTermFinder(TERMS, locale, 'basics/second');
  return texts
    .map((text) =>
      finder(text)
        .map((piece) => (piece.term ? `[${piece.text}]` : piece.text))
        .join(''),
    )
    .join(' | ');
}

describe('the first use of a term', () => {
  it.each([
    ['zh', ['种一棵苹果树，结苹果。'], '种一棵[苹果树]，结[苹果]。'],
    ['zh', ['苹果和苹果', '苹果'], '[苹果]和苹果 | 苹果'],
    [
      'en',
      ['An apple tree bears apples, not crabapples.'],
      'An [apple tree] bears [apples], not crabapples.',
    ],
    ['en', ['Applesauce, pineapple and apple-pie'], 'Applesauce, pineapple and apple-pie'],
    ['en', ['re-use of C++ code'], '[re-use] of [C++] code'],
    ['en', ['A project of my own'], 'A project of my own'],
    ['en', ['İ apples, 😀apple tree'], 'İ [apples], 😀[apple tree]'],
    ['en', ['nothing here'], 'nothing here'],
    ['fr', ['Apple'], 'Apple'],
  ])('in %s: %j', (locale, texts, expected) => {
    expect(find(locale, ...texts)).toBe(expected);
  });

  it('nothing of the text is lost', () => {
    const finder = createTermFinder(TERMS, 'en', '');
    const text = 'Apple, apple tree, C++ and “re-use”.';
    expect(
      finder(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
