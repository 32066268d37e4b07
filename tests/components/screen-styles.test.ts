import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');
const read = (file: string) => readFileSync(file, 'utf8');
const resolveFrom = (file: string, to: string) => path.resolve(path.dirname(file), to);

/** A file with all that it imports of ours, whatever the depth. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, to = ''] of read(file).matchAll(/(?:import|export)[^'"]*?['"](\.[^'"]+\.tsx?)['"]/g))
    reach(resolveFrom(file, to), seen);
  return seen;
}

/** A stylesheet with those that it imports. */
function readStyles(file: string): string {
  const text = read(file);
  return [...text.matchAll(/@import '(\.[^']+)'/g)]
    .map(([, to = '']) => readStyles(resolveFrom(file, to)))
    .concat(text)
    .join('\n');
}

const classesIn = (text: string) => new Set(text.match(/(?<=\.)recall-[\w-]+/g));
const OF_EVERY_PAGE = readStyles(path.join(SRC, 'components/styles/site.css'));
const STYLED = classesIn(globSync(path.join(SRC, 'components/styles/*.css')).map(read).join('\n'));

const routes = globSync(path.join(SRC, 'routes/*.astro')).flatMap((route) => {
  const [, script = ''] = read(route).match(/<script src="([^"]+mount-[^"]+)"/) ?? [];
  return script ? [{ name: path.basename(route, '.astro'), route, script: resolveFrom(route, script) }] : [];
});

// A screen whose parts come from elsewhere shows them as the browser would, grey and small, without their styles.
it.each(routes)('the page “$name” loads the styles of all that it shows', ({ route, script }) => {
  const own = [...read(route).matchAll(/import '([^']+\.css)'/g)].map(([, to = '']) =>
    readStyles(resolveFrom(route, to)),
  );
  const parts = [...reach(script)];
  const brought = parts.flatMap((file) =>
    [...read(file).matchAll(/import '([^']+\.css)'/g)].map(([, to = '']) =>
      readStyles(resolveFrom(file, to)),
    ),
  );
  const loaded = classesIn([OF_EVERY_PAGE, ...own, ...brought].join('\n'));
  const used = parts.flatMap((file) => read(file).match(/(?<![\w-])recall-[a-z][\w-]*/g) ?? []);
  const missing = [...new Set(used)].filter((name) => STYLED.has(name) && !loaded.has(name));
  expect(used.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

it('looks at the screens of the learner', () => {
  expect(routes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['review', 'cards', 'settings', 'practice', 'exam', 'data']),
  );
});
