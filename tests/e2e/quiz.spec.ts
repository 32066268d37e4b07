import type { Locator, Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import {
  cardOf,
  fill,
  findQuizOfEveryForm,
  handOf,
  idOn,
  listLessons,
  loadQuestion,
  loadQuiz,
  openQuiz,
  rightAnswer,
  wrongAnswer,
} from './questions.ts';
import { frontOf, LANGUAGES, type Language, leftOf, openReview, waitForOffline } from './study.ts';

const [zh, en] = LANGUAGES;
const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const MINUTE = 60_000;
const DAY = 86_400_000;

const WORDS = {
  zh: {
    answer: '提交答案',
    dontKnow: '不知道',
    right: '✓ 答对了 · 得分 100%',
    wrong: '✗ 答错了 · 得分 0%',
    again: '再做一次',
    next: '下一题',
    count: '题数',
    startPractice: '开始练习',
    startExam: '开始测试',
    place: (place: number, count: number) => `第 ${place} 题，共 ${count} 题`,
    handIn: '交卷',
    open: (count: number) => `还有 ${count} 题没答`,
    result: '结果',
    score: (score: number, right: number, of: number) => `得分 ${score}%，${of} 题中全对 ${right} 题`,
    another: '再来一组',
  },
  en: {
    answer: 'Answer',
    dontKnow: 'I don’t know',
    right: '✓ Right · Score 100%',
    wrong: '✗ Wrong · Score 0%',
    again: 'Try again',
    next: 'Next',
    count: 'Number of questions',
    startPractice: 'Start practising',
    startExam: 'Start the exam',
    place: (place: number, count: number) => `Question ${place} of ${count}`,
    handIn: 'Hand in',
    open: (count: number) => `${count} still open`,
    result: 'Result',
    score: (score: number, right: number, of: number) => `Score ${score}%: ${right} of ${of} wholly right`,
    another: 'Another round',
  },
};

for (const language of LANGUAGES) {
  const { locale } = language;
  const words = WORDS[locale];

  test(`in a lesson in ${locale} every kind of question is answered, by keys alone or by touch`, async ({
    page,
    request,
    hasTouch,
  }) => {
    const hand = handOf(page, hasTouch);
    const { lesson, questions } = await findQuizOfEveryForm(request, locale);
    await openQuiz(page, locale, lesson);
    for (const { id, text } of questions) {
      const card = cardOf(page, id);
      // The way through the lesson's links is not what is tested.
      await card.focus();
      await fill(hand, card, text, rightAnswer(text));
      await hand.press(button(card, words.answer));
      await expect(card.locator('.recall-verdict')).toHaveText(words.right);
      await expect(card.locator('.recall-feedback')).toBeFocused();

      await hand.press(button(card, words.again));
      await expect(card).toBeFocused();
      await fill(hand, card, text, wrongAnswer(text));
      await hand.press(button(card, words.answer));
      await expect(card.locator('.recall-verdict')).toHaveText(words.wrong);
    }
  });

  test(`an exam in ${locale} goes on after a reload, with its answers and its clock, to a result that stays`, async ({
    page,
    request,
    hasTouch,
  }) => {
    const hand = handOf(page, hasTouch);
    const card = page.locator('.recall-question');
    const answer = async () => {
      const { text } = await loadQuestion(request, locale, await idOn(card));
      await fill(hand, card, text, rightAnswer(text));
    };
    const place = (number: number) => expect(card).toContainText(words.place(number, 10));

    await page.clock.setFixedTime(MORNING);
    await startExam(page, language);
    await place(1);
    await answer();
    await hand.press(button(card, words.next));
    await place(2);
    await answer();

    await page.clock.setFixedTime(MORNING + 3 * MINUTE);
    await page.reload();
    await place(2);
    await expect(page.getByRole('timer')).toHaveText('7:00');
    await expect(page.locator('.recall-sheet__answered')).toHaveCount(2);
    await hand.press(button(card, words.next));
    await place(3);
    await answer();

    await button(page, words.handIn).click();
    await expect(page.getByRole('alert').filter({ hasText: words.open(7) })).toBeVisible();
    await button(page, words.handIn).click();
    const score = page.locator('.recall-result__score');
    await expect(page.getByRole('heading', { name: words.result, exact: true })).toBeFocused();
    await expect(score).toHaveText(words.score(30, 3, 10));
    await expect(card).toHaveCount(7);
    await expect(page.locator('.recall-result__open')).toContainText('7');
    await page.reload();
    await expect(score).toHaveText(words.score(30, 3, 10));
    await button(page, words.another).click();
    await expect(button(page, words.startExam)).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('an answered quiz, practice and exam have no accessibility violation', async ({
        page,
        request,
      }) => {
        const { lesson, questions } = await findQuizOfEveryForm(request, locale);
        await openQuiz(page, locale, lesson);
        for (const [index, { id }] of questions.entries()) {
          await button(cardOf(page, id), words.dontKnow).click();
          await expect(page.locator('.recall-verdict')).toHaveCount(index + 1);
        }
        expect(await findViolations(page), 'answered quiz').toEqual([]);

        await page.goto(`${locale}/practice/`, { waitUntil: 'networkidle' });
        expect(await findViolations(page), 'practice').toEqual([]);
        await button(page, words.startPractice).click();
        await expect(page.locator('.recall-question')).toBeVisible();
        expect(await findViolations(page), 'question').toEqual([]);

        await startExam(page, language);
        await expect(page.locator('.recall-question')).toBeVisible();
        expect(await findViolations(page), 'exam').toEqual([]);
        await button(page, words.handIn).click();
        await button(page, words.handIn).click();
        await expect(page.locator('.recall-question')).toHaveCount(10);
        expect(await findViolations(page), 'result').toEqual([]);
      });
    });
  }
}

test('hints come one by one, say what they cost, and break no rule', async ({ page, request }) => {
  const { locale } = en;
  for (const lesson of await listLessons(request)) {
    const question = (await loadQuiz(request, locale, lesson)).find(({ text }) => text.hints.length > 0);
    if (!question) continue;
    await openQuiz(page, locale, lesson);
    const card = cardOf(page, question.id);
    const status = card.locator('.recall-hints [role="status"]');
    await expect(status).toBeEmpty();
    expect(await findViolations(page), 'closed').toEqual([]);
    const { length } = question.text.hints;
    const more = card.locator('.recall-hints').getByRole('button');
    await expect(more).toContainText(`${length} left`);
    await more.click();
    await expect(status.locator('li')).toHaveCount(1);
    await expect(status).toContainText('Hint 1');
    await expect(more).toHaveCount(length > 1 ? 1 : 0);
    expect(await findViolations(page), 'opened').toEqual([]);
    return;
  }
  throw new Error('Inconsistent: no question of the course has a hint.');
});

test.describe('with what is kept for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a question answered without a network is kept', async ({ page, context, request, hasTouch }) => {
    const { locale } = en;
    const hand = handOf(page, hasTouch);
    const [lesson = ''] = await listLessons(request);
    const [question] = await loadQuiz(request, locale, lesson);
    if (!question) throw new Error(`Inconsistent: ${lesson} asks nothing.`);
    const card = cardOf(page, question.id);
    const answer = async () => {
      await openQuiz(page, locale, lesson);
      await card.focus();
      await fill(hand, card, question.text, rightAnswer(question.text));
      await hand.press(button(card, WORDS.en.answer));
      await expect(card.locator('.recall-verdict')).toHaveText(WORDS.en.right);
    };
    await page.goto(`${locale}/`);
    await waitForOffline(page, locale);
    await context.setOffline(true);
    await answer();
    await expect(card.locator('.recall-past')).toHaveCount(0);
    await page.reload();
    await answer();
    // The answer before the reload and the one after it.
    await expect(card.locator('.recall-past summary')).toContainText('2');
  });
});

test('a wrong answer brings the card that it tests back today', async ({ page, request }) => {
  const { locale } = zh;
  const [lesson = ''] = await listLessons(request);
  const questions = await loadQuiz(request, locale, lesson);
  await page.clock.setFixedTime(MORNING);
  await openReview(page, zh);
  let found: { readonly front: string; readonly question: string } | undefined;
  for (let left = await leftOf(page); left > 0 && !found; left--) {
    const front = await frontOf(page);
    await page.keyboard.press('Space');
    const source = await page.getByRole('link', { name: zh.source }).getAttribute('href');
    const question = questions.find(({ note }) => source?.endsWith(`#note-${note}`))?.id;
    if (question) found = { front, question };
    await page.keyboard.press('4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
    await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
  }
  if (!found) throw new Error('Inconsistent: no card of the first day is tested by a question.');

  await page.clock.setFixedTime(MORNING + DAY);
  await openReview(page, zh);
  await expect(page.locator('.recall-review__new')).toBeVisible();
  const before = await leftOf(page);
  await openQuiz(page, locale, lesson);
  await button(cardOf(page, found.question), WORDS.zh.dontKnow).click();
  await expect(cardOf(page, found.question).locator('.recall-verdict')).toHaveText(WORDS.zh.wrong);

  await openReview(page, zh);
  // The question itself comes once more, too.
  await expect.poll(() => leftOf(page)).toBe(before + 2);
  await walkTo(page, found.front);
});

/** A button by its whole name, on a page or in a part of it. */
function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('button', { name, exact: true });
}

/** Starts an exam of ten questions over the whole course. */
async function startExam(page: Page, { locale }: Language): Promise<void> {
  const words = WORDS[locale];
  await page.goto(`${locale}/exam/`);
  await page.getByLabel(words.count).selectOption('10');
  await button(page, words.startExam).click();
}

/** Grades new cards until a known one comes, which must have this front. */
async function walkTo(page: Page, front: string): Promise<void> {
  for (let left = await leftOf(page); left > 0; left--) {
    await expect(page.locator('.recall-review__front, .recall-question').first()).toBeVisible();
    const isNew = (await page.locator('.recall-review__new').count()) > 0;
    if (!isNew && (await page.locator('.recall-review__front').count()) > 0) break;
    // The last card shows until the next one has arrived, and takes no second grade.
    await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: zh.good })).toBeVisible();
    await page.keyboard.press('4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  await expect.poll(() => frontOf(page)).toBe(front);
}
