import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { LANGUAGES, openReview } from './study.ts';

/** A lesson with tables and code that a phone does not have the room for. */
const WIDE = 'containers-and-vms/sandboxed-containers/';

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language.locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('home, module, lesson, review and start page have no accessibility violation', async ({
        page,
      }) => {
        const { locale, lesson } = language;
        const paths = ['', 'types/', `${lesson.path}/`, WIDE].map((path) => `${locale}/${path}`);
        for (const path of [...paths, '#choose']) {
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
