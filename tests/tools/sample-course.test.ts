import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { LOCALES } from '../../tools/locales.ts';
import { createSampleCourse, lessonsOfPages } from '../../tools/sample-course/course.ts';
import { termName } from '../../tools/sample-course/names.ts';

describe('the sample course', () => {
  const files = createSampleCourse({ lessons: 23 });

  it('is the same each time', () => {
    expect(createSampleCourse({ lessons: 23 })).toEqual(files);
  });

  it('compiles without an issue, with all that its lessons should hold', () => {
    const { deck, issues } = compile({ locales: LOCALES, base: '/', files });
    expect(issues).toEqual([]);
    expect(deck.modules.map(({ lessons }) => lessons.length)).toEqual([10, 10, 3]);
    expect(deck.cards).toHaveLength(230);
    expect(deck.questions.filter(({ origin }) => origin === 'author')).toHaveLength(115);
    expect(deck.terms.find(({ id }) => id === 'term-7')?.texts.en?.name).toBe(termName('en', 7));
  });

  it('can be written without directives', () => {
    const texts = createSampleCourse({ lessons: 2, dialect: 'plain' }).map(({ text }) => text);
    expect(texts.filter((text) => text.includes(':::') || text.includes('::quiz'))).toEqual([]);
  });

  it.each([100, 500, 2000])('of %d pages has that many, within a page of each language', (pages) => {
    const made = createSampleCourse({ lessons: lessonsOfPages(pages), dialect: 'plain' });
    expect(Math.abs(made.length - pages)).toBeLessThanOrEqual(2);
  });
});

it('gives every term a name of its own', () => {
  const names = Array.from({ length: 6000 }, (_, number) => [termName('en', number), termName('zh', number)]);
  expect(new Set(names.flat()).size).toBe(12_000);
});
