import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile, formatIssue } from '../../src/compile/index.ts';
import { ISSUE_CODES } from '../../src/compile/issues/registry.ts';
import { BASE, expectedReport, FIXTURES, loadFixture, loadSettings } from './course-fixture.ts';

const CODES = Object.keys(ISSUE_CODES).sort();

function issuesOf(fixture: string) {
  const files = loadFixture(fixture);
  return compile({ locales: ['zh', 'en'], base: '/', files, ...loadSettings(fixture) }).issues;
}

test('[C14] there is one fixture for each code, and one course without a mistake', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual([BASE, ...CODES].sort());
  expect(issuesOf(BASE)).toEqual([]);
});

test.each(CODES)('[C14] %s is reported exactly as expected', (code) => {
  const issues = issuesOf(code);
  expect(issues.map((issue) => issue.code)).toContain(code);
  expect(`${issues.map(formatIssue).join('\n\n')}\n`).toBe(expectedReport(code));
});

test.each(CODES)('[C15] the report of %s is sorted, without repetition and in whole sentences', (code) => {
  const issues = issuesOf(code);
  const keys = issues.map(({ file, line, column, code: own }) =>
    [file, String(line).padStart(6), String(column).padStart(6), own].join(' '),
  );
  expect(keys).toEqual([...keys].sort());
  expect(new Set(issues.map(formatIssue)).size).toBe(issues.length);
  for (const { message, hint } of issues) {
    expect(message).toMatch(/^[A-Z`].*[.!?]$/s);
    expect(hint).toMatch(/[.?]$/);
    expect(message + hint).not.toMatch(/undefined|\[object|NaN/);
  }
});
