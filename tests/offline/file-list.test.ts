import { expect, it } from 'vitest';
import {
  digestOf,
  fileListPath,
  formatFileList,
  localeOfFileList,
  parseFileList,
} from '../../src/offline/file-list.ts';

const FILES = [{ path: 'zh/', digest: 'ab12', bytes: 3 }];

it('a list is read as it was written', () => {
  const path = fileListPath('zh', 'ab12');
  expect(parseFileList(path, formatFileList(FILES))).toEqual({ locale: 'zh', path, files: FILES });
});

it.each([
  ['recall/offline/zh.ab12.json', 'zh'],
  ['recall/offline/pt-br.ab12.json', 'pt-br'],
  ['recall/deck.json', undefined],
  ['recall/zh/offline.ab12.json', undefined],
  ['zh/', undefined],
])('%s is the list of %s', (path, locale) => {
  expect(localeOfFileList(path)).toBe(locale);
});

it('a list of another version is refused', () => {
  expect(() => parseFileList('recall/offline/zh.ab12.json', '{"version":2,"files":[]}')).toThrow(
    'Inconsistent',
  );
});

it('a digest is the beginning of SHA-256', async () => {
  expect(await digestOf(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea4141');
});
