import { expect, test } from 'vitest';
import { compile, toLessonDeck, toManifest } from '../../src/compile/index.ts';
import type { LessonId } from '../../src/format/id.ts';
import { cardOf, courseOf } from './course-text.ts';

const LESSON = 'heap/marking' as LessonId;
const zh = {
  marking: `${cardOf('a', '问', '答')}\n\n${cardOf('b', '二', '贰')}`,
  sweeping: cardOf('c', '三', '叁'),
};
const en = { marking: cardOf('a', 'Q', 'A') };
const { deck } = compile({ locales: ['zh', 'en'], base: '/', files: courseOf({ zh, en }) });

test('[C19] the manifest lists ids, kinds and digests, and no text', () => {
  const manifest = toManifest(deck);
  expect(manifest.version).toBe(3);
  expect(manifest.cards.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(Object.keys(manifest.cards[0] ?? {}).sort()).toEqual([
    'digest',
    'id',
    'kind',
    'lesson',
    'note',
    'rev',
  ]);
});

test('[C20] a lesson deck is in the wanted locale and falls back to the default one', () => {
  expect(toLessonDeck(deck, LESSON, 'en')).toEqual({
    version: 3,
    lesson: LESSON,
    title: 'marking',
    cards: [
      { id: 'a', kind: 'basic', note: 'a', locale: 'en', front: '<p>Q</p>', back: '<p>A</p>' },
      { id: 'b', kind: 'basic', note: 'b', locale: 'zh', front: '<p>二</p>', back: '<p>贰</p>' },
    ],
    questions: [],
  });
  expect(toLessonDeck(deck, 'heap/sweeping' as LessonId, 'en').cards.map(({ locale }) => locale)).toEqual([
    'zh',
  ]);
});

test('[C20] a lesson that exists only in another locale is still shown', () => {
  const only = compile({ locales: ['zh', 'en'], base: '/', files: courseOf({ en }) }).deck;
  expect(toLessonDeck(only, LESSON, 'zh')).toMatchObject({ title: 'marking', cards: [{ locale: 'en' }] });
});

test('[C20] an unknown lesson is an empty deck', () => {
  expect(toLessonDeck(deck, 'heap/none' as LessonId, 'zh')).toMatchObject({ title: '', cards: [] });
});
