import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { type CourseSource, compile, planIds, type SourceFile } from '../../src/compile/index.ts';
import { loadCourse } from '../../src/integration/course.ts';
import { LOCALES } from '../locales.ts';
import { ROOT } from '../run.ts';

const SIZES = [100, 300, 1000] as const;
const ROUNDS = 5;
const LESSONS_PER_MODULE = 10;

/** Measures how long a course takes to compile, how that grows, and what share of a whole build it is. */
export async function run(): Promise<void> {
  // First of all, since a build compiles once and in a fresh process.
  const course = await loadCourse(ROOT, { locales: LOCALES, base: '/' });
  const coldMs = timeOf(() => compile(course));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  console.log(
    `Each lesson: ${TERMS} terms, ${CARDS} cards, ${QUESTIONS} questions, in ${LOCALES.join(' and ')}.\n`,
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
    return { lessons, ms };
  });
  console.log(`Time grows with size to the power of ${exponentOf(points).toFixed(2)} (1 is linear).\n`);
  await measureShare(course, coldMs);
}

// A term gives two cards: with these a lesson has ten.
const TERMS = 3;

const CARDS = 4;
const QUESTIONS = 5;

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
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The slope of the line through the points on logarithmic scales (least squares). */
function exponentOf(points: readonly { readonly lessons: number; readonly ms: number }[]): number {
  const logs = points.map(({ lessons, ms }) => [Math.log(lessons), Math.log(ms)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function createCourse(lessons: number): CourseSource {
  const files = Array.from({ length: lessons }, (_, index) => {
    const module = `module-${Math.floor(index / LESSONS_PER_MODULE)}`;
    return [...LOCALES.map((locale) => createLesson(locale, module, index)), createQuiz(module, index)];
  });
  const modules = Array.from({ length: Math.ceil(lessons / LESSONS_PER_MODULE) }, (_, index) =>
    LOCALES.map((locale) => page(locale, `module-${index}/index`, index + 1, '')),
  );
  const source = { locales: LOCALES, base: '/', files: [...files.flat(), ...modules.flat()] };
  return { ...source, files: [...source.files, ...planIds(source).files] };
}

function createLesson(locale: string, module: string, lesson: number): SourceFile {
  const sentence = (number: number) =>
    locale === 'zh'
      ? `第 ${lesson} 课的第 ${number} 点说明对象怎样按顺序到达，又怎样在 \`queue-${number}\` 中等待。`
      : `Point ${number} of lesson ${lesson} says how **objects** arrive and wait in \`queue-${number}\`.`;
  const terms = Array.from(
    { length: TERMS },
    (_, index) =>
      `:term[${locale === 'zh' ? '概念' : 'concept '}${lesson}x${index}]{#term-${lesson}-${index}}\n: ${sentence(index)}`,
  );
  const cards = Array.from(
    { length: CARDS },
    (_, index) =>
      `:::card{#card-${lesson}-${index}}\n${sentence(index)}?\n\n***\n\n${sentence(index + 1)}\n:::`,
  );
  const prose = Array.from(
    { length: 8 },
    (_, index) => `## ${sentence(index)}\n\n${sentence(index).repeat(6)}`,
  );
  const blocks = prose.flatMap((text, index) => [text, terms[index] ?? '', cards[index] ?? '']);
  const body = [...blocks, `::quiz{#quiz-${lesson}}`, SOURCES].join('\n\n');
  return page(locale, `${module}/lesson-${lesson}`, (lesson % LESSONS_PER_MODULE) + 1, body);
}

function createQuiz(module: string, lesson: number): SourceFile {
  const both = (zh: string, en: string) => `{ zh: "${zh}", en: "${en}" }`;
  const questions = Array.from({ length: QUESTIONS }, (_, index) =>
    [
      `  - id: question-${lesson}-${index}`,
      '    kind: choice',
      `    tests: card-${lesson}-${index % CARDS}`,
      `    stem: ${both(`第 ${index} 点为什么成立？`, `Why does point ${index} hold?`)}`,
      '    options:',
      ...[0, 1, 2].flatMap((option) => [
        `      - text: ${both(`理由之 ${option}，长短相同`, `Reason number ${option}, of one length`)}`,
        ...(option === (lesson + index) % 3 ? ['        correct: true'] : []),
      ]),
      `    explanation: ${both('课文里说明了这一点。', 'The lesson says so.')}`,
    ].join('\n'),
  );
  return {
    path: `quizzes/${module}/quiz-${lesson}.yaml`,
    text: `lesson: ${module}/lesson-${lesson}\nquestions:\n${questions.join('\n')}\n`,
  };
}

function page(locale: string, name: string, order: number, body: string): SourceFile {
  const text = `---\ntitle: ${name}\ndescription: About ${name}.\nsidebar:\n  order: ${order}\n---\n${body}\n`;
  return { path: `content/docs/${locale}/${name}.md`, text };
}

const SOURCES = ':::sources\n- [Handbook](https://example.org/)\n:::';
