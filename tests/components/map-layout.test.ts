import { expect, test } from 'vitest';
import { formatDuration } from '../../src/components/map/duration-text.ts';
import { HEAD, layOutMap, RADIUS } from '../../src/components/map/map-layout.ts';
import type { Module } from '../../src/format/deck.ts';
import type { LessonId, ModuleId } from '../../src/format/id.ts';

const moduleOf = (id: string, lessons: Readonly<Record<string, readonly string[]>>): Module => ({
  id: id as ModuleId,
  pages: {},
  lessons: Object.entries(lessons).map(([name, needed]) => ({
    id: `${id}/${name}` as LessonId,
    pages: {},
    ...(needed.length > 0 ? { prerequisites: needed as LessonId[] } : {}),
  })),
});

const MODULES = [
  moduleOf('m', { a: [], b: ['m/a'], c: ['m/a', 'm/b'] }),
  moduleOf('n', { a: ['m/c'] }),
  moduleOf('o', { a: ['m/a', 'n/a'], b: ['m/b'] }),
];

test('a module is a column and its lessons are numbered from the top', () => {
  const { columns, nodes } = layOutMap(MODULES);
  expect(columns.map(({ label }) => label)).toEqual(['1', '2', '3']);
  expect(nodes.map(({ id, label }) => `${id} ${label}`)).toEqual([
    'm/a 1.1',
    'm/b 1.2',
    'm/c 1.3',
    'n/a 2.1',
    'o/a 3.1',
    'o/b 3.2',
  ]);
});

test('no two lessons touch, and all are inside the drawing, below the numbers of the modules', () => {
  const { nodes, width, height } = layOutMap(MODULES);
  for (const [index, { x, y }] of nodes.entries()) {
    expect(x).toBeGreaterThan(RADIUS);
    expect(x).toBeLessThan(width - RADIUS);
    expect(y).toBeGreaterThan(HEAD + RADIUS);
    expect(y).toBeLessThan(height - RADIUS);
    for (const other of nodes.slice(index + 1)) {
      expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(2 * RADIUS);
    }
  }
});

test('there is one line for each lesson to be read first, from its edge to the edge of the one that wants it', () => {
  const { nodes, edges } = layOutMap(MODULES);
  expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'm/a m/b',
    'm/a m/c',
    'm/b m/c',
    'm/c n/a',
    'm/a o/a',
    'n/a o/a',
    'm/b o/b',
  ]);
  for (const { from, to, line } of edges) {
    expect(line).not.toMatch(/NaN|undefined/);
    const numbers = line.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    const end = line.includes('V') ? [numbers[0], numbers.at(-1)] : numbers.slice(-2);
    for (const [lesson, [x = 0, y = 0]] of [
      [from, numbers.slice(0, 2)],
      [to, end],
    ] as const) {
      const node = nodes.find(({ id }) => id === lesson);
      const distance = Math.hypot(x - (node?.x ?? 0), y - (node?.y ?? 0));
      expect(distance, line).toBeGreaterThanOrEqual(RADIUS - 1);
      expect(distance, line).toBeLessThanOrEqual(RADIUS + 6);
    }
  }
});

test('a line within a row swings past the lesson between', () => {
  const line = layOutMap(MODULES).edges.find(({ from, to }) => from === 'm/a' && to === 'o/a')?.line ?? '';
  const [, y = 0, , control = 0] = line.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  expect(control).toBeLessThan(y - RADIUS);
});

test('an empty course and a lesson that is not there draw nothing', () => {
  expect(layOutMap([])).toMatchObject({ width: 0, nodes: [], edges: [] });
  expect(layOutMap([moduleOf('m', { a: ['m/x'] })]).edges).toEqual([]);
});

test.each([
  [90, 'en', '1 hr 30 min'],
  [60, 'en', '1 hr'],
  [45, 'en', '45 min'],
  [315, 'zh-CN', '5小时 15分钟'],
])('%i minutes in %s are %s', (minutes, language, expected) => {
  expect(formatDuration(minutes, language)).toBe(expected);
});
