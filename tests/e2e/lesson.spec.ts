import type { Page } from '@playwright/test';
import type { EventDraft, Instant, Interval, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, ItemId, WriterId } from '../../src/format/id.ts';
import { foldLog, recallOf } from '../../src/scheduler/index.ts';
import { formatEventId, keyOfEventId } from '../../src/store/event-id.ts';
import { formatRecord } from '../../src/store/record.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { LANGUAGES } from './study.ts';

const [zh, en] = LANGUAGES;
const DAY = 86_400_000;
/** 2026-11-23, nine in the morning in Shanghai. */
const NOW: Instant = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };
const PATH = zh.lesson.path;

/** What a learner did: of 15 cards of the lesson one is fading, one in its steps, two known, one suspended, ten new. */
const LOG: readonly LearnerEvent[] = [
  answer('paravirtualization.meaning', 30 * DAY, { days: 10 }),
  answer('paravirtualization.name', DAY, { days: 8 }),
  answer('para-what-changes', DAY, { days: 20 }),
  answer('para-hypercall-vs-trap', 2 * DAY, { days: 20 }),
  answer('para-no-recompile', 5 * 60_000, { minutes: 10 }),
  { ...ago(DAY / 2), type: 'card.suspended' as const, item: 'para-hypercall-vs-trap' as ItemId },
].map((draft, index) => withId(draft, index + 1));

const LEARNT = [
  'paravirtualization.meaning',
  'paravirtualization.name',
  'para-what-changes',
  'para-no-recompile',
];

test('without a log the end of a lesson is complete, and none of the study’s code or data is loaded', async ({
  page,
}) => {
  await page.goto(`zh/${PATH}/`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: '本页有 15 张卡片' })).toBeVisible();
  await expect(page.getByRole('link', { name: '开始学这 15 张' })).toHaveAttribute(
    'href',
    `/zh/review/#lesson=${PATH}`,
  );
  await expect(page.getByRole('link', { name: '做本课的题' })).toHaveAttribute(
    'href',
    `/zh/practice/#lesson=${PATH}`,
  );
  await expect(page.locator('.recall-mark')).toHaveCount(0);
  // The worker fetches everything for offline use; the page itself asks for nothing of the study.
  const own = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(own.filter((path) => /show-lesson|lesson-marks|deck\.json|study/.test(path))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the end of a lesson offers its cards', async ({ page }) => {
    await page.goto(`en/${PATH}/`);
    await expect(page.getByRole('heading', { name: '15 cards from this page' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Start these 15 cards' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Review the cards of this page' })).toBeHidden();
  });
});

test('a learner sees what the scheduler says, and nothing moves when it comes', async ({ page }) => {
  await keepShifts(page);
  await openLesson(page, en.locale);
  const schedule = foldLog(LOG, NOW);
  const recalls = LEARNT.map((id) => recallOf(schedule, id as ItemId, NOW) ?? 0);
  const percent = Math.round((recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length) * 100);
  const counts = page.locator('.recall-lesson-cards__counts strong');
  await expect(counts).toHaveText(['10', '2', '2']);
  await expect(page.getByText(`you would recall about ${percent}% now`)).toBeVisible();
  await expect(page.getByText('next due in 7 d')).toBeVisible();
  await expect(page.getByText('1 suspended')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Review the 2 due cards' })).toBeVisible();
  expect(await readShifts(page)).toBeLessThan(0.001);
});

test.describe('on a small screen, at the end of the page', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the figures come into room that was kept for them', async ({ page }) => {
    await keepShifts(page);
    for (const { locale } of LANGUAGES) {
      await openLesson(page, locale, LOG, `${PATH}/#recall-lesson-cards-title`);
      await expect(page.locator('.recall-lesson-cards__figures')).toBeInViewport();
      expect(await readShifts(page), locale).toBeLessThan(0.001);
    }
  });
});

test('each term and card bears the mark of its state, in shape and in words', async ({ page }) => {
  await openLesson(page, zh.locale);
  const mark = (anchor: string) =>
    page.locator(`dt#${anchor} .recall-mark, .recall-note:has(#${anchor}) .recall-mark`);
  await expect(mark('note-paravirtualization')).toHaveAccessibleName('2 张卡片，其中 1 张快忘了');
  await expect(mark('note-para-what-changes')).toHaveAccessibleName('卡片：已掌握');
  await expect(mark('note-para-no-recompile')).toHaveAccessibleName('卡片：学习中');
  await expect(mark('note-hypercall')).toHaveAccessibleName('卡片：没学过');
  await expect(mark('note-para-hypercall-vs-trap')).toHaveAccessibleName('卡片：已暂停');
  await expect(mark('note-para-what-changes')).toHaveAttribute(
    'title',
    /^卡片：已掌握 · .*\d+%.* · 19 天后复习$/,
  );
  const shapes = await page
    .locator('.recall-mark')
    .evaluateAll((marks) => new Set(marks.map((element) => element.querySelector('svg')?.innerHTML)).size);
  expect(shapes).toBe(5);
  // Beside the text, not over it, and within the screen.
  for (const box of await boxesOf(page)) expect(box.left).toBeGreaterThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a row of a fact table bears one mark for its cells, and says how many are in which state', async ({
  page,
}) => {
  const log = [withId(answer('virtualization-types.binary-translation.sensitive', DAY, { days: 10 }), 1)];
  await openLesson(page, en.locale, log, 'types/comparison/');
  const mark = page.locator('.recall-facts tbody tr').first().locator('.recall-mark');
  await expect(mark).toHaveAccessibleName('6 cards, 5 of them: New');
  await mark.click();
  const rows = page.getByRole('dialog').getByRole('listitem');
  await expect(rows).toHaveText([/Known.*due in 9 d/, /New.*× 5$/]);
  await expect(rows.first().getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    '/en/cards/#virtualization-types.binary-translation.sensitive',
  );
});

test('a card is suspended from its mark, taken back, and the figures follow', async ({ page }) => {
  await openLesson(page, en.locale);
  const mark = page.locator('.recall-note .recall-mark').first();
  await expect(mark).toHaveAccessibleName('Card: Known');
  await mark.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'State of the card' });
  await expect(dialog.getByText('due in 19 d')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Review now' })).toHaveAttribute('href', /#lesson=/);
  await dialog.getByRole('button', { name: 'Suspend this card' }).click();
  await expect(dialog.getByRole('status')).toContainText('Suspended');
  await expect(mark).toHaveAccessibleName('Card: Suspended');
  await expect(page.getByText('2 suspended')).toBeVisible();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Taken back.');
  await expect(mark).toHaveAccessibleName('Card: Known');
  await expect(page.getByText('1 suspended')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(mark).toBeFocused();
});

test('marks follow what is done in another tab', async ({ page, context }) => {
  await openLesson(page, en.locale);
  const other = await context.newPage();
  await openLesson(other, en.locale);
  const [first, same] = [page, other].map((tab) => tab.locator('.recall-note .recall-mark').first());
  await same?.click();
  await other.getByRole('button', { name: 'Suspend this card' }).click();
  await expect(first as NonNullable<typeof first>).toHaveAccessibleName('Card: Suspended');
});

test('a setting turns the marks off, and the figures stay', async ({ page }) => {
  const off = { ...ago(1000), type: 'settings.changed', name: 'margin-marks', value: false } as const;
  await openLesson(page, zh.locale, [...LOG, withId(off, 99)]);
  await expect(page.locator('.recall-lesson-cards__counts strong')).toHaveText(['10', '2', '2']);
  await expect(page.locator('.recall-mark')).toHaveCount(0);
});

for (const { locale } of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('a learner’s lesson has no accessibility violation, with a mark opened or not', async ({
        page,
      }) => {
        await openLesson(page, locale);
        await expect(page.locator('.recall-mark')).toHaveCount(11);
        expect(await findViolations(page)).toEqual([]);
        await page.locator('.recall-mark').first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findViolations(page)).toEqual([]);
      });
    });
  }
}

/** Opens the lesson as someone with this log, at {@link NOW}. */
async function openLesson(page: Page, locale: string, log = LOG, path = `${PATH}/`): Promise<void> {
  await page.clock.setFixedTime(NOW.at);
  const entries = log.map((event) => [`recall:/${keyOfEventId(event.id)}`, formatRecord(event)] as const);
  await page.addInitScript((rows) => {
    for (const [key, text] of rows) localStorage.setItem(key, text);
  }, entries);
  await page.goto(`${locale}/${path}`);
  await expect(page.locator('.recall-lesson-cards__counts')).toBeVisible();
}

async function boxesOf(page: Page) {
  return page
    .locator('.recall-mark')
    .evaluateAll((marks) => marks.map((mark) => ({ left: mark.getBoundingClientRect().left })));
}

/** Sums up how far the page's content moves by itself. */
async function keepShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const total = { shift: 0 };
    Object.assign(window, { total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function readShifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve((window as unknown as { total: { shift: number } }).total.shift), 100),
        ),
      ),
  );
}

function ago(milliseconds: number): Instant {
  return { ...NOW, at: NOW.at - milliseconds };
}

function answer(card: string, milliseconds: number, interval: Interval): EventDraft {
  return {
    ...ago(milliseconds),
    type: 'card.reviewed',
    card: card as CardId,
    grade: 3,
    interval,
    durationMs: 4000,
  };
}

function withId(draft: EventDraft, number: number): LearnerEvent {
  return { ...draft, id: formatEventId(draft.at, 'aaaaaaaaaa' as WriterId, number) } as LearnerEvent;
}
