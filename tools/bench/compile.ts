import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { type CourseSource, compile } from '../../src/compile/index.ts';
import { loadCourse } from '../../src/integration/course.ts';
import { growthExponent, median } from '../growth.ts';
import { LOCALES } from '../locales.ts';
import { ROOT } from '../run.ts';
import { createSampleCourse } from '../sample-course/course.ts';
import { PER_LESSON } from '../sample-course/per-lesson.ts';

const SIZES = [100, 300, 1000] as const;
const ROUNDS = 5;

/** Measures how long a course takes to compile, how that grows, and what share of a whole build it is. */
export async function run(): Promise<void> {
  // First of all, since a build compiles once and in a fresh process.
  const course = loadCourse(ROOT, { locales: LOCALES, base: '/' });
  const coldMs = timeOf(() => compile(course));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  console.log(
    `Each lesson: ${PER_LESSON.terms} terms, ${PER_LESSON.cards} cards, ${PER_LESSON.questions} questions, in ${LOCALES.join(' and ')}.\n`,
  );
  const points = SIZES.map((lessons) => {
    const source = createCourse(lessons);
    const { deck, issues } = compile(source);
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new Error(`Inconsistent: the bench's course has errors: ${errors[0]?.message}`);
    const ms = medianTime(() => compile(source));
    const generated = deck.questions.filter(({ origin }) => origin !== 'author').length;
    console.log(
      `${String(lessons).padStart(5)} lessons  ${deck.cards.length} cards  ` +
        `${deck.questions.length - generated} + ${generated} generated questions  ` +
        `${ms.toFixed(0)} ms  ${((ms * 1000) / deck.cards.length).toFixed(0)} µs a card`,
    );
    return { size: lessons, cost: ms };
  });
  console.log(`Time grows with size to the power of ${growthExponent(points).toFixed(2)} (1 is linear).\n`);
  await measureShare(course, coldMs);
}

/** Of the real site: compiling its course against a whole build of it. */
async function measureShare(course: CourseSource, coldMs: number): Promise<void> {
  const ms = medianTime(() => compile(course));
  const cards = compile(course).deck.cards.length;
  console.log(
    `The real course: ${cards} cards, ${coldMs.toFixed(0)} ms the first time, ${ms.toFixed(0)} ms as median of ${ROUNDS}.`,
  );
  const outDir = await mkdtemp(path.join(tmpdir(), 'bench-site-'));
  try {
    const start = performance.now();
    const { status } = spawnSync(path.join(ROOT, 'node_modules/.bin/astro'), ['build'], {
      cwd: ROOT,
      env: { ...process.env, OUT_DIR: outDir, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
    });
    const buildMs = performance.now() - start;
    console.log(
      status === 0
        ? `A whole build: ${(buildMs / 1000).toFixed(1)} s, of which compiling is ${((coldMs / buildMs) * 100).toFixed(1)} %.`
        : 'The site could not be built, so there is no share: see “npm run check”.',
    );
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

function medianTime(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => timeOf(work));
  return median(times);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function createCourse(lessons: number): CourseSource {
  return { locales: LOCALES, base: '/', files: createSampleCourse({ lessons }) };
}
