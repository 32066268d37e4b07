import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from '../../tools/chromium.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'recall-chromium-'));
  vi.stubEnv('CHROMIUM_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('takes the one that CHROMIUM_PATH names, before any other', () => {
  const chosen = program('mine/browser', 'echo Chromium 1.0');
  vi.stubEnv('PATH', path.dirname(program('bin/chromium', 'echo Chromium 2.0')));
  vi.stubEnv('CHROMIUM_PATH', chosen);
  expect(findChromium()).toBe(chosen);
});

test.each([
  ['is not there', undefined],
  ['is no browser', 'echo Lynx 2.9'],
  ['does not start', 'echo Chromium 1.0; exit 127'],
])('says so when the one that CHROMIUM_PATH names %s', (_title, script) => {
  const chosen = script === undefined ? path.join(folder, 'nothing') : program('browser', script);
  vi.stubEnv('CHROMIUM_PATH', chosen);
  expect(() => findChromium()).toThrow(`CHROMIUM_PATH is ${chosen}, but that does not start`);
});

test('passes over a stub that only says how to install the browser', () => {
  program('a/chromium-browser', 'echo "Command requires the chromium snap" >&2; exit 1');
  const chrome = program('b/google-chrome', 'echo noise >&2; echo Google Chrome 1.0');
  vi.stubEnv('PATH', [path.join(folder, 'a'), path.join(folder, 'b')].join(path.delimiter));
  expect(findChromium()).toBe(chrome);
});

/** Writes an executable script into the test's folder. */
function program(name: string, script: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
