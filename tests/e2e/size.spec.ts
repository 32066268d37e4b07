import { brotliCompressSync } from 'node:zlib';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { loadManifest } from './questions.ts';
import { LANGUAGES } from './study.ts';

const KIB = 1024;
const LESSON_BUDGET = { all: 40 * KIB, script: 12 * KIB };

for (const { locale } of LANGUAGES) {
  test(`the heaviest ${locale} lesson transfers at most 40 KiB, 12 of them scripts`, async ({
    page,
    request,
  }) => {
    const sizes = await transferred(page, await heaviestLesson(request, locale));
    const { document, stylesheet, script } = sizes;
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify(sizes) });
    expect(document).toBeGreaterThan(0);
    expect(stylesheet).toBeGreaterThan(0);
    expect(script).toBeGreaterThan(0);
    expect(script, JSON.stringify(sizes)).toBeLessThanOrEqual(LESSON_BUDGET.script);
    expect(document + stylesheet + script, JSON.stringify(sizes)).toBeLessThanOrEqual(LESSON_BUDGET.all);
  });
}

/** Bytes by kind that a page has asked for when it is loaded and idle, and nobody has touched it: each body by Brotli. */
async function transferred(page: Page, path: string): Promise<Record<Kind, number>> {
  const sizes = { document: 0, stylesheet: 0, script: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (!isKind(kind)) return;
    bodies.push(
      response.body().then((body) => {
        sizes[kind] += brotliCompressSync(body).length;
      }),
    );
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  return sizes;
}

type Kind = 'document' | 'stylesheet' | 'script';

function isKind(kind: string): kind is Kind {
  return kind === 'document' || kind === 'stylesheet' || kind === 'script';
}

async function heaviestLesson(request: APIRequestContext, locale: string): Promise<string> {
  const { cards } = await loadManifest(request);
  const lessons = [...new Set(cards.map(({ lesson }) => lesson))];
  const weighed = await Promise.all(
    lessons.map(async (lesson) => {
      const path = `${locale}/${lesson}/`;
      return { path, bytes: brotliCompressSync(await (await request.get(path)).body()).length };
    }),
  );
  const [heaviest] = weighed.sort((a, b) => b.bytes - a.bytes);
  if (!heaviest) throw new Error('Inconsistent: the course has no lessons.');
  return heaviest.path;
}
