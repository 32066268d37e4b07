import { z } from 'zod';

/** How many tests went how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Nothing counted yet. */
export const EMPTY_TALLY: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The sum of tallies. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    EMPTY_TALLY,
  );
}

/** One plain line, the last one of every test run. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Counts Vitest's JSON report; a file that could not be loaded is one failure. */
export function parseVitestReport(json: string): Tally {
  const report = vitestReport.parse(JSON.parse(json));
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts Playwright's JSON report; an error outside of any test is one failure, a flaky test one too. */
export function parsePlaywrightReport(json: string): Tally {
  const { stats, errors } = playwrightReport.parse(JSON.parse(json));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Makes a tally honest about how its suite ended: a suite that failed without a failed test, or that ran
 * no test at all, counts as one failure.
 */
export function closeTally(tally: Tally, exitCode: number): Tally {
  const isFailure = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return isFailure ? { ...tally, failed: 1 } : tally;
}

const count = z.number().int().nonnegative();

const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()),
});
