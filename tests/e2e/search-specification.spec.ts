import type { Page } from '@playwright/test';
import { ABSENT, EXPECTED } from '../search/queries.ts';
import { expect, test } from './console.ts';
import { typeSearch } from './study.ts';

for (const locale of ['zh', 'en'] as const) {
  test(`the search specification in ${locale}: what people type brings what they mean`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto(`${locale}/search/`);
    const ranks: { query: string; wanted: string; rank: number }[] = [];
    for (const { query, concept, page: lesson } of EXPECTED.filter((each) => each.locale === locale)) {
      await typeSearch(page, query);
      const { concepts, lessons } = await readHits(page);
      const rank = concept === undefined ? lessons.indexOf(lesson ?? '') : concepts.indexOf(concept);
      ranks.push({ query, wanted: concept ?? lesson ?? '', rank: rank + 1 });
    }
    const found = ranks.filter(({ rank }) => rank > 0);
    const recallAt3 = found.filter(({ rank }) => rank <= 3).length / ranks.length;
    const meanReciprocalRank = found.reduce((sum, { rank }) => sum + 1 / rank, 0) / ranks.length;
    const misses = ranks.filter(({ rank }) => rank !== 1).map((miss) => JSON.stringify(miss));
    console.info(
      `${locale}: ${ranks.length} queries, recall@3 ${recallAt3.toFixed(3)}, MRR ${meanReciprocalRank.toFixed(3)}; not first: ${misses.join(' ') || 'none'}`,
    );
    expect(recallAt3, misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(meanReciprocalRank, misses.join('\n')).toBeGreaterThanOrEqual(0.96);
  });
}

test('the search specification: pages with the characters of a word, but not the word, are not found', async ({
  page,
}) => {
  test.setTimeout(240_000);
  expect(ABSENT.length).toBeGreaterThanOrEqual(30);
  await page.goto('zh/search/');
  const friends: string[] = [];
  let listed = 0;
  for (const { query, page: lesson } of ABSENT) {
    await typeSearch(page, query);
    // Within its module, so that no better page can push the false friend out of the list.
    const [module = ''] = lesson.split('/');
    await page.locator('.recall-search__module').selectOption(module);
    await expect(page.locator(`.recall-search[data-scope="all ${module}"]`)).toHaveAttribute(
      'data-settled',
      query,
    );
    const { lessons } = await readHits(page);
    listed += lessons.length;
    if (lessons.includes(lesson)) friends.push(`${query}: ${lesson}`);
    await page.locator('.recall-search__module').selectOption('');
  }
  console.info(`${ABSENT.length - friends.length} of ${ABSENT.length} absences kept, ${listed} pages listed`);
  expect(friends).toEqual([]);
  expect(listed).toBeGreaterThan(ABSENT.length);
});

/** Concepts by id and lessons by path, in the order in which they are shown. */
async function readHits(page: Page): Promise<{ concepts: string[]; lessons: string[] }> {
  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const concepts = await hrefs('.recall-search__concept');
  const lessons = await hrefs('.recall-search__lesson > a:first-child');
  return {
    concepts: concepts.map((href) => href.split('#note-')[1] ?? ''),
    lessons: lessons.map((href) => href.replace(/^.*?\/(?:zh|en)\//, '').replace(/\/$/, '')),
  };
}
