import { expect, test } from 'vitest';
import { compile, toGlossary } from '../../src/compile/index.ts';
import { courseOf } from './course-text.ts';

const LOCALES = ['zh', 'en'];
const zh = {
  marking:
    ':term[重量]{#weight alias="weight, 份量"}\n: 重。\n\n:term[安全点]{#safepoint}\n: 停。\n\n:term[GC]{#gc}\n: 收。',
  sweeping: ':term[标记]{#mark}\n: 记。\n\n:term[空闲表]{#free-list alias="自由表"}\n: 表。',
};
const en = {
  marking:
    ':term[Weight]{#weight alias="heft"}\n: Heavy.\n\n:term[safepoint]{#safepoint}\n: Stop.\n\n:term[GC]{#gc}\n: Frees.',
};
const files = courseOf({ zh, en });
const { deck } = compile({ locales: LOCALES, base: '/', files });

test('[C60] Chinese is sorted by pinyin, English by letters whatever their case', () => {
  expect(toGlossary(deck, 'zh').map(({ name }) => name)).toEqual(['安全点', '标记', '空闲表', '重量', 'GC']);
  expect(toGlossary(deck, 'en').map(({ name }) => name)).toEqual([
    'GC',
    'safepoint',
    'Weight',
    '标记',
    '空闲表',
  ]);
});

test('[C60] an entry has the other name, and no alias that repeats it', () => {
  expect(toGlossary(deck, 'zh').at(-2)).toEqual({
    id: 'weight',
    lesson: 'heap/marking',
    title: 'marking',
    locale: 'zh',
    name: '重量',
    aliases: ['份量'],
    definition: '<p>重。</p>',
    translations: [{ locale: 'en', name: 'Weight' }],
  });
});

test('[C60] what is not translated is in the default locale', () => {
  expect(toGlossary(deck, 'en').at(-2)).toMatchObject({
    id: 'mark',
    locale: 'zh',
    title: 'sweeping',
    translations: [],
  });
});

test('[C60] a locale that is no language tag has a glossary too', () => {
  expect(toGlossary(deck, 'no_tag').map(({ locale }) => locale)).toEqual(['zh', 'zh', 'zh', 'zh', 'zh']);
});

test('[C61] names are asked across languages only if the site wants it and they differ', () => {
  expect(deck.cards.filter(({ kind }) => kind === 'term-translation')).toEqual([]);
  const wanted = compile({ locales: LOCALES, base: '/', files, translationCards: true }).deck.cards;
  const cards = wanted.filter(({ kind }) => kind === 'term-translation');
  expect(cards.map(({ id, note }) => [id, note])).toEqual([
    ['weight.translation', 'weight'],
    ['safepoint.translation', 'safepoint'],
  ]);
  expect(cards[0]?.faces).toEqual({
    zh: { front: '<p>重量</p>', back: '<p>Weight</p>' },
    en: { front: '<p>Weight</p>', back: '<p>重量</p>' },
  });
});
