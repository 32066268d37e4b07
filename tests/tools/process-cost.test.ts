import { describe, expect, it } from 'vitest';
import { measureProcess, parseTimes } from '../../tools/process-cost.ts';

describe('parseTimes', () => {
  it.each([
    ['0m0.000000s 0m0.010000s\n0m12.340000s 1m1.500000s\n', 73_840],
    ['0m0.00s 0m0.00s\n0m0.05s 0m0.00s\n', 50],
    ['0m0,00s 0m0,00s\n0m1,25s 0m0,75s\n', 2000],
  ])('%j is %d ms', (text, ms) => {
    expect(parseTimes(text)).toBeCloseTo(ms);
  });

  it('refuses anything else', () => {
    expect(() => parseTimes('times: not found')).toThrow('Inconsistent:');
  });
});

it('counts the children of a command, and gives its output and exit code', async () => {
  const spin = 'const end = process.cpuUsage().user + 2e5; while (process.cpuUsage().user < end);';
  const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(spin)}]); console.log('done'); process.exit(3)`;
  const cost = await measureProcess([process.execPath, '-e', parent], { cwd: '/' });
  expect(cost).toMatchObject({ code: 3, output: 'done\n' });
  expect(cost.cpuMs).toBeGreaterThanOrEqual(200);
});

it('counts a child that nothing waited for', async () => {
  const spin = 'const end = process.cpuUsage().user + 6e5; while (process.cpuUsage().user < end);';
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(spin)}], { stdio: 'inherit' }).unref()`;
  const cost = await measureProcess([process.execPath, '-e', parent], { cwd: '/' });
  expect(cost.cpuMs).toBeGreaterThanOrEqual(400);
});
