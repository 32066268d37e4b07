import { expect, it } from 'vitest';
import { STRING_KEYS } from '../../src/format/strings.ts';
import { createTranslations } from '../../src/integration/strings/index.ts';

const { en = {}, zh = {} } = createTranslations();

it('every language has every text, and no text is empty', () => {
  const keys = STRING_KEYS.map((key) => `recall.${key}`).sort();
  for (const table of [en, zh]) {
    const own = Object.keys(table).filter((key) => key.startsWith('recall.'));
    expect(own.sort()).toEqual(keys);
    expect(Object.values(table).filter((text) => text.trim() === '')).toEqual([]);
  }
});

it('a text has the same gaps in every language', () => {
  const gaps = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  for (const key of Object.keys(en)) expect(gaps(zh[key]), key).toEqual(gaps(en[key]));
});
