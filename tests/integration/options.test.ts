import { expect, it } from 'vitest';
import { parseOptions } from '../../src/integration/options.ts';

const TEXT = { headline: 'Learn', lead: 'Lead', action: 'Start' };
const APP = { themeColor: { light: '#faf8f2', dark: '#161f1f' }, backgroundColor: '#fdfcf8' };
const LOCALES = ['zh', 'en'];

it('options that fit are returned', () => {
  const options = { landing: { zh: TEXT, en: TEXT } };
  expect(parseOptions(options, LOCALES)).toEqual({
    ...options,
    translationCards: false,
    offline: true,
    markdownPages: false,
    app: APP,
  });
  expect(parseOptions({ ...options, translationCards: true }, LOCALES).translationCards).toBe(true);
});

it.each([
  ['nothing', undefined, 'landing: '],
  ['an unknown option', { landing: { zh: TEXT, en: TEXT }, langing: 1 }, 'langing'],
  ['a text that is missing', { landing: { zh: { ...TEXT, lead: '' }, en: TEXT } }, 'landing.zh.lead: '],
  ['a locale that is missing', { landing: { zh: TEXT } }, 'landing.en: is missing'],
  [
    'an icon that is no drawing',
    { landing: { zh: TEXT, en: TEXT }, app: { icon: 'a.png' } },
    'app.icon: must',
  ],
  [
    'a colour by name',
    { landing: { zh: TEXT, en: TEXT }, app: { backgroundColor: 'red' } },
    'app.background',
  ],
  ['a locale that the site lacks', { landing: { zh: TEXT, en: TEXT, fr: TEXT } }, 'landing.fr: is no locale'],
])('%s is refused with the place, the reason and the valid form', (_, options, message) => {
  const parse = () => parseOptions(options, LOCALES);
  expect(parse).toThrow(message);
  expect(parse).toThrow('<locale>: { narrow, wide } } } } with the locales zh, en.');
});
