import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PLAIN_MARK, writeIcons } from '../../../src/integration/app/icons.ts';
import { readMark } from '../../../src/integration/app/mark.ts';

const root = mkdtempSync(path.join(tmpdir(), 'recall-mark-'));
mkdirSync(path.join(root, 'public'));
afterAll(() => rmSync(root, { recursive: true }));

const DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const SIZELESS = '<svg xmlns="http://www.w3.org/2000/svg"><g viewBox="0 0 8 8"/></svg>';

test.each([
  ['its own', DRAWN, DRAWN],
  ['one with width and height', '<svg width="8" height="8"/>', '<svg width="8" height="8"/>'],
  ['a plain one, where its own has no size', SIZELESS, PLAIN_MARK],
])('a site without an icon in its options has %s', async (_, favicon, expected) => {
  writeFileSync(path.join(root, 'public/favicon.svg'), favicon);
  expect(await readMark(root, undefined)).toBe(expected);
});

test('a site without a favicon has the plain one, of which icons can be drawn', async () => {
  rmSync(path.join(root, 'public/favicon.svg'), { force: true });
  const mark = await readMark(root, undefined);
  expect(await writeIcons(mark, root, '#ffffff')).toHaveLength(4);
});

test('an icon that was asked for and cannot be drawn is an error that names it', async () => {
  writeFileSync(path.join(root, 'mark.svg'), SIZELESS);
  await expect(readMark(root, 'mark.svg')).rejects.toThrow('mark.svg, which has no size');
  await expect(readMark(root, 'none.svg')).rejects.toThrow('none.svg, which cannot be read');
});
