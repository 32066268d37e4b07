import { expect, it } from 'vitest';
import { describeHealth } from '../../../src/components/health/health-text.ts';
import { describeKeeping } from '../../../src/components/health/keeping.ts';
import { createTranslations } from '../../../src/integration/strings/index.ts';
import type { Health, HealthReason } from '../../../src/store/index.ts';

const CASES: readonly (readonly [Health['level'], readonly HealthReason[], readonly string[]])[] = [
  ['durable', [], ['health.durable']],
  ['durable', ['storage-low'], ['health.storage-low']],
  ['local-only', ['journal-missing'], ['health.local-only', 'health.reason.journal-missing']],
  ['local-only', ['journal-full'], ['health.local-only', 'health.reason.journal-full']],
  ['local-only', ['journal-failed'], ['health.local-only', 'health.reason.journal-failed']],
  [
    'local-only',
    ['journal-slow', 'storage-low'],
    ['health.local-only', 'health.reason.journal-slow', 'health.reason.storage-low'],
  ],
  ['journal-only', ['storage-full'], ['health.journal-only', 'health.reason.storage-full']],
  ['journal-only', ['storage-failed'], ['health.journal-only', 'health.reason.storage-failed']],
  ['memory-only', ['storage-missing', 'journal-missing'], ['health.blocked']],
  [
    'memory-only',
    ['storage-full', 'journal-missing'],
    ['health.memory-only', 'health.reason.storage-full', 'health.reason.journal-missing'],
  ],
  ['memory-only', ['newer-version'], ['health.newer-version']],
];

it.each(CASES)('%s because of %j is said in %j, in every language', (level, reasons, keys) => {
  expect(describeHealth({ level, reasons })).toEqual(keys);
  for (const table of Object.values(createTranslations())) {
    for (const key of keys) expect(table[`recall.${key}`]).toMatch(/[.。]$/);
  }
});

it.each([
  ['durable', 'kept.saved'],
  ['journal-only', 'kept.saved'],
  ['local-only', 'kept.partly'],
  ['memory-only', 'kept.nowhere'],
] as const)('%s is called %s', (level, key) => {
  expect(describeKeeping({ level, reasons: [] })).toBe(key);
  expect(describeKeeping({ level: 'memory-only', reasons: ['newer-version'] })).toBe('kept.newer');
  for (const table of Object.values(createTranslations())) expect(table[`recall.${key}`]).toBeTruthy();
});
