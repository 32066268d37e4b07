import { compile, formatIssue } from '../src/compile/index.ts';
import { loadCourse } from '../src/integration/course.ts';
import { ROOT, run } from './run.ts';

/** As in `astro.config.mjs`; the first one is the default. */
const LOCALES: readonly string[] = ['zh', 'en'];

const typesCode = await run('astro', [
  'check',
  '--minimumSeverity',
  'warning',
  '--minimumFailingSeverity',
  'warning',
]);
const { issues } = compile(await loadCourse(ROOT, { locales: LOCALES, base: '/' }));
for (const issue of issues) console.log(`${formatIssue(issue)}\n`);
const errors = issues.filter((issue) => issue.severity === 'error').length;
console.log(`Course: ${errors} errors, ${issues.length - errors} warnings.`);
process.exitCode = typesCode !== 0 || errors > 0 ? 1 : 0;
