import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Where a string becomes markup or code, and the files that may do it: all with markup made at build time. */
const SINKS: readonly (readonly [name: string, pattern: RegExp, files: readonly string[]])[] = [
  [
    'innerHTML',
    /\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTMLUnsafe/,
    ['src/components/glossary/term-popover.ts'],
  ],
  ['dangerouslySetInnerHTML', /dangerouslySetInnerHTML/, ['src/components/quiz/Html.tsx']],
  [
    'trustedHtml',
    /trustedHtml\(/,
    [
      'src/components/glossary/term-popover.ts',
      'src/components/quiz/Html.tsx',
      'src/components/trusted-types.ts',
    ],
  ],
  ['eval', /\beval\(|new Function\(|(?:setTimeout|setInterval)\(\s*['"`]/, []],
];

test.each(SINKS)('%s is used only where markup comes from the build', (_name, pattern, files) => {
  const used = globSync('src/{components,routes,store,quiz,scheduler,search,offline}/**/*.{ts,tsx,astro}', {
    cwd: ROOT,
  })
    .filter((file) => pattern.test(readFileSync(path.join(ROOT, file), 'utf8')))
    .sort();
  expect(used).toEqual(files);
});
