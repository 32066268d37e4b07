import path from 'node:path';
import { expect, test } from 'vitest';
import { compile, formatIssue, type SourceFile } from '../../src/compile/index.ts';
import { loadCourse } from '../../src/integration/course.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SETTINGS = { locales: ['zh', 'en'], base: '/' };

/** One mistake: where, what is written instead of what, and how the report must begin. */
interface Mistake {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly reports: readonly string[];
}

const MISTAKES: readonly Mistake[] = [
  {
    file: 'content/docs/zh/types/paravirtualization.md',
    from: '{#hypercall ',
    to: '{',
    reports: ['missing-id'],
  },
  {
    file: 'content/docs/zh/types/full-virtualization.md',
    from: '(/zh/types/hardware-assisted/)',
    to: '(/zh/types/hardware-asisted/)',
    reports: ['broken-link'],
  },
  {
    file: 'content/docs/en/foundations/popek-goldberg.md',
    from: ':::sources',
    to: ':::source',
    reports: ['unknown-directive', 'missing-sources'],
  },
  {
    file: 'content/docs/en/types/paravirtualization.md',
    from: '\n***\n',
    to: '\n---\n',
    reports: ['heading-in-card'],
  },
  {
    file: 'quizzes/hardware/virtio.yaml',
    from: 'correct: true',
    to: 'correct: false',
    reports: ['no-right-answer'],
  },
  { file: 'quizzes/hardware/iommu.yaml', from: 'lesson:', to: 'lesson: [', reports: ['invalid-yaml'] },
  {
    file: 'quizzes/facts/hypervisors.yaml',
    from: 'title:',
    to: 'titel:',
    reports: ['unknown-key', 'missing-key'],
  },
];

test('a deliberately broken copy of the course is reported whole, sorted, once, and each with the way out', () => {
  const source = loadCourse(ROOT, SETTINGS);
  const files = source.files.map((file) =>
    MISTAKES.filter((mistake) => mistake.file === file.path).reduce(breakFile, file),
  );
  const issues = compile({ ...source, files }).issues.filter(({ severity }) => severity === 'error');
  const report = issues.map(formatIssue).join('\n\n');
  for (const { file, reports } of MISTAKES) {
    const codes = issues.filter((issue) => issue.file === file).map(({ code }) => code);
    for (const code of reports) expect(codes, `${file}\n${report}`).toContain(code);
  }
  expect(issues.filter(({ hint }) => !hint)).toEqual([]);
  const places = issues.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  expect(new Set(places).size).toBe(places.length);
});

test('the course itself has no error', () => {
  const { issues } = compile(loadCourse(ROOT, SETTINGS));
  expect(issues.filter(({ severity }) => severity === 'error').map(formatIssue)).toEqual([]);
});

function breakFile(file: SourceFile, { from, to }: Mistake): SourceFile {
  const text = file.text.replace(from, to);
  if (text === file.text) throw new Error(`Inconsistent: ${file.path} has no ${String(from)}`);
  return { ...file, text };
}
