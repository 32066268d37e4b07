import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite, page } from './site-fixture.ts';

/** The HTML of one lesson in a course of so many modules with a lesson each. */
function lessonOf(modules: number): string {
  const files = Object.fromEntries(
    ['zh', 'en'].flatMap((locale) => [
      [`content/docs/${locale}/index.md`, page('Home', 'Welcome.')],
      ...Array.from({ length: modules }, (_, number) => `m${String(number).padStart(4, '0')}`).flatMap(
        (id) => [
          [`content/docs/${locale}/${id}/index.md`, page(`Module ${id}`, 'Start here.')],
          [`content/docs/${locale}/${id}/lesson.md`, page(`Lesson ${id}`, lesson(id))],
        ],
      ),
    ]),
  );
  const { dist, code, output } = buildSite(files);
  try {
    expect(code, output).toBe(0);
    return readFileSync(path.join(dist, 'en/m0012/lesson/index.html'), 'utf8');
  } finally {
    rmSync(path.dirname(dist), { recursive: true, force: true });
  }
}

function lesson(id: string): string {
  return `:::card{#card-${id}}\nWhy?\n\n***\n\nBecause.\n:::\n\n:::sources\n- [A source](https://example.org/)\n:::`;
}

describe('a lesson in a course of many modules', () => {
  const html = lessonOf(26);
  const largerHtml = lessonOf(60);

  it('has its module beside it, and of the others one link each', () => {
    expect(html).toContain('href="/en/m0013/"');
    expect(html).toContain('href="/en/m0012/lesson/" aria-current="page"');
    expect(html).not.toContain('href="/en/m0011/lesson/" class');
  });

  it('has the same page, however many there are', () => {
    expect(largerHtml).toBe(html);
  });
});
