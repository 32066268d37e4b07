import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything that it started have used. */
export interface ProcessCost {
  readonly code: number;
  readonly wallMs: number;
  /** User and system time together. */
  readonly cpuMs: number;
  /** The most resident memory seen at once over all processes; undefined where the system has no `/proc`. */
  readonly peakBytes: number | undefined;
  readonly output: string;
}

const SAMPLE_MS = 100;

/** Runs a command to its end and says what it cost, with all of its children. Needs a POSIX shell. */
export function measureProcess(
  command: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    // The shell's `times` counts every descendant that has been waited for.
    const child = spawn('sh', ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', ...command], {
      cwd: options.cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, by which its processes are found.
      detached: true,
    });
    const group = child.pid ?? 0;
    const texts = { out: '', times: '' };
    let peakBytes: number | undefined;
    child.stdout?.on('data', (text) => (texts.out += text));
    child.stderr?.on('data', (text) => (texts.out += text));
    child.stdio[3]?.on('data', (text) => (texts.times += text));
    const timer = setInterval(() => {
      const bytes = residentBytes(group);
      if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
    }, SAMPLE_MS);
    const kill = () => process.kill(-group, 'SIGTERM');
    process.once('SIGINT', kill);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      process.off('SIGINT', kill);
      const wallMs = performance.now() - startedAt;
      resolve({ code: code ?? 1, wallMs, cpuMs: parseTimes(texts.times), peakBytes, output: texts.out });
    });
  });
}

/**
 * The user and system time of a shell's children, in milliseconds, from what its `times` prints: the second line, such as
 * `0m12.340s 0m1.500s`.
 * @throws Error for anything else.
 */
export function parseTimes(text: string): number {
  const times = [...(text.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)];
  if (times.length !== 2) throw new Error(`Inconsistent: “${text}” is not what \`times\` prints.`);
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds?.replace(',', '.')) * 1000,
    0,
  );
}

const PAGE_BYTES = 4096;

function residentBytes(group: number): number | undefined {
  let bytes: number | undefined;
  for (const name of readNames('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readText(`/proc/${name}/stat`);
    // After the command's name, which may hold anything, in parentheses: state, parent, group, …, resident pages.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) === group) bytes = (bytes ?? 0) + Number(fields[21]) * PAGE_BYTES;
  }
  return bytes;
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Processes end while they are looked at. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
