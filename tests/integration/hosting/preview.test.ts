import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createOutlines } from '../../../src/integration/hosting/outlines.ts';
import { createPreview } from '../../../src/integration/hosting/preview.ts';
import { writePreviews } from '../../../src/integration/hosting/write-previews.ts';

const TEXT = { siteTitle: 'Site', kicker: '模块', title: '标题 Title', description: '说明' };
const folder = mkdtempSync(path.join(tmpdir(), 'recall-previews-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('letters of both scripts are drawn as outlines, none as text that needs a font', () => {
  const outlines = createOutlines();
  expect(createPreview(TEXT, outlines)).not.toMatch(/<text|font-family/);
  for (const letter of '标题Tt中，') expect(outlines.draw(letter), letter).toMatch(/ d="M/);
  expect(outlines.measure('中')).toBe(1);
  expect(outlines.measure('i')).toBeLessThan(outlines.measure('W'));
  expect(outlines.draw('\u{10ffff}')).toBe('');
});

test('a picture is made once, and again only when it says something else', async () => {
  const places = { dist: path.join(folder, 'dist'), cacheDir: path.join(folder, 'cache') };
  const pages = [{ ...TEXT, path: 'zh/m/' }];
  expect(await writePreviews(pages, places)).toBe(1);
  const first = readFileSync(path.join(places.dist, 'og/zh/m.png'));
  expect(await writePreviews(pages, places)).toBe(0);
  expect(readFileSync(path.join(places.dist, 'og/zh/m.png')).equals(first)).toBe(true);
  expect(await writePreviews([{ ...TEXT, title: '另一个', path: 'zh/m/' }], places)).toBe(1);
  expect(readFileSync(path.join(places.dist, 'og/zh/m.png')).equals(first)).toBe(false);
});
