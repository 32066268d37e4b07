import { parseArgs } from 'node:util';
import { compile, measureCourse } from '../src/compile/index.ts';
import { loadCourse } from '../src/integration/course.ts';
import { isReporterName, REPORTERS } from '../src/integration/report/reporter.ts';
import { formatStats } from './course-stats.ts';
import { LOCALES } from './locales.ts';
import { ROOT, run } from './run.ts';

const { values } = parseArgs({
  options: {
    reporter: { type: 'string', default: process.env.GITHUB_ACTIONS ? 'github' : 'human' },
    stats: { type: 'boolean', default: false },
  },
});
const { reporter } = values;
if (!isReporterName(reporter)) {
  console.error(`There is no reporter \`${reporter}\`, only ${Object.keys(REPORTERS).join(', ')}.`);
  process.exit(2);
}
const typesCode = await run(
  'astro',
  ['check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  { isQuiet: reporter === 'json' },
);
const course = loadCourse(ROOT, { locales: LOCALES, base: '/' });
const { deck, issues } = compile(course);
if (values.stats) console.error(`${formatStats(measureCourse(course, deck), LOCALES)}\n`);
console.log(REPORTERS[reporter](issues, { color: process.stdout.isTTY && !process.env.NO_COLOR }));
process.exitCode = typesCode !== 0 || issues.some(({ severity }) => severity === 'error') ? 1 : 0;
