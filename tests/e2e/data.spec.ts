import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import {
  answerCards,
  answerFast,
  chooseFile,
  DAY,
  downloadBackup,
  keptOf,
  MORNING,
  openData,
  openProfile,
  WORDS,
} from './data.ts';
import { answerByKeyboard, LANGUAGES, leftOf, openReview } from './study.ts';

const [, en] = LANGUAGES;

for (const language of LANGUAGES) {
  const words = WORDS[language.locale];
  test.describe(language.locale, () => {
    test('the page says what is kept, how safely, and when it was backed up', async ({ page }) => {
      await openData(page, language);
      await expect(page.getByText(words.none)).toBeVisible();
      await answerCards(page, language, '3334');
      await openData(page, language);
      await expect.poll(() => keptOf(page, language)).toBe(4);
      await expect(page.getByText(words.safe)).toBeVisible();
      await expect(page.getByText(words.never)).toBeVisible();
      const { name, text } = await downloadBackup(page, language);
      expect(name).toMatch(/^[a-z]+-backup-\d{4}-\d\d-\d\d\.json$/);
      expect(JSON.parse(text)).toMatchObject({ format: 'recall-backup', count: 4 });
      await expect(page.getByText(words.today, { exact: true })).toBeVisible();
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(colorScheme, () => {
        test.use({ colorScheme });
        test('the page has no accessibility violation, with a preview and a refusal either', async ({
          page,
        }) => {
          await answerCards(page, language, '34');
          await openData(page, language);
          expect(await findViolations(page), 'page').toEqual([]);
          const { text } = await downloadBackup(page, language);
          await chooseFile(page, 'backup.json', text.replace('"count": 2', '"count": 3'));
          await expect(page.getByText(words.altered)).toBeVisible();
          expect(await findViolations(page), 'preview').toEqual([]);
          await chooseFile(page, 'other.json', '[]');
          await expect(page.getByText(words.unchanged)).toBeVisible();
          expect(await findViolations(page), 'refusal').toEqual([]);
        });
      });
    }

    test('a file is previewed, merged, taken back, and merged again', async ({ page, browser, baseURL }) => {
      const other = await openProfile(browser, baseURL);
      await answerCards(other.page, language, '343');
      await openData(other.page, language);
      const { text } = await downloadBackup(other.page, language);
      await other.close();

      await answerCards(page, language, '4');
      await openData(page, language);
      await chooseFile(page, 'backup.json', text.replace('"events": [', '"events": [\n  "torn",'));
      const preview = page.locator('.recall-data__panel');
      for (const line of [words.adds(3), words.known(0), words.unreadable(1), words.altered]) {
        await expect(preview).toContainText(line);
      }
      await expect.poll(() => keptOf(page, language), 'nothing is merged before it is told').toBe(1);
      await page.getByRole('button', { name: words.merge }).click();
      await expect(preview).toContainText(language.saved);
      await expect.poll(() => keptOf(page, language)).toBe(4);

      await preview.getByRole('button', { name: words.takeBack }).click();
      await expect(preview).toContainText(words.takenBack);
      await expect.poll(() => keptOf(page, language)).toBe(1);
      await page.reload();
      await expect.poll(() => keptOf(page, language)).toBe(1);

      await chooseFile(page, 'backup.json', text);
      await page.getByRole('button', { name: words.merge }).click();
      await expect(preview).toContainText(language.saved);
      await page.reload();
      await expect.poll(() => keptOf(page, language)).toBe(4);
      await chooseFile(page, 'backup.json', text);
      await expect(preview).toContainText(words.known(3));
      await expect(page.getByRole('button', { name: words.merge })).toBeHidden();
    });

    test('everything is deleted after a word was typed, in another tab, too', async ({ page, context }) => {
      await answerCards(page, language, '44');
      const review = await context.newPage();
      await openReview(review, language);
      const left = await leftOf(review);
      await openData(page, language);
      const erase = page.getByRole('button', { name: words.erase });
      await expect(erase).toBeDisabled();
      await page.getByRole('textbox', { name: words.word }).fill(words.word);
      await erase.click();
      await expect(page.getByText(words.erased(2))).toBeVisible();
      await expect(page.getByText(words.none)).toBeVisible();
      await expect.poll(() => leftOf(review)).toBe(left + 2);
      const keys = await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith('recall:')),
      );
      expect(keys).toEqual(['recall:/era']);

      await answerByKeyboard(review, language, '4');
      await page.reload();
      await expect.poll(() => keptOf(page, language)).toBe(1);
    });

    test('after 20 answers and 7 days without a backup it is called to mind, once a day', async ({
      page,
      context,
    }) => {
      await context.clock.setFixedTime(MORNING);
      await answerCards(page, language, '4'.repeat(20));
      await context.clock.setFixedTime(MORNING + 6 * DAY);
      await page.goto(`${language.locale}/`);
      await expect(page.locator('.recall-today__figures strong').first()).toBeVisible();
      const reminder = page.getByText(words.reminder(20));
      await expect(reminder).toBeHidden();
      const modules = page.locator('.recall-modules');
      const place = await modules.boundingBox();
      await context.clock.setFixedTime(MORNING + 7 * DAY);
      await page.reload();
      await expect(reminder).toBeVisible();
      expect(await modules.boundingBox()).toEqual(place);
      await page.getByRole('button', { name: words.later }).click();
      await page.reload();
      await expect(page.locator('.recall-today__figures strong').first()).toBeVisible();
      await expect(reminder).toBeHidden();
      await context.clock.setFixedTime(MORNING + 8 * DAY);
      await page.reload();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.download }).click(),
      ]);
      await file.path();
      await page.reload();
      await expect(page.locator('.recall-today__figures strong').first()).toBeVisible();
      await expect(reminder).toBeHidden();
    });

    test('at the end of a review a backup that is due is called to mind', async ({ page, context }) => {
      test.slow();
      await context.clock.setFixedTime(MORNING);
      await openReview(page, language);
      await answerFast(page, '4', 20);
      await context.clock.setFixedTime(MORNING + 8 * DAY);
      await openReview(page, language);
      await answerFast(page, '4', Number.POSITIVE_INFINITY);
      await expect(page.locator('.recall-review__finished')).toBeVisible();
      const reminder = page.locator('.recall-reminder');
      await expect(reminder).toBeVisible();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        reminder.getByRole('button', { name: words.download }).click(),
      ]);
      await file.path();
      await expect(page.getByRole('status').filter({ hasText: '✓' }).first()).toBeVisible();
      await page.reload();
      await expect(page.locator('.recall-review__finished')).toBeVisible();
      await expect(reminder).toBeHidden();
    });
  });
}

test('a file can be dropped anywhere on the card', async ({ page, browser, baseURL }) => {
  const other = await openProfile(browser, baseURL);
  await answerCards(other.page, en, '34');
  await openData(other.page, en);
  const { text } = await downloadBackup(other.page, en);
  await other.close();
  await openData(page, en);
  const files = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([contents], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page
    .getByRole('heading', { name: 'Restore and merge' })
    .dispatchEvent('drop', { dataTransfer: files });
  await expect(page.locator('.recall-data__panel')).toContainText(WORDS.en.adds(2));
});
