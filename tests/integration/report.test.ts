import { expect, test } from 'vitest';
import type { Issue } from '../../src/format/issue.ts';
import { formatHuman } from '../../src/integration/report/human.ts';
import { isReporterName, REPORTERS } from '../../src/integration/report/reporter.ts';

const ERROR: Issue = {
  code: 'duplicate-id',
  severity: 'error',
  message: 'Id `a` is used: 100 %.',
  hint: 'rename it,\nor not.',
  file: 'quizzes/a,b:c.yaml',
  line: 3,
  column: 7,
};
const WARNING: Issue = {
  code: 'quiz-not-embedded',
  severity: 'warning',
  message: 'Not shown.',
  file: 'quizzes/x.yaml',
  line: 1,
  column: 1,
};
const PLAIN = { color: false };

test('human: blocks and a summary, without colour where none is shown', () => {
  expect(REPORTERS.human([ERROR, WARNING], PLAIN)).toBe(
    [
      'quizzes/a,b:c.yaml:3:7  duplicate-id',
      '  Id `a` is used: 100 %.',
      '  Hint: rename it,\nor not.',
      '',
      'quizzes/x.yaml:1:1  quiz-not-embedded (warning)',
      '  Not shown.',
      '',
      'Course: 1 error, 1 warning.',
    ].join('\n'),
  );
});

test.each([
  [[ERROR, WARNING], '\u001B[1;31mCourse: 1 error, 1 warning.\u001B[0m'],
  [[WARNING, WARNING], '\u001B[1;33mCourse: 0 errors, 2 warnings.\u001B[0m'],
  [[], '\u001B[32mCourse: 0 errors, 0 warnings.\u001B[0m'],
])('human: the summary has the colour of the worst: %#', (issues, last) => {
  expect(REPORTERS.human(issues, { color: true }).split('\n').at(-1)).toBe(last);
});

test('human: colour changes nothing but colour', () => {
  const colored = formatHuman(ERROR, { color: true });
  expect(colored).toContain('\u001B[1;31mquizzes/a,b:c.yaml:3:7  duplicate-id\u001B[0m\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins each colour.
  expect(colored.replace(/\u001B\[[\d;]*m/g, '')).toBe(formatHuman(ERROR, PLAIN));
});

test('github: one annotation a line, with everything escaped', () => {
  expect(REPORTERS.github([ERROR, WARNING], PLAIN)).toBe(
    [
      '::error file=quizzes/a%2Cb%3Ac.yaml,line=3,col=7,title=duplicate-id::Id `a` is used: 100 %25.%0AHint: rename it,%0Aor not.',
      '::warning file=quizzes/x.yaml,line=1,col=1,title=quiz-not-embedded::Not shown.',
      'Course: 1 error, 1 warning.',
    ].join('\n'),
  );
});

test('json: a stable shape', () => {
  const text = REPORTERS.json([ERROR, WARNING], PLAIN);
  const report = JSON.parse(text);
  expect(report).toEqual({ version: 1, errors: 1, warnings: 1, issues: [ERROR, WARNING] });
  expect(Object.keys(report.issues[0])).toEqual([
    'file',
    'line',
    'column',
    'code',
    'severity',
    'message',
    'hint',
  ]);
  expect(REPORTERS.json([], PLAIN)).toBe(
    '{\n  "version": 1,\n  "errors": 0,\n  "warnings": 0,\n  "issues": []\n}',
  );
});

test.each([
  ['human', true],
  ['json', true],
  ['toString', false],
  ['', false],
])('the name %j names a reporter: %j', (name, isOne) => {
  expect(isReporterName(name)).toBe(isOne);
});
