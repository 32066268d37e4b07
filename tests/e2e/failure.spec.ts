import { QUESTION_ANCHOR_PREFIX } from '../../src/format/anchor.ts';
import { expect, test } from './console.ts';
import { cardOf, fill, handOf, idOn, loadQuestion, rightAnswer } from './questions.ts';

// What the worker has kept does not fail; what is asked here is what the pages make of a site that does.
test.use({
  serviceWorkers: 'block',
  allowedMessages: [/Service Worker registration blocked|Failed to load resource/],
});

const LESSON_DECKS = /\/recall\/zh\/.+\/.+\.json$/;

test('an exam whose course has changed says so, and goes on with its answers once it is loaded anew', async ({
  page,
  request,
}) => {
  const card = page.locator('.recall-question');
  await page.goto('zh/exam/');
  await page.getByLabel('题数').selectOption('10');
  await page.getByRole('button', { name: '开始测试' }).click();
  await expect(card).toContainText('第 1 题，共 10 题');
  const { text } = await loadQuestion(request, 'zh', await idOn(card));
  await fill(handOf(page, false), card, text, rightAnswer(text));
  await expect(page.locator('.recall-sheet__answered')).toHaveCount(1);

  // The lessons that it was made of have moved.
  await page.route(LESSON_DECKS, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('课程刚刚更新了');
  await page.unroute(LESSON_DECKS);
  await page.getByRole('button', { name: '重新载入' }).click();
  await expect(card).toContainText('第 1 题，共 10 题');
  await expect(page.locator('.recall-sheet__answered')).toHaveCount(1);
});

test('a quiz that cannot be answered in its lesson stays to be read, says why, and tries again', async ({
  page,
}) => {
  await page.route(/\/recall\/deck\.json$/, (route) => route.abort());
  await page.goto('en/types/paravirtualization/');
  const quiz = page.locator('.recall-quiz').first();
  const first = await quiz.locator('li[id]').first().getAttribute('id');
  await page.mouse.wheel(0, 100);
  await quiz.scrollIntoViewIfNeeded();
  await expect(quiz.getByRole('alert')).toContainText('cannot be answered just now');
  await expect(quiz.locator('li[id]').first()).toBeVisible();
  await page.unroute(/\/recall\/deck\.json$/);
  await quiz.getByRole('button', { name: 'Try again' }).click();
  await expect(cardOf(page, first?.slice(QUESTION_ANCHOR_PREFIX.length) ?? '')).toBeVisible();
  await expect(quiz.getByRole('alert')).toHaveCount(0);
});

for (const [screen, script, root] of [
  ['review', 'review', '#recall-review'],
  ['settings', 'settings', '#recall-settings'],
  ['search', 'SearchPage', '#recall-search-page'],
] as const) {
  test(`the ${screen} screen says so if its own script cannot be had, and loads anew`, async ({ page }) => {
    const file = new RegExp(`/_astro/${script}\\.[^/]+\\.js$`);
    await page.route(file, (route) => route.fulfill({ status: 404 }));
    await page.goto(`en/${screen}/`);
    await expect(page.getByRole('alert')).toContainText('could not be read');
    await expect(page.locator(`${root} > p`)).toBeHidden();
    await page.unroute(file);
    await page.getByRole('button', { name: 'Load it anew' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator(root).getByRole('button').first()).toBeVisible();
  });
}
