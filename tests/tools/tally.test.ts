import { describe, expect, test } from 'vitest';
import {
  closeTally,
  formatTally,
  parsePlaywrightReport,
  parseVitestReport,
  sumTallies,
} from '../../tools/tally.ts';

test('sums and prints one plain line', () => {
  const sum = sumTallies([
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 10, failed: 3, skipped: 0 },
  ]);
  expect(formatTally(sum)).toBe('11 passed, 3 failed, 2 skipped');
  expect(formatTally(sumTallies([]))).toBe('0 passed, 0 failed, 0 skipped');
});

describe('Vitest', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  };

  test('counts pending and todo tests as skipped', () => {
    expect(parseVitestReport(JSON.stringify(report))).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  test('counts a file that could not be loaded as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [] },
    ];
    expect(parseVitestReport(JSON.stringify({ ...report, testResults }))).toMatchObject({ failed: 2 });
  });

  test('refuses a report of another form', () => {
    expect(() => parseVitestReport('{}')).toThrow();
  });
});

describe('Playwright', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

  test('counts flaky tests as failed', () => {
    expect(parsePlaywrightReport(JSON.stringify({ stats, errors: [] }))).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
    });
  });

  test('counts an error outside of the tests', () => {
    expect(parsePlaywrightReport(JSON.stringify({ stats, errors: [{ message: 'x' }] }))).toMatchObject({
      failed: 3,
    });
  });
});

test.each([
  ['all is well', { passed: 3, failed: 0, skipped: 1 }, 0, 0],
  ['failures are counted once', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ['the suite failed without a failed test', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['nothing ran', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
  ['everything was skipped', { passed: 0, failed: 0, skipped: 7 }, 0, 1],
])('%s', (_title, tally, exitCode, failed) => {
  expect(closeTally(tally, exitCode)).toEqual({ ...tally, failed });
});
