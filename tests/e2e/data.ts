import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, watchContext } from './console.ts';
import { answerByKeyboard, LANGUAGES, type Language, openReview } from './study.ts';

const [zh] = LANGUAGES;

export const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
export const DAY = 86_400_000;

export const WORDS = {
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

export async function openData(page: Page, { locale }: Language): Promise<void> {
  await page.goto(`${locale}/data/`);
  await expect(page.locator('.recall-data__card').first()).toBeVisible();
}

export async function keptOf(page: Page, { locale }: Language): Promise<number> {
  const text = await page.locator('.recall-data__count').textContent();
  return Number(WORDS[locale].kept.exec(text?.trim() ?? '')?.[1] ?? 0);
}

/** Gives one answer per digit in the daily review. */
export async function answerCards(page: Page, language: Language, grades: string): Promise<void> {
  await openReview(page, language);
  for (const grade of grades) await answerByKeyboard(page, language, grade as '1' | '2' | '3' | '4');
}

export async function downloadBackup(
  page: Page,
  { locale }: Language,
): Promise<{ name: string; text: string }> {
  const button = page.getByRole('button', { name: WORDS[locale].download, exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
}

/** A browser profile of its own, as on another device. */
export async function openProfile(browser: Browser, baseURL: string | undefined) {
  if (!baseURL) throw new Error('Inconsistent: the tests have no baseURL.');
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const complaints = watchContext(context, new URL(baseURL).origin);
  const page = await context.newPage();
  return { context, page, complaints, close: () => context.close() };
}

/** Takes all that localStorage has left. */
export async function fillStorage(page: Page): Promise<void> {
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
export async function answerFast(page: Page, grade: '1' | '4', most: number): Promise<number> {
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
export async function outlookOf(page: Page, context: BrowserContext) {
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

export function storedTexts(page: Page): Promise<[string, string][]> {
  return page.evaluate(() => Object.entries({ ...localStorage }).sort());
}

/**
 * What stands in the folder: how many files, and how many events each backup says it holds. The site may replace a file
 * while it is read here: for a moment it is not there, and what was opened before cannot be read any more. Then it is
 * opened again.
 */
export async function folderOf(page: Page): Promise<{ files: number; counts: number[] }> {
  return page.evaluate(async () => {
    const read = async (file: FileSystemFileHandle): Promise<string> => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await (await file.getFile()).text();
        } catch (error) {
          const isReplaced =
            error instanceof DOMException && /^(?:NotReadable|NotFound)Error$/.test(error.name);
          if (!isReplaced || attempt === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 10));
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
