import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { LANGUAGES, openReview } from './study.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line per rule and element. The search button is Starlight's own and not in our hands. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Axe {
      run(context: {
        exclude: string[];
      }): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ exclude: ['site-search'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  });
}

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language.locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('home, module, lesson, review and start page have no accessibility violation', async ({
        page,
      }) => {
        const { locale, lesson } = language;
        for (const path of [`${locale}/`, `${locale}/types/`, `${locale}/${lesson.path}/`, '#choose']) {
          await page.goto(path, { waitUntil: 'networkidle' });
          expect(await findViolations(page), path).toEqual([]);
        }
        await openReview(page, language);
        expect(await findViolations(page), 'front').toEqual([]);
        await page.keyboard.press('Space');
        await expect(page.getByRole('button', { name: language.good })).toBeVisible();
        expect(await findViolations(page), 'back').toEqual([]);
      });
    });
  }
}
