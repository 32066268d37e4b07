import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HANDED_TEXTS } from '../../src/components/lesson/handed-texts.ts';
import { isOfFamily } from '../../src/components/texts.ts';
import { STRING_KEYS } from '../../src/format/strings.ts';
import { readUsage } from '../architecture/imports.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

// A text that is not handed to the browser shows its key there, so what a script asks for is read from its code.
describe.each(findHandedTexts())('$page', ({ families, script }) => {
  const asked = askedKeys(script);

  it('hands its script every text that it asks for', () => {
    expect(asked.filter((key) => !families.some((family) => isOfFamily(key, family)))).toEqual([]);
  });

  it('hands its script no family that it does not ask for', () => {
    expect(families.filter((family) => !asked.some((key) => isOfFamily(key, family)))).toEqual([]);
  });
});

it('every screen is looked at', () => {
  expect(findHandedTexts().length).toBeGreaterThanOrEqual(6);
});

/** Pages and the texts that they hand to a script: as `texts={[…]}` of a screen, by `selectTexts(…, […])`, or in a file. */
function findHandedTexts(): { page: string; families: readonly string[]; script: string }[] {
  return [
    ...findTextsInPages(),
    {
      page: 'the quizzes of a lesson',
      families: HANDED_TEXTS.quizzes,
      script: 'src/components/quiz/wake-quizzes.ts',
    },
    {
      page: 'the cards of a lesson',
      families: HANDED_TEXTS.cards,
      script: 'src/components/lesson/wake-lesson-cards.ts',
    },
  ];
}

function findTextsInPages() {
  return globSync('src/**/*.astro', { cwd: ROOT }).flatMap((page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    const list = /(?:\btexts=\{|selectTexts\(.*, )\[([^\]]*)\]/.exec(text)?.[1];
    const script = /<script src="([^"]+)"/.exec(text)?.[1];
    if (list === undefined || script === undefined) return [];
    const families = [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
    return [{ page, families, script: path.join(path.dirname(page), script) }];
  });
}

/** Keys, or stems of plurals, that a script and what it imports name; all that may follow `key.${…}` among them. */
function askedKeys(script: string): string[] {
  const asked = new Set<string>();
  for (const file of reachableFiles(script)) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, literal = ''] of text.replace(EVENT_TYPE, '').matchAll(/['`]([a-z][\w.-]*)['`]/g)) {
      for (const key of STRING_KEYS) if (key === literal || isPlural(key, literal)) asked.add(key);
    }
    for (const [, stem = ''] of text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)) {
      for (const key of STRING_KEYS) if (key.startsWith(stem)) asked.add(key);
    }
  }
  return [...asked];
}

function isPlural(key: string, stem: string): boolean {
  return key === `${stem}_one` || key === `${stem}_other`;
}

function reachableFiles(script: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [script];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !file.startsWith('src/components/')) continue;
    seen.add(file);
    const { imports } = readUsage({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') });
    for (const { specifier, isTypeOnly } of imports) {
      if (!isTypeOnly && /^\..*\.tsx?$/.test(specifier)) {
        waiting.push(path.join(path.dirname(file), specifier));
      }
    }
  }
  return seen;
}

/** Types of events look like keys of texts, and `review.undone` is both. */
const EVENT_TYPE = /\btype(?::| ===) '[^']*'/g;
