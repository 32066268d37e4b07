import type { Page } from '@playwright/test';
import { ABSENT, ASKED, EXPECTED } from '../search/queries.ts';
import { type Rank, rankFigures } from '../search/rank-figures.ts';
import { expect, test } from './console.ts';
import { typeSearch } from './study.ts';

for (const locale of ['zh', 'en'] as const) {
  test(`the search specification in ${locale}: what people type brings what they mean`, async ({ page }) => {
    test.setTimeout(240_000);
    const queries = EXPECTED.filter((each) => each.locale === locale);
    const found = await findAll(page, locale, queries);
    const figures = measure(
      locale,
      queries.map(({ query, concept, page: lesson }, at) => {
        const { concepts = [], lessons = [] } = found[at] ?? {};
        const place = concept === undefined ? lessons.indexOf(lesson ?? '') : concepts.indexOf(concept);
        return { query, wanted: concept ?? lesson ?? '', rank: place + 1 };
      }),
    );
    expect(figures.recallAt3, figures.misses).toBeGreaterThanOrEqual(0.98);
    expect(figures.meanReciprocalRank, figures.misses).toBeGreaterThanOrEqual(0.96);
  });

  test(`the search specification in ${locale}: a question brings a page that answers it`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const queries = ASKED.filter((each) => each.locale === locale);
    expect(queries.length).toBeGreaterThanOrEqual(30);
    const found = await findAll(page, locale, queries);
    const figures = measure(
      `${locale}, questions`,
      queries.map(({ query, pages }, at) => {
        const place = found[at]?.lessons.findIndex((lesson) => pages.includes(lesson)) ?? -1;
        return { query, wanted: pages[0] ?? '', rank: place + 1 };
      }),
    );
    expect(figures.recallAt3, figures.misses).toBeGreaterThanOrEqual(0.75);
    expect(figures.meanReciprocalRank, figures.misses).toBeGreaterThanOrEqual(0.64);
  });
}

/** The figures of queries, which are printed, too. */
function measure(name: string, ranks: readonly Rank[]) {
  const figures = rankFigures(ranks);
  const { recallAt3, meanReciprocalRank, misses } = figures;
  console.info(
    `${name}: ${ranks.length} queries, recall@3 ${recallAt3.toFixed(3)}, MRR ${meanReciprocalRank.toFixed(3)}; not first:\n${misses || 'none'}`,
  );
  return figures;
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

/** What each query finds, typed one after the other within the page: asking it from here takes longer than it. */
async function findAll(page: Page, locale: string, queries: readonly { readonly query: string }[]) {
  await page.goto(`${locale}/search/`);
  await typeSearch(page, 'x');
  const found = await page.evaluate(
    async (all) => {
      const field = document.querySelector<HTMLInputElement>('.recall-search__field');
      const panel = document.querySelector('.recall-search');
      if (!field || !panel) throw new Error('No search');
      const hrefs = (selector: string) =>
        Array.from(document.querySelectorAll(selector), (link) => link.getAttribute('href') ?? '');
      const results = [];
      for (const query of all) {
        field.value = query;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        while (panel.getAttribute('data-settled') !== query) await new Promise((go) => setTimeout(go, 10));
        results.push({
          concepts: hrefs('.recall-search__concept'),
          lessons: hrefs('.recall-search__lesson > a:first-child'),
        });
      }
      return results;
    },
    queries.map(({ query }) => query),
  );
  return found.map(toHits);
}

/** Concepts by id and lessons by path, in the order in which they are shown. */
async function readHits(page: Page): Promise<Hits> {
  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return toHits({
    concepts: await hrefs('.recall-search__concept'),
    lessons: await hrefs('.recall-search__lesson > a:first-child'),
  });
}

function toHits({ concepts, lessons }: Hits): Hits {
  return {
    concepts: concepts.map((href) => href.split('#note-')[1] ?? ''),
    lessons: lessons.map((href) => href.replace(/^.*?\/(?:zh|en)\//, '').replace(/\/$/, '')),
  };
}

interface Hits {
  readonly concepts: string[];
  readonly lessons: string[];
}
