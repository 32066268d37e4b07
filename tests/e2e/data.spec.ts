import { open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { formatVersion } from '../../src/store/version.ts';
import { findViolations } from './axe.ts';
import { expect, test, watchContext } from './console.ts';
import { openQuiz } from './questions.ts';
import { answerByKeyboard, LANGUAGES, type Language, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;
const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const DAY = 86_400_000;

const WORDS = {
  zh: {
    kept: /^共 (\d+) 条作答记录/,
    none: '这台设备上还没有作答记录',
    safe: '每条记录都在这台设备上存了两份',
    journalOnly: '记录改存到浏览器的数据库里',
    storageFull: '浏览器的快速存储已满',
    blocked: '这个浏览器不为本站保存任何数据',
    download: '下载备份',
    never: '还没有备份过',
    today: '今天',
    adds: (count: number) => `新增 ${count} 条作答`,
    known: (count: number) => `${count} 条这里已经有了`,
    unreadable: (count: number) => `忽略 ${count} 条读不出来的`,
    altered: '被改动或损坏过',
    merge: '合并进来',
    takeBack: '撤回这次合并',
    takenBack: '已撤回',
    unchanged: '什么都没有改变',
    quarantine: '读不出来的内容',
    word: '删除',
    erase: '全部删除',
    erased: (count: number) => `已删除 ${count} 条作答记录`,
    reminder: (count: number) => `${count} 条作答还没有备份`,
    later: '今天不再提醒',
    storageLow: '浏览器给本站的空间快用完了',
    newerVersion: '这台设备上的记录来自更新的版本',
    asks: '浏览器要你再次允许',
    allow: '允许写入',
    chooseFolder: '选择文件夹',
    others: '合并其他设备留在这里的备份',
    folderOff: '停止自动备份',
  },
  en: {
    kept: /^(\d+) answers? kept/,
    none: 'Nothing has been answered on this device yet',
    safe: 'Every answer is stored twice on this device',
    journalOnly: 'Your answers go to the browser’s database',
    storageFull: 'The browser’s fast storage is full',
    blocked: 'This browser stores nothing for this site',
    download: 'Download a backup',
    never: 'never',
    today: 'today',
    adds: (count: number) => `adds ${count} answers`,
    known: (count: number) => `${count} are here already`,
    unreadable: (count: number) => `ignores ${count} unreadable`,
    altered: 'changed or damaged since it was written',
    merge: 'Add them',
    takeBack: 'Take this back',
    takenBack: 'Taken back',
    unchanged: 'Nothing was changed',
    quarantine: 'What could not be read',
    word: 'delete',
    erase: 'Delete everything',
    erased: (count: number) => `Deleted: ${count} answers`,
    reminder: (count: number) => `${count} answers exist only in this browser`,
    later: 'Not today',
    storageLow: 'The space that the browser gives this site is nearly full',
    newerVersion: 'The answers on this device come from a newer version',
    asks: 'The browser wants your permission again',
    allow: 'Allow it',
    chooseFolder: 'Choose a folder',
    others: 'Merge what other devices left here',
    folderOff: 'Stop the automatic backup',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language.locale];
  test.describe(language.locale, () => {
    test('the page says what is kept, how safely, and when it was backed up', async ({ page }) => {
      await openData(page, language);
      await expect(page.getByText(words.none)).toBeVisible();
      await answerCards(page, language, '3334');
      await openData(page, language);
      expect(await keptOf(page, language)).toBe(4);
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
      expect(await keptOf(page, language)).toBe(2);
      await expect(page.locator('[data-health="journal-only"]')).toBeVisible();

      await page.evaluate(() => localStorage.removeItem('filler'));
      await openReview(page, language);
      await answerByKeyboard(page, language, '4');
      await expect(banner).toBeHidden();
      await openData(page, language);
      await expect(page.getByText(words.safe)).toBeVisible();
      expect(await keptOf(page, language)).toBe(3);
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
      expect(await keptOf(page, language)).toBe(1);
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
      expect(await keptOf(page, language), 'nothing is merged before it is told').toBe(1);
      await page.getByRole('button', { name: words.merge }).click();
      await expect(preview).toContainText(language.saved);
      expect(await keptOf(page, language)).toBe(4);

      await preview.getByRole('button', { name: words.takeBack }).click();
      await expect(preview).toContainText(words.takenBack);
      expect(await keptOf(page, language)).toBe(1);
      await page.reload();
      expect(await keptOf(page, language)).toBe(1);

      await chooseFile(page, 'backup.json', text);
      await page.getByRole('button', { name: words.merge }).click();
      await expect(preview).toContainText(language.saved);
      await page.reload();
      expect(await keptOf(page, language)).toBe(4);
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
      expect(await keptOf(page, language)).toBe(1);
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
  expect(await keptOf(first, zh)).toBe(2 * ANSWERS_PER_TAB);
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
  expect(await keptOf(page, zh)).toBe(3);
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
    expect(await keptOf(page, en)).toBe(2);
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

const ANSWERS_PER_TAB = 200;

async function openData(page: Page, { locale }: Language): Promise<void> {
  await page.goto(`${locale}/data/`);
  await expect(page.locator('.recall-data__card').first()).toBeVisible();
}

async function keptOf(page: Page, { locale }: Language): Promise<number> {
  const text = await page.locator('.recall-data__count').textContent();
  return Number(WORDS[locale].kept.exec(text?.trim() ?? '')?.[1] ?? 0);
}

/** Gives one answer per digit in the daily review. */
async function answerCards(page: Page, language: Language, grades: string): Promise<void> {
  await openReview(page, language);
  for (const grade of grades) await answerByKeyboard(page, language, grade as '1' | '2' | '3' | '4');
}

async function downloadBackup(page: Page, { locale }: Language): Promise<{ name: string; text: string }> {
  const button = page.getByRole('button', { name: WORDS[locale].download, exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
}

/** A browser profile of its own, as on another device. */
async function openProfile(browser: Browser, baseURL: string | undefined) {
  if (!baseURL) throw new Error('Inconsistent: the tests have no baseURL.');
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const complaints = watchContext(context, new URL(baseURL).origin);
  const page = await context.newPage();
  return { context, page, complaints, close: () => context.close() };
}

/** Takes all that localStorage has left. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let filler = '';
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem('filler', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        // So much does not fit; less may.
      }
    }
  });
}

/** Gives one grade in the page itself, as fast as it shows cards; returns how often before none was left. */
async function answerFast(page: Page, grade: '1' | '4', most: number): Promise<number> {
  return page.evaluate(
    async ([key, limit]) => {
      const press = (key: string) =>
        document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
      const grades = () => document.querySelector('.recall-review__grades');
      const isOver = () => document.querySelector('.recall-review__finished');
      // A key that comes while the other tab takes the card away answers nothing: the page's own count is right.
      const given = () =>
        document.querySelector<HTMLProgressElement>('.recall-review__status progress')?.value ?? 0;
      document.dispatchEvent(new Event('visibilitychange'));
      const before = given();
      let idle = 0;
      while (given() - before < limit && idle < 60) {
        await turn();
        idle += 1;
        if (isOver()) continue;
        if (!grades()) press(' ');
        await turn();
        if (!grades()) continue;
        press(key);
        idle = 0;
        for (let wait = 0; grades() && wait < 200; wait += 1) await turn();
      }
      return given() - before;
    },
    [grade, most] as const,
  );
}

/** What is due on several days, and what the next card's buttons promise. */
async function outlookOf(page: Page, context: BrowserContext) {
  const counts: (string | null)[] = [];
  for (const days of [0, 1, 2, 4, 8, 16, 32, 64]) {
    await context.clock.setFixedTime(MORNING + days * DAY + 3_600_000);
    await page.goto('zh/');
    const due = page.locator('.recall-today__figures strong').first();
    await expect(due).toBeVisible();
    counts.push(await due.textContent());
  }
  await openReview(page, zh);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: zh.good })).toBeVisible();
  return {
    counts,
    front: await page.locator('.recall-review__front').textContent(),
    intervals: await page.locator('.recall-grade__interval').allTextContents(),
  };
}

function storedTexts(page: Page): Promise<[string, string][]> {
  return page.evaluate(() => Object.entries({ ...localStorage }).sort());
}

/**
 * What stands in the folder: how many files, and how many events each backup says it holds. The site may replace a file
 * while it is read here: what was opened before that cannot be read any more, and is opened again.
 */
async function folderOf(page: Page): Promise<{ files: number; counts: number[] }> {
  return page.evaluate(async () => {
    const read = async (file: FileSystemFileHandle): Promise<string> => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await (await file.getFile()).text();
        } catch (error) {
          const isReplaced = error instanceof DOMException && error.name === 'NotReadableError';
          if (!isReplaced || attempt === 20) throw error;
        }
      }
    };
    const counts: number[] = [];
    for await (const file of (await navigator.storage.getDirectory()).values()) {
      if (!(file instanceof FileSystemFileHandle) || !file.name.endsWith('.json')) continue;
      const text = await read(file);
      counts.push(text ? JSON.parse(text).count : 0);
    }
    return { files: counts.length, counts };
  });
}
