import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything that it started have used. */
export interface ProcessCost {
  readonly code: number;
  readonly wallMs: number;
  /**
   * User and system time together: what the shell counts, which knows each process that was waited for to its end, or
   * what was seen of all of them, whichever is more. A command may leave a process behind that nothing waits for.
   */
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
    const ticksSeen = new Map<string, number>();
    child.stdout?.on('data', (text) => (texts.out += text));
    child.stderr?.on('data', (text) => (texts.out += text));
    child.stdio[3]?.on('data', (text) => (texts.times += text));
    const timer = setInterval(() => {
      const processes = listProcesses(group);
      if (processes.length === 0) return;
      for (const { id, ticks } of processes) ticksSeen.set(id, ticks);
      const bytes = processes.reduce((sum, process) => sum + process.residentBytes, 0);
      peakBytes = Math.max(peakBytes ?? 0, bytes);
    }, SAMPLE_MS);
    const kill = () => process.kill(-group, 'SIGTERM');
    process.once('SIGINT', kill);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      process.off('SIGINT', kill);
      const wallMs = performance.now() - startedAt;
      const seenMs = [...ticksSeen.values()].reduce((sum, ticks) => sum + ticks, 0) * MS_PER_TICK;
      const cpuMs = Math.max(parseTimes(texts.times), seenMs);
      resolve({ code: code ?? 1, wallMs, cpuMs, peakBytes, output: texts.out });
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
const MS_PER_TICK = 10;

interface ProcessState {
  readonly id: string;
  /** User and system time of the process itself. */
  readonly ticks: number;
  readonly residentBytes: number;
}

/** The processes of a group; none where the system has no `/proc`. */
function listProcesses(group: number): ProcessState[] {
  return readNames('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    const stat = readText(`/proc/${id}/stat`);
    // After the command's name, which may hold anything, in parentheses: state, parent, group, …
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== group) return [];
    const [userTicks, systemTicks, residentPages] = [fields[11], fields[12], fields[21]].map(Number);
    if (userTicks === undefined || systemTicks === undefined || residentPages === undefined) return [];
    return [{ id, ticks: userTicks + systemTicks, residentBytes: residentPages * PAGE_BYTES }];
  });
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
