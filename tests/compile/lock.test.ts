import { expect, test } from 'vitest';
import { compile, toManifest } from '../../src/compile/index.ts';
import { EMPTY_LOCK, LOCK_FILE, type Lock, type PublishedItem, toHistory } from '../../src/compile/lock.ts';
import { checkLock } from '../../src/compile/lock-check.ts';
import { formatLock, joinSides, parseLock } from '../../src/compile/lock-text.ts';
import { renameIds, retireIds, updateLock } from '../../src/compile/lock-update.ts';
import { cardOf, courseOf } from './course-text.ts';

const TOP = { file: LOCK_FILE, line: 1, column: 1 };

function item(id: string, changes: Partial<PublishedItem> = {}): PublishedItem {
  return { id, kind: 'basic', lesson: 'heap/marking', rev: 1, digest: '0123456789ab', ...changes };
}

function lockOf(items: readonly PublishedItem[], changes: Partial<Lock> = {}): Lock {
  return { ...updateLock(items, EMPTY_LOCK), ...changes };
}

function codesOf(items: readonly PublishedItem[], lock: Lock): string[] {
  return checkLock(items, lock, { placeOf: () => TOP, isSpoilt: () => false }).map(({ code }) => code);
}

test.each<[string, PublishedItem[], Lock, string[]]>([
  ['nothing changed', [item('a')], lockOf([item('a')]), []],
  ['another text or lesson', [item('a', { digest: 'b'.repeat(12), lesson: 'x/y' })], lockOf([item('a')]), []],
  ['a new id', [item('a'), item('b')], lockOf([item('a')]), ['unlocked-id']],
  ['a vanished id', [], lockOf([item('a')]), ['vanished-id']],
  ['both parts of a term', [], lockOf([item('a.meaning'), item('a.name')]), ['vanished-id']],
  ['two notes', [], lockOf([item('a'), item('b')]), ['vanished-id', 'vanished-id']],
  ['another kind', [item('a', { kind: 'choice' })], lockOf([item('a')]), ['changed-kind']],
  ['a higher revision', [item('a', { rev: 2 })], lockOf([item('a')]), ['unlocked-revision']],
  [
    'higher revisions, once',
    [item('a', { rev: 2 }), item('b', { rev: 3 })],
    lockOf([item('a'), item('b')]),
    ['unlocked-revision'],
  ],
  ['a lower revision', [item('a')], lockOf([item('a', { rev: 2 })]), ['lowered-revision']],
  ['a declared rename', [item('b')], lockOf([item('b')], { renamed: new Map([['a', 'b']]) }), []],
  ['a declared retirement', [], { ...EMPTY_LOCK, retired: new Set(['a']) }, []],
  [
    'a rename to what was retired',
    [],
    { ...EMPTY_LOCK, renamed: new Map([['a', 'b']]), retired: new Set(['b']) },
    [],
  ],
  ['a rename to nothing', [], { ...EMPTY_LOCK, renamed: new Map([['a', 'b']]) }, ['broken-rename']],
  ['a rename to itself', [], { ...EMPTY_LOCK, renamed: new Map([['a', 'a']]) }, ['broken-rename']],
  ['a retired id in use', [item('a')], { ...EMPTY_LOCK, retired: new Set(['a']) }, ['reused-id']],
])('[C70] %s', (_what, items, lock, codes) => {
  expect(codesOf(items, lock)).toEqual(codes);
});

test('[C70] what is absent only because of another mistake is not reported as gone', () => {
  const context = { placeOf: () => TOP, isSpoilt: (id: string) => id === 'a' };
  const issues = checkLock([], lockOf([item('a'), item('b')]), context);
  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('`b`')]);
});

test('[C70] a card with a mistake is reported once, and its id stays published', () => {
  const files = courseOf({ en: { marking: `${cardOf('a', 'Q', '')}\n\n${cardOf('b', 'Q', 'A')}` } });
  const lock = { path: LOCK_FILE, text: formatLock(lockOf([item('a'), item('b')])) };
  const { issues } = compile({ locales: ['en'], base: '/', files: [...files, lock] });
  expect(issues.map(({ code }) => code)).toEqual(['empty-side']);
});

test.each<[string, PublishedItem[], PublishedItem[], string | undefined]>([
  ['the same text', [item('old')], [item('new', { lesson: 'x/y' })], 'new'],
  ['the same text, already in the lock', [item('old'), item('new')], [item('new')], 'new'],
  ['the same place', [item('old')], [item('new', { digest: 'f'.repeat(12) })], 'new'],
  ['a term', [item('old.name')], [item('new.name')], 'new'],
  [
    'two in the same place',
    [item('old')],
    ['x', 'y'].map((id) => item(id, { digest: 'f'.repeat(12) })),
    undefined,
  ],
  ['another kind', [item('old')], [item('new', { kind: 'choice' })], undefined],
])('[C71] a rename is proposed from %s', (_what, before, after, renamed) => {
  const issues = checkLock(after, lockOf(before), { placeOf: () => TOP, isSpoilt: () => false });
  const hint = issues.find(({ code }) => code === 'vanished-id')?.hint;
  if (renamed === undefined) expect(hint).toContain('--rename old=new-id');
  else expect(hint).toContain(`--rename old=${renamed}\``);
});

test('[C71] a new id that is proposed as a rename is not reported a second time', () => {
  expect(codesOf([item('new')], lockOf([item('old')]))).toEqual(['vanished-id']);
});

test('[C72] updating adds and refreshes, and leaves what is reported as it was', () => {
  const lock = lockOf([item('gone'), item('kind'), item('rev', { rev: 3 }), item('text')], {
    retired: new Set(['given-up']),
  });
  const items = [
    item('kind', { kind: 'choice' }),
    item('rev', { rev: 2 }),
    item('text', { digest: 'c'.repeat(12), lesson: 'x/y' }),
    item('new'),
    item('given-up'),
  ];
  const updated = updateLock(items, lock);
  expect([...updated.items.keys()].sort()).toEqual(['gone', 'kind', 'new', 'rev', 'text']);
  expect(updated.items.get('kind')?.kind).toBe('basic');
  expect(updated.items.get('rev')?.rev).toBe(3);
  expect(updated.items.get('text')).toMatchObject({ digest: 'c'.repeat(12), lesson: 'x/y' });
  expect(updateLock(items, updated)).toEqual(updated);
});

test('[C72] renaming a note renames every part of it that is gone', () => {
  const lock = lockOf([item('old.meaning'), item('old.name')]);
  const items = [item('new.meaning'), item('new.name')];
  const edit = renameIds(items, lock, 'old', 'new');
  if ('refusal' in edit) throw new Error(edit.refusal);
  expect(codesOf(items, updateLock(items, edit.lock))).toEqual([]);
  expect(toHistory(edit.lock).renamed).toEqual({ 'old.meaning': 'new.meaning', 'old.name': 'new.name' });
});

test('[C72] retiring takes only what is gone', () => {
  const edit = retireIds([item('a.x')], lockOf([item('a.x'), item('a.y')]), 'a');
  expect(edit).toMatchObject({ ids: ['a.y'] });
});

test.each([
  ['never been published', renameIds([item('b')], EMPTY_LOCK, 'a', 'b')],
  ['still in the course', renameIds([item('a'), item('b')], lockOf([item('a')]), 'a', 'b')],
  ['not in the course', renameIds([], lockOf([item('a')]), 'a', 'b')],
  ['never been published', retireIds([], EMPTY_LOCK, 'a')],
  ['still in the course', retireIds([item('a')], lockOf([item('a')]), 'a')],
])('[C72] a request is refused for what has or is %s', (reason, edit) => {
  expect('refusal' in edit ? edit.refusal : '').toContain(reason);
});

test('[C73] a chain of renames leads to the last id, and a circle to none', () => {
  const renamed = new Map([
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'y'],
    ['y', 'x'],
  ]);
  const history = toHistory({ ...EMPTY_LOCK, renamed, retired: new Set(['z']) });
  expect(history).toEqual({ renamed: { a: 'c', b: 'c' }, retired: ['z'] });
});

test('[C73] deck and manifest carry what became of former ids', () => {
  const files = courseOf({ en: { marking: cardOf('b', 'Q', 'A') } });
  const lock = lockOf([item('b')], { renamed: new Map([['a', 'b']]), retired: new Set(['z']) });
  const source = {
    locales: ['en'],
    base: '/',
    files: [...files, { path: LOCK_FILE, text: formatLock(lock) }],
  };
  const { deck, issues } = compile(source);
  expect(issues).toEqual([]);
  expect(deck.history).toEqual({ renamed: { a: 'b' }, retired: ['z'] });
  expect(toManifest(deck).history).toEqual(deck.history);
});

test('[C74] a lock is one sorted line for each id, and reads back as it was', () => {
  const lock = lockOf([item('b'), item('a.name')], {
    renamed: new Map([['z', 'b']]),
    retired: new Set(['y', 'x']),
  });
  const text = formatLock(lock);
  expect(text.split('\n').slice(3, 5)).toEqual([
    '    "a.name": { "kind": "basic", "lesson": "heap/marking", "rev": 1, "digest": "0123456789ab" },',
    '    "b": { "kind": "basic", "lesson": "heap/marking", "rev": 1, "digest": "0123456789ab" }',
  ]);
  expect(formatLock(parseLock(text).lock)).toBe(text);
  expect(parseLock(text).placeOf('retired', 'y')).toMatchObject({ line: 12, column: 5 });
});

test.each([
  ['no JSON', '{\n  "version": 1,\n  "items": x\n}', { line: 3, column: 1 }],
  ['cut short', '{\n  "version": 1,', { line: 2 }],
  ['another version', '{ "version": 2, "items": {}, "renamed": {}, "retired": [] }', { line: 1, column: 1 }],
  ['a list', '[]', { line: 1, column: 1 }],
  ['a malformed id', formatLock(lockOf([item('Bad Id')])), { line: 4, column: 5 }],
])('[C74] a lock that cannot be read is one issue and an empty lock: %s', (_what, text, place) => {
  const { lock, isReadable, issues } = parseLock(text);
  expect({ lock, isReadable }).toEqual({ lock: EMPTY_LOCK, isReadable: false });
  expect(issues).toMatchObject([{ code: 'malformed-lock', ...place }]);
});

test.each(['', '||||||| base\n    "base": "b"\n'])(
  '[C74] both sides of a conflict are joined (%j)',
  (base) => {
    const ours = formatLock(lockOf([item('b')], { renamed: new Map([['a', 'b']]) }));
    const conflict = `<<<<<<< HEAD\n    "a": "b"\n${base}=======\n    "y": "b"\n>>>>>>> other\n`;
    const text = ours.replace('    "a": "b"\n', conflict);
    expect(parseLock(text).isReadable).toBe(false);
    expect([...parseLock(joinSides(text)).lock.renamed.keys()]).toEqual(['a', 'y']);
    expect(joinSides(ours)).toBe(ours);
  },
);
