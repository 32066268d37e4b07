import { describe, expect, it } from 'vitest';
import { formatStudyLink, parseStudyLink, toFilter } from '../../src/components/review/study-link.ts';

describe('a link to study something', () => {
  it.each([
    ['#lesson=types/paravirtual', { lessons: ['types/paravirtual'] }],
    ['#lesson=a/b,a/c', { lessons: ['a/b', 'a/c'] }],
    ['#module=types&kind=term', { module: 'types', kind: 'term' }],
    ['#kind=fact&tag=security', { kind: 'fact', tags: ['security'] }],
    ['#tag=security,live-migration', { tags: ['security', 'live-migration'] }],
    ['#failed', { failed: true }],
    ['#leeches', { leeches: true }],
    ['#all', { all: true }],
    ['#module=types&failed&exam=2026-12-01', { module: 'types', failed: true, examDay: 20_788 }],
  ] as const)('%s is read and written alike', (hash, link) => {
    expect(parseStudyLink(hash)).toEqual(link);
    expect(formatStudyLink(link as Parameters<typeof formatStudyLink>[0])).toBe(hash);
  });

  it.each([
    '',
    '#',
    '#note-x',
    '#choose',
    '#exam=soon',
    '#kind=colour',
    '#tag=',
    '#tag=A',
    '#lesson=',
    '#module=',
  ])('%j asks for nothing', (hash) => {
    expect(parseStudyLink(hash)).toBeUndefined();
  });

  it.each([
    ['#tag=term', { kind: 'term' }],
    ['#module=types&tag=cloze', { module: 'types', kind: 'cloze' }],
    ['#tag=fact,security', { kind: 'fact', tags: ['security'] }],
    ['#kind=basic&tag=term', { kind: 'basic' }],
  ])('%s from before there were tags still means a kind', (hash, link) => {
    expect(parseStudyLink(hash)).toEqual(link);
  });

  it('a kind of cards stands for its kinds', () => {
    expect(toFilter({ module: 'types', kind: 'term' })).toEqual({
      module: 'types',
      kinds: ['term-meaning', 'term-name', 'term-translation'],
    });
    expect(toFilter({ all: true })).toEqual({});
  });
});
