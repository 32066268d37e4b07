import { expect, it } from 'vitest';
import { scriptLanguage } from '../../src/search/script-language.ts';

const LANGUAGES = { en: 'en', zh: 'zh-CN' };

it.each([
  ['准虚拟化', 'en', 'zh-CN'],
  ['KVM 虚拟机', 'en', 'zh-CN'],
  ['PV', 'en', undefined],
  ['准虚拟化', 'zh-CN', undefined],
  ['PV', 'zh-CN', undefined],
])('says of %s on a page in %s: %s', (words, own, language) => {
  expect(scriptLanguage(words, own, LANGUAGES)).toBe(language);
});

it('says nothing where the site has no such language', () => {
  expect(scriptLanguage('准虚拟化', 'en', { en: 'en' })).toBeUndefined();
});
