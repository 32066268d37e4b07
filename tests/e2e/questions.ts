import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { QUESTION_ANCHOR_PREFIX } from '../../src/format/anchor.ts';
import type { DeckQuestion, LessonDeck, Manifest } from '../../src/format/deck.ts';
import { unpackLesson } from '../../src/format/packed-lesson.ts';
import { unpackManifest } from '../../src/format/packed-manifest.ts';
import type { QuestionText } from '../../src/format/question.ts';
import { expect } from './console.ts';

/** How a learner works the controls of a page. */
export interface Hand {
  /** Radio button or checkbox. */
  pick(control: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  /** Moves an item of an order up, by its own button, so many places. */
  moveUp(button: Locator, places: number): Promise<void>;
  select(field: Locator, value: string): Promise<void>;
  press(button: Locator): Promise<void>;
}

/** An answer in the words of the deck: the keys in order, for a match the right side of each pair by turns. */
export type Answer =
  | { readonly keys: readonly string[] }
  | { readonly truth: boolean }
  | { readonly text: string };

/** The hand that fits the project: fingers where there is a touch screen, else the keyboard alone. */
export function handOf(page: Page, hasTouch: boolean): Hand {
  return hasTouch ? byTouch(page) : byKeyboard(page);
}

/** Opens a lesson and brings its quiz into view, so that it can be answered. */
export async function openQuiz(page: Page, locale: string, lesson: string): Promise<void> {
  await page.goto(`${locale}/${lesson}/`);
  await page.locator('.recall-quiz').first().scrollIntoViewIfNeeded();
  await expect(page.locator('.recall-inline').first()).toBeVisible();
}

/** The card of a question that is one of several on the page. */
export function cardOf(page: Page, id: string): Locator {
  const control = page.locator(`[id^="recall-${id}-P"], [name^="recall-${id}-P"]`);
  return page.locator('.recall-question').filter({ has: control });
}

/** The id of the question on a card. */
export async function idOn(card: Locator): Promise<string> {
  const name = await card
    .locator('fieldset :is(input, select, button, .recall-item__text)')
    .first()
    .evaluate((control) => control.getAttribute('name') || control.id);
  const id = /^recall-(.+)-P\d+-\d+/.exec(name)?.[1];
  if (!id) throw new Error(`Inconsistent: ${name} does not name a question.`);
  return id;
}

/** Fills in an answer; the card, or something before its first control, has the focus. */
export async function fill(hand: Hand, card: Locator, text: QuestionText, answer: Answer): Promise<void> {
  if ('truth' in answer) await hand.pick(card.locator(`input[value="${answer.truth}"]`));
  else if ('text' in answer) await hand.type(card.getByRole('textbox'), answer.text);
  else if (text.kind === 'choice') {
    // From top to bottom, as the Tab key goes.
    const shown = await card
      .locator('fieldset input')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')));
    for (const key of shown)
      if (key && answer.keys.includes(key)) await hand.pick(card.locator(`input[value="${key}"]`));
  } else if (text.kind === 'match') {
    for (const [place, { key }] of text.pairs.entries())
      await hand.select(card.locator(`select[id$="-${key}"]`), answer.keys[place] ?? '');
  } else {
    for (const [place, key] of answer.keys.entries()) {
      const ids = await card.locator('.recall-item__text').evaluateAll((items) => items.map(({ id }) => id));
      const from = ids.findIndex((id) => id.endsWith(`-item-${key}`));
      if (from > place) await hand.moveUp(card.locator(`[id$="-up-${key}"]`), from - place);
    }
  }
}

/** The answer that a question's own key says is right. */
export function rightAnswer(text: QuestionText): Answer {
  switch (text.kind) {
    case 'choice':
      return { keys: text.options.filter(({ correct }) => correct).map(({ key }) => key) };
    case 'true-false':
      return { truth: text.answer };
    case 'cloze':
      return { text: text.accepted[0] ?? '' };
    case 'order':
      return { keys: text.items.map(({ key }) => key) };
    case 'match':
      return { keys: text.pairs.map(({ key }) => key) };
  }
}

/** An answer in which nothing is right. */
export function wrongAnswer(text: QuestionText): Answer {
  switch (text.kind) {
    case 'choice': {
      const wrong = text.options.filter(({ correct }) => !correct).map(({ key }) => key);
      return { keys: text.multiple ? wrong : wrong.slice(0, 1) };
    }
    case 'true-false':
      return { truth: !text.answer };
    case 'cloze':
      return { text: 'zzzzzzzzzzzz' };
    case 'order':
      return { keys: text.items.map(({ key }) => key).reverse() };
    case 'match': {
      const [first = '', ...rest] = text.pairs.map(({ key }) => key);
      return { keys: [...rest, first] };
    }
  }
}

/** The forms that the controls of a question take: the five kinds, of which one comes in two forms. */
export const FORMS = ['choice', 'several', 'true-false', 'cloze', 'order', 'match'] as const;

/** The first lesson whose quiz has a question of every form, and the first question there of each. */
export async function findQuizOfEveryForm(
  request: APIRequestContext,
  locale: string,
): Promise<{ readonly lesson: string; readonly questions: readonly DeckQuestion[] }> {
  for (const lesson of await listLessons(request)) {
    const asked = await loadQuiz(request, locale, lesson);
    const questions = FORMS.flatMap((form) => asked.find(({ text }) => formOf(text) === form) ?? []);
    if (questions.length === FORMS.length) return { lesson, questions };
  }
  throw new Error('Inconsistent: no lesson has a quiz with a question of every form.');
}

/** The questions that a lesson asks at their place in its text. */
export async function loadQuiz(
  request: APIRequestContext,
  locale: string,
  lesson: string,
): Promise<readonly DeckQuestion[]> {
  const page = await (await request.get(`${locale}/${lesson}/`)).text();
  const deck = await loadDeck(request, locale, lesson);
  return deck.questions.filter(({ id }) => page.includes(`<li id="${QUESTION_ANCHOR_PREFIX}${id}">`));
}

/** A question of the course by its id. */
export async function loadQuestion(
  request: APIRequestContext,
  locale: string,
  id: string,
): Promise<DeckQuestion> {
  const lesson = (await loadManifest(request)).questions.find((question) => question.id === id)?.lesson;
  const deck = lesson && (await loadDeck(request, locale, lesson));
  const question = deck ? deck.questions.find((candidate) => candidate.id === id) : undefined;
  if (!question) throw new Error(`Inconsistent: the site has no question ${id}.`);
  return question;
}

/** Every lesson that has questions, in course order. */
export async function listLessons(request: APIRequestContext): Promise<readonly string[]> {
  return [...new Set((await loadManifest(request)).questions.map(({ lesson }) => lesson))];
}

/** Every card and question of the site. */
export async function loadManifest(request: APIRequestContext): Promise<Manifest> {
  return unpackManifest(await (await request.get('recall/deck.json')).json());
}

/** The cards and questions of a lesson. */
export async function loadDeck(
  request: APIRequestContext,
  locale: string,
  lesson: string,
): Promise<LessonDeck> {
  return unpackLesson(await (await request.get(`recall/${locale}/${lesson}.json`)).json());
}

function formOf(text: QuestionText): (typeof FORMS)[number] {
  return text.kind === 'choice' && text.multiple ? 'several' : text.kind;
}

function byKeyboard(page: Page): Hand {
  return {
    pick: async (control) => {
      await reach(page, control);
      // An arrow key checks the radio button that it goes to.
      if (!(await control.isChecked())) await page.keyboard.press('Space');
    },
    type: async (field, text) => {
      await reach(page, field);
      await page.keyboard.insertText(text);
    },
    moveUp: async (button, places) => {
      await reach(page, button);
      for (let place = 0; place < places; place++) await page.keyboard.press('ArrowUp');
      await expect(button).toBeFocused();
    },
    select: async (field, value) => {
      await reach(page, field);
      const place = await field.evaluate(
        (element, wanted) =>
          [...(element as HTMLSelectElement).options].findIndex((option) => option.value === wanted),
        value,
      );
      for (let down = 0; down < place; down++) await page.keyboard.press('ArrowDown');
      await expect(field).toHaveValue(value);
    },
    press: async (button) => {
      await reach(page, button);
      await page.keyboard.press('Enter');
    },
  };
}

function byTouch(page: Page): Hand {
  return {
    pick: (control) => control.tap(),
    type: async (field, text) => {
      await field.tap();
      await page.keyboard.insertText(text);
    },
    moveUp: async (button, places) => {
      for (let place = 0; place < places; place++) await button.tap();
    },
    // The list that a finger would tap at belongs to the system, not to the page.
    select: async (field, value) => {
      await field.selectOption(value);
    },
    press: (button) => button.tap(),
  };
}

/** Goes to a control by keys: Tab from control to control, an arrow within a group of radio buttons. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < MOST_KEYS; pressed++) {
    const key = await target.evaluate((element) => {
      const { activeElement } = document;
      if (activeElement === element) return undefined;
      const isInGroup =
        activeElement?.matches('[type=radio]') &&
        activeElement.getAttribute('name') === element.getAttribute('name');
      return isInGroup ? 'ArrowDown' : 'Tab';
    });
    if (!key) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No key leads to ${target}.`);
}

const MOST_KEYS = 40;
