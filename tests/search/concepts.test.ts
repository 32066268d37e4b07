import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import type { SearchIndex } from '../../src/format/search.ts';
import { loadCourse } from '../../src/integration/course.ts';
import { toSearchData } from '../../src/integration/search/search-index.ts';
import { type ConceptSearch, createConceptSearch } from '../../src/search/concepts.ts';
import { parseQuery } from '../../src/search/query.ts';
import { EXPECTED } from './queries.ts';
import { rankFigures } from './rank-figures.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const searches = new Map<string, { index: SearchIndex; search: ConceptSearch }>();

beforeAll(() => {
  const { deck } = compile(loadCourse(ROOT, { locales: ['zh', 'en'], base: '/' }));
  for (const locale of ['zh', 'en']) {
    const { index } = toSearchData(deck, locale, { language: locale, texts: {} });
    searches.set(locale, { index, search: createConceptSearch(index) });
  }
});

function find(locale: string, query: string): string[] {
  const search = searches.get(locale)?.search;
  if (!search) throw new Error(`No ${locale}`);
  return search.find(parseQuery(search.folder.fold(query))).map(({ concept }) => concept.id);
}

describe('the concepts of the course', () => {
  it('are found first by what people type', () => {
    const queries = EXPECTED.filter(({ concept }) => concept !== undefined);
    expect(queries.length).toBeGreaterThanOrEqual(120);
    const { misses, ...figures } = rankFigures(
      queries.map(({ locale, query, concept = '' }) => ({
        query: `${locale} ${query}`,
        wanted: concept,
        rank: find(locale, query).indexOf(concept) + 1,
      })),
    );
    console.info(`${queries.length} queries for concepts:`, figures, misses);
    expect(figures.first, misses).toBeGreaterThanOrEqual(0.97);
    expect(figures.recallAt3, misses).toBeGreaterThanOrEqual(0.98);
    expect(figures.meanReciprocalRank, misses).toBeGreaterThanOrEqual(0.98);
  });

  it.each([
    ['zh', '核心'],
    ['zh', '内容核'],
    ['zh', '像镜'],
    ['zh', 'zzzzzz'],
    ['en', 'qqqq'],
    ['en', 'the of and'],
    ['en', 'tls'],
    ['en', 'ring 0'],
    ['zh', '无服务器'],
    ['zh', '<script>alert(1)</script>'],
    ['zh', '[.*+?^()|\\'],
    ['zh', '😀'],
  ])('are not found in %s by “%s”', (locale, query) => {
    expect(find(locale, query)).toEqual([]);
  });

  it('that are near are offered for a name that nothing has', () => {
    const { search } = searches.get('zh') ?? {};
    const near = search?.nearest(parseQuery('影子叶表')).map(({ id }) => id);
    expect(near?.[0]).toBe('shadow-page-table');
  });

  it('are listed with every other name once, and the characters of traditional writing that the texts call for', () => {
    const index = searches.get('zh')?.index;
    const concept = index?.concepts.find(({ id }) => id === 'paravirtualization');
    expect(concept?.aliases).toEqual(['准虚拟化', 'PV', 'paravirt']);
    expect(index?.folds).toContain('擬拟');
    expect(index?.folds.length).toBeLessThan(4000);
  });
});
