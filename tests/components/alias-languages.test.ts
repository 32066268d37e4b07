import { expect, it } from 'vitest';
import { markAliasLanguages } from '../../src/components/alias-languages.ts';

const LANGUAGES = { zh: 'zh-CN', en: 'en' };
const side = (aliases: string) => `<p>Paravirtualization</p><p class="recall-aliases">${aliases}</p>`;

it('says what language a name in another script is in', () => {
  expect(markAliasLanguages(side('PV · 半虚拟化 · 准虚拟化'), 'en', LANGUAGES)).toBe(
    side('PV · <span lang="zh-CN">半虚拟化</span> · <span lang="zh-CN">准虚拟化</span>'),
  );
});

it('leaves a side alone that is in that language, and what is no name', () => {
  expect(markAliasLanguages(side('PV · 准虚拟化'), 'zh-CN', LANGUAGES)).toBe(side('PV · 准虚拟化'));
  expect(markAliasLanguages('<p>半虚拟化 · PV</p>', 'en', LANGUAGES)).toBe('<p>半虚拟化 · PV</p>');
});
