import { open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatVersion } from '../../src/store/version.ts';
import { expect, test } from './console.ts';
import {
  answerCards,
  answerFast,
  chooseFile,
  downloadBackup,
  fillStorage,
  folderOf,
  keptOf,
  MORNING,
  openData,
  openProfile,
  outlookOf,
  storedTexts,
  WORDS,
} from './data.ts';
import { openQuiz } from './questions.ts';
import { answerByKeyboard, LANGUAGES, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;
const ANSWERS_PER_TAB = 200;

for (const language of LANGUAGES) {
  const words = WORDS[language.locale];
  test.describe(language.locale, () => {
    test('with the storage full, answers are kept and it is said; with room again, it is healed', async ({
      page,
    }) => {
      await openReview(page, language);
      await answerByKeyboard(page, language, '4');
      await fillStorage(page);
      await answerByKeyboard(page, language, '4');
      const banner = page.locator('.recall-health');
      await expect(banner).toContainText(words.journalOnly);
      await expect(banner).toContainText(words.storageFull);
      await page.reload();
      await expect(page.getByRole('button', { name: language.show })).toBeVisible();
      await openData(page, language);
      await expect.poll(() => keptOf(page, language)).toBe(2);
      await expect(page.locator('[data-health="journal-only"]')).toBeVisible();

      await page.evaluate(() => localStorage.removeItem('filler'));
      await openReview(page, language);
      await answerByKeyboard(page, language, '4');
      await expect(banner).toBeHidden();
      await openData(page, language);
      await expect(page.getByText(words.safe)).toBeVisible();
      await expect.poll(() => keptOf(page, language)).toBe(3);
    });

    test('nearly full storage is said, and everything is still stored', async ({ page }) => {
      await page.goto(`${language.locale}/glossary/`);
      // Ours, as what could not be read would be: foreign data does not count.
      await page.evaluate(() => localStorage.setItem('recall:/q:e:filler', 'x'.repeat(4_800_000)));
      await openReview(page, language);
      const banner = page.locator('.recall-health');
      await expect(banner).toContainText(words.storageLow);
      await answerByKeyboard(page, language, '4');
      await openData(page, language);
      await expect(page.locator('[data-health="durable"]')).toContainText(words.storageLow);
      await expect.poll(() => keptOf(page, language)).toBe(1);
    });

    test('data of a newer version is left as it is, and can be downloaded', async ({ page }) => {
      await answerCards(page, language, '44');
      await page.evaluate((text) => localStorage.setItem('recall:/version', text), formatVersion(99));
      await openReview(page, language);
      const before = await storedTexts(page);
      const banner = page.locator('.recall-health');
      await expect(banner).toContainText(words.newerVersion);
      await page.keyboard.press('Space');
      await page.keyboard.press('4');
      await expect(page.getByText(language.saved)).toBeHidden();
      expect(await storedTexts(page)).toEqual(before);
      const [file] = await Promise.all([page.waitForEvent('download'), banner.getByRole('button').click()]);
      expect(JSON.parse(await readFile(await file.path(), 'utf8')).count).toBeGreaterThanOrEqual(2);
    });
  });
}

test('two tabs that answer at once lose nothing', async ({ context }) => {
  test.slow();
  const tabs = [await context.newPage(), await context.newPage()];
  await context.clock.setFixedTime(MORNING);
  for (const tab of tabs) await openReview(tab, zh);
  const given = [0, 0];
  for (let round = 1; Math.min(...given) < ANSWERS_PER_TAB && round < 120; round++) {
    // “Again” brings a card back a minute later: the same cards serve for hundreds of answers.
    await context.clock.setFixedTime(MORNING + round * 90_000);
    await Promise.all(
      tabs.map(async (tab, index) => {
        given[index] =
          (given[index] ?? 0) + (await answerFast(tab, '1', ANSWERS_PER_TAB - (given[index] ?? 0)));
      }),
    );
  }
  expect(given).toEqual([ANSWERS_PER_TAB, ANSWERS_PER_TAB]);
  const [first] = tabs;
  if (!first) throw new Error('Inconsistent: no tab');
  await openData(first, zh);
  await expect(first.locator('[data-health="durable"]')).toBeVisible();
  await expect.poll(() => keptOf(first, zh)).toBe(2 * ANSWERS_PER_TAB);
  const { text } = await downloadBackup(first, zh);
  expect(JSON.parse(text).count).toBe(2 * ANSWERS_PER_TAB);
});

test('a flipped byte and a cut text cost two answers; the rest loads, and both stay downloadable', async ({
  page,
}) => {
  await answerCards(page, zh, '34343');
  await page.goto('zh/glossary/');
  // Without the journal nothing can be healed.
  await page.evaluate(() => {
    const [flipped = '', cut = ''] = Object.keys(localStorage).filter((key) => key.startsWith('recall:/e:'));
    const [a = '', b = ''] = [localStorage.getItem(flipped) ?? '', localStorage.getItem(cut) ?? ''];
    localStorage.setItem(flipped, `${a.slice(0, 40)}${a[40] === 'x' ? 'y' : 'x'}${a.slice(41)}`);
    localStorage.setItem(cut, b.slice(0, 30));
    return new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('recall:/journal');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  });
  await openData(page, zh);
  await expect.poll(() => keptOf(page, zh)).toBe(3);
  await expect(page.getByRole('heading', { name: WORDS.zh.quarantine })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载损坏的内容' }).click(),
  ]);
  const { quarantined } = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(quarantined).toHaveLength(2);
});

test.describe('storage that throws', () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw Object.assign(new Error('blocked by the test'), { name: 'SecurityError' });
        },
      });
    });
  });

  test('the journal alone keeps the answers', async ({ page }) => {
    await answerCards(page, en, '44');
    await expect(page.locator('.recall-health')).toContainText(WORDS.en.journalOnly);
    await openData(page, en);
    await expect.poll(() => keptOf(page, en)).toBe(2);
    const lastBackup = page.locator('.recall-data__facts dd').nth(1);
    await expect(lastBackup).toContainText(WORDS.en.never);
    await downloadBackup(page, en);
    await expect(lastBackup).toContainText(WORDS.en.today);
    await page.reload();
    await expect(lastBackup).toContainText(WORDS.en.today);
  });

  test('without a journal, too: the review works, and the banner stays until the download', async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { get: () => undefined });
    });
    await openReview(page, en);
    const banner = page.locator('.recall-health');
    await expect(banner).toContainText(WORDS.en.blocked);
    const left = await leftOf(page);
    for (const rest of [left - 1, left - 2]) {
      await page.keyboard.press('Space');
      await page.keyboard.press('4');
      await expect.poll(() => leftOf(page)).toBe(rest);
    }
    await expect(page.getByText(en.saved)).toBeHidden();
    await expect(banner).toBeVisible();
    const [file] = await Promise.all([page.waitForEvent('download'), banner.getByRole('button').click()]);
    expect(JSON.parse(await readFile(await file.path(), 'utf8')).count).toBe(2);
    await expect(banner).toBeHidden();
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    await expect(banner).toBeVisible();

    await openQuiz(page, en.locale, en.lesson.path);
    await page.getByRole('button', { name: 'I don’t know' }).first().click();
    const note = page.getByRole('alert').filter({ hasText: 'Not stored, only in this page' });
    await expect(note).toBeVisible();
    const [answer] = await Promise.all([page.waitForEvent('download'), note.getByRole('button').click()]);
    expect(JSON.parse(await readFile(await answer.path(), 'utf8')).count).toBe(1);
  });
});

test('a backup restored on a second profile gives the same due dates', async ({ browser, baseURL }) => {
  const first = await openProfile(browser, baseURL);
  await first.context.clock.setFixedTime(MORNING);
  await answerCards(first.page, zh, '1234432144');
  await openData(first.page, zh);
  const { text } = await downloadBackup(first.page, zh);
  const second = await openProfile(browser, baseURL);
  await second.context.clock.setFixedTime(MORNING);
  await openData(second.page, zh);
  await chooseFile(second.page, 'backup.json', text);
  await second.page.getByRole('button', { name: WORDS.zh.merge }).click();
  await expect(second.page.locator('.recall-data__panel')).toContainText(zh.saved);
  const outlook = await outlookOf(first.page, first.context);
  expect(outlook.counts.some((count) => count !== outlook.counts[0])).toBe(true);
  expect(await outlookOf(second.page, second.context)).toEqual(outlook);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.close();
  await second.close();
});

const HOSTILE: readonly (readonly [what: string, text: string, reason: string])[] = [
  ['a picture', '\u0089PNG\r\n\u001a\n', '不完整'],
  ['nothing', '', '不完整'],
  ['another app’s JSON', '{"format":"anki","version":1,"cards":[]}', '不是本站的备份'],
  ['a truncated backup', '{"format":"recall-backup","version":1,"count":1,"events":["69', '不完整'],
  [
    'a prototype',
    '{"__proto__":{"polluted":1},"format":"recall-backup","version":1,"count":0,"checksum":"00000000","events":[],"quarantined":[]}',
    '不是本站的备份',
  ],
  [
    'a newer version',
    '{"format":"recall-backup","version":99,"count":0,"checksum":"00000000","events":[],"quarantined":[]}',
    '更新的版本',
  ],
];

test('hostile files are refused with a reason, shown as text, and change nothing', async ({ page }) => {
  await answerCards(page, zh, '4');
  await openData(page, zh);
  const before = await storedTexts(page);
  const name = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>.json';
  for (const [what, text, reason] of HOSTILE) {
    await chooseFile(page, name, text);
    const refusal = page.locator('.recall-data__drop [role="alert"]');
    await expect(refusal, what).toContainText(reason);
    await expect(refusal, what).toContainText(name);
    await expect(refusal, what).toContainText(WORDS.zh.unchanged);
  }
  const script = '<script>window.hacked=1</script>';
  const events = JSON.stringify([script, '__proto__', { script }]);
  await chooseFile(
    page,
    name,
    `{"format":"recall-backup","version":1,"count":1,"checksum":"00000000","events":${events},"quarantined":[{"key":"x","text":"${script}"}]}`,
  );
  await expect(page.locator('.recall-data__panel')).toContainText(WORDS.zh.unreadable(3));

  const large = path.join(tmpdir(), `large-${process.pid}.json`);
  const handle = await open(large, 'w');
  await handle.truncate(500 * 1024 * 1024);
  await handle.close();
  await page.locator('input[type="file"]').setInputFiles(large);
  await expect(page.locator('.recall-data__drop [role="alert"]')).toContainText('文件太大');
  await rm(large);

  expect(await storedTexts(page)).toEqual(before);
  expect(await page.evaluate(() => [Reflect.get(window, 'hacked'), Reflect.get({}, 'polluted')])).toEqual([
    undefined,
    undefined,
  ]);
  expect(await page.locator('#recall-data img, #recall-data script').count()).toBe(0);
});

test.describe('a folder that the learner picked', () => {
  test.beforeEach(async ({ context }) => {
    // The browser's private folder is a real one, without the dialogue that only a person can answer.
    await context.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
  });

  test('is kept up to date by the review, shows what other devices left, and can be given up', async ({
    page,
  }) => {
    await answerCards(page, zh, '44');
    await openData(page, zh);
    await page.getByRole('button', { name: WORDS.zh.chooseFolder }).click();
    await expect(page.getByRole('button', { name: WORDS.zh.others })).toBeVisible();
    await expect.poll(() => folderOf(page)).toEqual({ files: 1, counts: [2] });

    await openReview(page, zh);
    await answerByKeyboard(page, zh, '4');
    // The learner leaves before it is quiet.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => folderOf(page)).toEqual({ files: 1, counts: [3] });

    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      for await (const file of folder.values()) {
        if (!(file instanceof FileSystemFileHandle)) continue;
        const copy = await folder.getFileHandle(file.name.replace(/backup-.*/, 'backup-phone1.json'), {
          create: true,
        });
        const writable = await copy.createWritable();
        await writable.write(await (await file.getFile()).text());
        await writable.close();
        return;
      }
    });
    await openData(page, zh);
    await page.getByRole('button', { name: WORDS.zh.others }).click();
    await expect(page.locator('.recall-data__panel')).toContainText(WORDS.zh.known(3));
    await page.getByRole('button', { name: WORDS.zh.folderOff }).click();
    await expect(page.getByRole('button', { name: WORDS.zh.chooseFolder })).toBeVisible();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases).not.toContain('recall:/folder');
  });
});

for (const language of LANGUAGES) {
  const words = WORDS[language.locale];
  test(`a folder that the browser closed is asked for again: ${language.locale}`, async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
      // A private folder is never closed, so only the answer to the question is ours.
      Object.assign(FileSystemDirectoryHandle.prototype, {
        queryPermission: async () => (localStorage.getItem('closed') ? 'prompt' : 'granted'),
        requestPermission: async () => {
          localStorage.removeItem('closed');
          return 'granted';
        },
      });
    });
    await answerCards(page, language, '4');
    await openData(page, language);
    await page.getByRole('button', { name: words.chooseFolder }).click();
    await expect.poll(() => folderOf(page)).toEqual({ files: 1, counts: [1] });
    await page.evaluate(() => localStorage.setItem('closed', 'yes'));
    await answerCards(page, language, '4');
    await openData(page, language);
    await expect(page.getByText(words.asks)).toBeVisible();
    expect(await folderOf(page)).toEqual({ files: 1, counts: [1] });
    await page.goto(`${language.locale}/`);
    await expect(page.locator('.recall-reminder')).toContainText(words.asks);
    await page.locator('.recall-reminder').getByRole('button', { name: words.allow }).click();
    await expect.poll(() => folderOf(page)).toEqual({ files: 1, counts: [2] });
    await expect(page.locator('.recall-reminder')).toBeHidden();
  });
}

test('the browser is asked to keep the data after the tenth answer, once', async ({ page, context }) => {
  await context.addInitScript(() => {
    StorageManager.prototype.persist = async () => {
      localStorage.setItem('asked', `${localStorage.getItem('asked') ?? ''}x`);
      return false;
    };
  });
  const asked = () => page.evaluate(() => localStorage.getItem('asked'));
  await answerCards(page, zh, '4'.repeat(9));
  await openReview(page, zh);
  expect(await asked()).toBeNull();
  await answerByKeyboard(page, zh, '4');
  expect(await asked()).toBe('x');
  await answerCards(page, zh, '44');
  expect(await asked()).toBe('x');
});
