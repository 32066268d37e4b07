import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../src/compile/index.ts';
import { loadCourse } from '../../src/integration/course.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLAIMS = 120;
const CONCEPTS = 57;
const coverage: Readonly<Record<string, readonly string[]>> = parse(
  readFileSync(path.join(ROOT, 'content/coverage.yaml'), 'utf8'),
);
const ids = (letter: string, count: number, width: number) =>
  Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(width, '0'));

test('every claim of the article and every concept of the plan is covered', () => {
  expect(Object.keys(coverage)).toEqual([...ids('A', CLAIMS, 3), ...ids('B', CONCEPTS, 2)]);
});

test('every lesson that covers something exists', () => {
  const { deck } = compile(loadCourse(ROOT, { locales: ['zh', 'en'], base: '/' }));
  const lessons: readonly string[] = deck.modules.flatMap((module) => module.lessons.map(({ id }) => id));
  const named = new Set(Object.values(coverage).flat());
  expect([...named].filter((lesson) => !lessons.includes(lesson))).toEqual([]);
});

test.each(['zh', 'en'])(
  'the page of claims in %s lists each claim once, with its lessons and a source',
  (locale) => {
    const page = readFileSync(path.join(ROOT, `content/docs/${locale}/article.md`), 'utf8');
    const claims = [...page.matchAll(/^(\d+)\. \*\*.+\*\*\n\n {3,5}\*\*([✓↻≈✗]) .+\n\n {3,5}(.+)$/gm)];
    expect(claims.map(([, number]) => `A${number?.padStart(3, '0')}`)).toEqual(ids('A', CLAIMS, 3));
    for (const [, number = '', , links = ''] of claims) {
      const linked = [...links.matchAll(new RegExp(`\\(/${locale}/([^)]+)/\\)`, 'g'))].map(
        ([, lesson]) => lesson,
      );
      expect(linked, `claim ${number}`).toEqual(coverage[`A${number.padStart(3, '0')}`]);
      expect(links, `claim ${number}`).toMatch(/\]\(https?:/);
    }
    const counts = new Map<string, number>();
    for (const [, , mark = ''] of claims) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ '✓': 60, '↻': 9, '≈': 43, '✗': 8 });
  },
);
