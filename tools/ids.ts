import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type IdPlan, planIds } from '../src/compile/index.ts';
import { loadCourse } from '../src/integration/course.ts';
import { LOCALES } from './locales.ts';
import { ROOT } from './run.ts';

const USAGE = `npm run ids -- [--rename old=new] [--retire id] [--check]
  Writes an id into every term and card that has none, and the lock of published ids.
  --rename old=new  the new id carries on the history of one that is gone; both may be given for several ids
  --retire id       the id is given up; learners keep its history
  --check           writes nothing, and ends with code 1 if something would change`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const request = parseRequest(args);
  if (request === undefined) {
    console.error(USAGE);
    return 2;
  }
  const plan = planIds(loadCourse(ROOT, { locales: LOCALES, base: '/' }), request);
  if (plan.refusals.length > 0) {
    for (const refusal of plan.refusals) console.error(refusal);
    console.error('Nothing was written.');
    return 2;
  }
  if (!request.isCheck) {
    for (const { path: file, text } of plan.files) await writeFile(path.join(ROOT, file), text);
  }
  for (const line of summarise(plan, request.isCheck)) console.log(line);
  const isIncomplete = plan.unwritten.length > 0;
  return isIncomplete || (request.isCheck && plan.files.length > 0) ? 1 : 0;
}

interface Request {
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  readonly retirements: readonly string[];
  readonly isCheck: boolean;
}

/** `undefined` for arguments that are not known or not complete. */
function parseRequest(args: readonly string[]): Request | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rename: { type: 'string', multiple: true },
        retire: { type: 'string', multiple: true },
        check: { type: 'boolean' },
      },
    });
    const renames = (values.rename ?? []).map((pair) => {
      const [, from = '', to = ''] = /^([^=]+)=([^=]+)$/.exec(pair) ?? [];
      return { from, to };
    });
    if (renames.some(({ from }) => from === '')) return undefined;
    return { renames, retirements: values.retire ?? [], isCheck: values.check ?? false };
  } catch {
    return undefined;
  }
}

function summarise(
  { files, written, unwritten, added, renamed, retired }: IdPlan,
  isCheck: boolean,
): string[] {
  const would = isCheck ? 'would be ' : '';
  const count = (ids: readonly unknown[], what: string) =>
    ids.length === 0 ? [] : [`${ids.length} ${ids.length === 1 ? 'id' : 'ids'} ${would}${what}`];
  return [
    ...written.map(({ item, id, place }) => `${place}  ${item} {#${id}}`),
    ...unwritten.map((line) => `By hand, at ${line}`),
    ...count(written, 'written into lessons.'),
    ...count(added, 'added to the lock.'),
    ...count(renamed, `renamed in the lock: ${renamed.join(', ')}.`),
    ...count(retired, `retired in the lock: ${retired.join(', ')}.`),
    files.length === 0
      ? 'Every id is in place; nothing to write.'
      : `${isCheck ? 'Would change' : 'Changed'}: ${files.map((file) => file.path).join(', ')}`,
  ];
}
