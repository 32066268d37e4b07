import { z } from 'zod';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { checkShape } from './check-shape.ts';
import { createIssue } from './issue.ts';
import { checkListed } from './lesson-list.ts';
import type { SourceFile } from './source.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The file that says which lessons cover what a course has promised: numbered ids, each with its lessons. */
export const COVERAGE_FILE = 'content/coverage.yaml';

/** Issues of a course's coverage; a course without the file has none. */
export function checkCoverage(
  files: readonly SourceFile[],
  lessons: readonly string[],
  locales: readonly Locale[],
): Issue[] {
  const file = files.find(({ path }) => path === COVERAGE_FILE);
  if (file === undefined) return [];
  const { yaml, issues } = readYaml(file);
  if (yaml === undefined) return [...issues];
  const entries = Object.entries(LENIENT.parse(yaml.data));
  return [
    ...checkShape(SHAPE, yaml.data, yaml, locales),
    ...entries.flatMap(([id, listed]) =>
      checkListed(
        listed.flatMap((name, index) =>
          typeof name === 'string' ? [{ lesson: name, place: yaml.placeOf([id, index]) }] : [],
        ),
        lessons,
      ),
    ),
    ...checkNumbers(
      entries.map(([id]) => id),
      yaml,
    ),
  ];
}

const LESSON = 'the path of a lesson, e.g. `basics/first-steps`';
const LESSONS = 'a list of the lessons that cover it';
const lesson = z.string({ error: LESSON }).trim().min(1, { error: LESSON });
const SHAPE = z.record(z.string(), z.array(lesson, { error: LESSONS }).min(1, { error: LESSONS }), {
  error: 'a map of ids such as `A001` to lists of lessons',
});

/** Letters, then a number. */
const ID_PATTERN = /^([A-Z]+)(\d+)$/;

// The same shape once more, in which a wrong value does not hide the good ones beside it.
const LENIENT = z.record(z.string(), z.array(z.unknown()).catch([])).catch({});

/** The ids of each series of letters count from 1 without a gap, so that none is forgotten. */
function checkNumbers(ids: readonly string[], yaml: YamlFile): Issue[] {
  const series = new Map<
    string,
    { readonly id: string; readonly number: number; readonly width: number }[]
  >();
  const issues: Issue[] = [];
  for (const id of ids) {
    const [, letters, digits] = ID_PATTERN.exec(id) ?? [];
    if (letters === undefined || digits === undefined) {
      issues.push(createIssue('malformed-coverage-id', yaml.placeOfKey([id]), { id }));
      continue;
    }
    const numbers = series.get(letters) ?? [];
    series.set(letters, numbers);
    numbers.push({ id, number: Number(digits), width: digits.length });
  }
  for (const [letters, numbers] of series) {
    numbers.sort((a, b) => a.number - b.number);
    let expected = 1;
    for (const { id, number, width } of numbers) {
      if (number > expected) {
        const missing = letters + String(expected).padStart(width, '0');
        issues.push(createIssue('coverage-gap', yaml.placeOfKey([id]), { id: missing, before: id }));
      }
      expected = number + 1;
    }
  }
  return issues;
}
