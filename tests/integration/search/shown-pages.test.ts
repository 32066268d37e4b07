import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fragmentName, type PageRecord, toPageRecord } from '../../../src/integration/search/page-record.ts';
import { createShownPages } from '../../../src/integration/search/shown-pages.ts';

const root = mkdtempSync(path.join(tmpdir(), 'shown-pages-'));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'case-'));
});
afterAll(async () => {
  await close();
  rmSync(root, { recursive: true, force: true });
});

const record = (url: string, words: string, module = 'basics') =>
  toPageRecord(url, words, { language: 'zh-CN', module });

const RECORDS: readonly PageRecord[] = [
  record('/zh/a#1', '___PAGEFIND_WEIGHT___7 内核 核 ___END_PAGEFIND_WEIGHT___ . kernel . 内存 存'),
  record('/zh/b#2', 'café ﬁ 2 x86 \u{1f433} \u{20000}'),
  record('/zh/“c”/\\d#3', 'word', ''),
  record('/zh/e#4', '核'),
];

async function writeIndex(records: readonly PageRecord[]): Promise<void> {
  const { index } = await createIndex();
  for (const each of records) expect((await index?.addCustomRecord(each))?.errors).toEqual([]);
  expect((await index?.writeFiles({ outputPath: folder }))?.errors).toEqual([]);
}

const files = () => readdirSync(path.join(folder, 'fragment')).sort();
const read = (name: string) => readFileSync(path.join(folder, 'fragment', name)).toString();

describe('what is shown of a page', () => {
  it('stands in a file whose name is known before Pagefind gives it', async () => {
    await writeIndex(RECORDS);
    expect(files()).toEqual(RECORDS.map(fragmentName).sort());
  });

  it('is left alone by Pagefind', async () => {
    const shown = createShownPages(path.join(folder, 'fragment'));
    for (const each of RECORDS) shown.add(each, Buffer.from(each.url));
    shown.foresee();
    await writeIndex(RECORDS);
    for (const each of RECORDS) expect(read(fragmentName(each))).toBe(each.url);
  });

  it('is put in its place where the name is another than was foreseen', async () => {
    const shown = createShownPages(path.join(folder, 'fragment'));
    for (const each of RECORDS) shown.add(each, Buffer.from(each.url));
    shown.foresee();
    await writeIndex(RECORDS.map((each) => ({ ...each, content: `${each.content} more` })));
    await shown.finish();
    expect(files().map(read).sort()).toEqual(RECORDS.map(({ url }) => url).sort());
  });

  it('is told apart where two pages would be called alike', async () => {
    const shown = createShownPages(path.join(folder, 'fragment'));
    const [first, second] = collision();
    for (const each of [first, second]) shown.add(each, Buffer.from(each.url));
    shown.foresee();
    expect(files()).toEqual([]);
    await writeIndex([first, second]);
    await shown.finish();
    expect(files().map(read).sort()).toEqual([first.url, second.url].sort());
  });

  it('is not made up for a page that was not given', async () => {
    const shown = createShownPages(path.join(folder, 'fragment'));
    shown.foresee();
    writeFileSync(path.join(folder, 'fragment', 'x.pf_fragment'), gzipSync('pagefind_dcd{"url":"/x"'));
    await expect(shown.finish()).rejects.toThrow('/x');
  });
});

/** Two pages with the same name: of some twenty thousand, one pair has one on average. */
function collision(): [PageRecord, PageRecord] {
  const named = new Map<string, PageRecord>();
  for (let number = 0; ; number++) {
    const each = record(`/zh/${number}#`, 'word');
    const name = fragmentName(each);
    const other = named.get(name);
    if (other) return [other, each];
    named.set(name, each);
  }
}
