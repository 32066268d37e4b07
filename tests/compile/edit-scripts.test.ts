import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, planIds, type SourceFile } from '../../src/compile/index.ts';
import { LOCK_FILE, publishedItems, toHistory } from '../../src/compile/lock.ts';
import { parseLock } from '../../src/compile/lock-text.ts';
import { type ModelCourse, type ModelLesson, type ModelNote, sourceFiles } from './model-course.ts';

const SETTINGS = { seed: 20261123, numRuns: 15 };
// Every step of a script compiles a whole course several times.
const TIMEOUT = { timeout: 300_000 };
const LOCALES = ['zh', 'en'];

/** One edit of an author. `at` and `to` choose what it concerns, modulo what there is. */
interface Edit {
  readonly kind: (typeof EDITS)[number];
  readonly at: number;
  readonly to: number;
}

const EDITS = [
  'typo',
  'retype-option',
  'reorder-notes',
  'reorder-options',
  'reorder-rows',
  'move-note',
  'retitle',
  'translate',
  'add-term',
  'add-card',
  'add-row',
  'rename-note',
] as const;

const edits = fc.array(fc.record({ kind: fc.constantFrom(...EDITS), at: fc.nat(99), to: fc.nat(99) }), {
  minLength: 1,
  maxLength: 12,
});

test('[C82] no script of edits changes a published id or loses its history', TIMEOUT, () => {
  fc.assert(
    fc.property(edits, (script) => {
      let course = startCourse();
      let lock = writeLock(sourceFiles(course), '');
      const published = new Set(parseLock(lock).lock.items.keys());
      for (const [step, edit] of script.entries()) {
        const { next, renamed } = applyEdit(course, edit, step);
        const files = sourceFiles(next);
        const before = codesOf(files, lock);
        if (renamed === undefined) {
          expect(before.filter((code) => code !== 'unlocked-id')).toEqual([]);
        } else {
          expect(before).toContain('vanished-id');
        }
        lock = writeLock(files, lock, renamed);
        expect(codesOf(files, lock)).toEqual([]);
        course = next;
      }
      const last = parseLock(lock).lock;
      const { renamed } = toHistory(last);
      const live = new Set(itemIds(sourceFiles(course)));
      const lost = [...published].filter((id) => !live.has(renamed[id] ?? id));
      expect(lost).toEqual([]);
      expect(last.retired.size).toBe(0);
    }),
    SETTINGS,
  );
});

test('[C82] an id taken out of the course is noticed, whatever is edited at the same time', TIMEOUT, () => {
  fc.assert(
    fc.property(edits, fc.nat(99), (script, pick) => {
      const start = startCourse();
      const lock = writeLock(sourceFiles(start), '');
      const harmless = script.filter(({ kind }) => kind !== 'rename-note');
      let course = start;
      for (const [step, edit] of harmless.entries()) course = applyEdit(course, edit, step).next;
      const notes = start.lessons.flatMap((lesson) => lesson.notes);
      const target = notes[pick % notes.length]?.id;
      const without = mapLessons(course, (lesson) => ({
        ...lesson,
        notes: lesson.notes.filter(({ id }) => id !== target),
      }));
      expect(codesOf(sourceFiles(without), lock)).toContain('vanished-id');
    }),
    SETTINGS,
  );
});

/** Two lessons with terms enough for generated questions, and a table of three rows. */
function startCourse(): ModelCourse {
  const note = (id: string, item: ModelNote['item'], number: number): ModelNote => ({
    id,
    item,
    front: number,
    back: number + 1,
    options: [number + 2, number + 3, number + 4],
    order: [0, 1, 2],
  });
  const terms = (lesson: number) =>
    [0, 1, 2].map((index) => note(`term-${lesson}-${index}`, 'term', lesson * 100 + index * 10));
  return {
    lessons: [
      { name: 'marking', title: 1, isTranslated: true, notes: [...terms(1), note('card-a', 'card', 150)] },
      { name: 'sweeping', title: 2, isTranslated: true, notes: [...terms(2), note('card-b', 'card', 250)] },
      { name: 'moving', title: 3, isTranslated: false, notes: [note('card-c', 'card', 350)] },
    ],
    rows: [
      { id: 'row-a', label: 400, isFast: true },
      { id: 'row-b', label: 401, isFast: false },
      { id: 'row-c', label: 402, isFast: false },
    ],
  };
}

function applyEdit(
  course: ModelCourse,
  { kind, at, to }: Edit,
  step: number,
): { next: ModelCourse; renamed?: [string, string] } {
  const fresh = 1000 + step * 10;
  const notes = course.lessons.flatMap((lesson) => lesson.notes);
  const target = notes[at % notes.length];
  const lesson = course.lessons[at % course.lessons.length];
  if (target === undefined || lesson === undefined) throw new Error('Inconsistent: the course is empty.');
  const editNote = (change: (note: ModelNote) => ModelNote) =>
    mapLessons(course, (each) => ({
      ...each,
      notes: each.notes.map((note) => (note === target ? change(note) : note)),
    }));
  const editLesson = (change: (lesson: ModelLesson) => ModelLesson) =>
    mapLessons(course, (each) => (each === lesson ? change(each) : each));
  const added = (item: ModelNote['item']): ModelNote => ({
    id: `new-${item}-${step}`,
    item,
    front: fresh,
    back: fresh + 1,
    options: [fresh + 2, fresh + 3, fresh + 4],
    order: [1, 0, 2],
  });
  switch (kind) {
    case 'typo':
      return {
        next: editNote((note) => (to % 2 === 0 ? { ...note, front: fresh } : { ...note, back: fresh })),
      };
    case 'retype-option':
      return {
        next: editNote((note) => ({
          ...note,
          options: note.options.map((word, index) => (index === to % 3 ? fresh : word)),
        })),
      };
    case 'reorder-notes':
      return { next: editLesson((each) => ({ ...each, notes: rotate(each.notes, to) })) };
    case 'reorder-options':
      return { next: editNote((note) => ({ ...note, order: rotate(note.order, to) })) };
    case 'reorder-rows':
      return { next: { ...course, rows: rotate(course.rows, to) } };
    case 'move-note': {
      const goal = course.lessons[to % course.lessons.length];
      const next = mapLessons(course, (each) => {
        const kept = each.notes.filter((note) => note !== target);
        return { ...each, notes: each === goal ? [...kept, target] : kept };
      });
      return { next };
    }
    case 'retitle':
      return { next: editLesson((each) => ({ ...each, title: fresh })) };
    case 'translate':
      return { next: editLesson((each) => ({ ...each, isTranslated: true })) };
    case 'add-term':
    case 'add-card': {
      const note = added(kind === 'add-term' ? 'term' : 'card');
      return { next: editLesson((each) => ({ ...each, notes: [note, ...each.notes] })) };
    }
    case 'add-row':
      return {
        next: {
          ...course,
          rows: [{ id: `row-${step}`, label: fresh, isFast: to % 2 === 0 }, ...course.rows],
        },
      };
    case 'rename-note': {
      const id = `renamed-${step}`;
      return { next: editNote((note) => ({ ...note, id })), renamed: [target.id, id] };
    }
  }
}

function codesOf(files: readonly SourceFile[], lock: string): string[] {
  const { issues } = compile({
    locales: LOCALES,
    base: '/',
    files: [...files, { path: LOCK_FILE, text: lock }],
  });
  return [...new Set(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
}

function itemIds(files: readonly SourceFile[]): string[] {
  return publishedItems(compile({ locales: LOCALES, base: '/', files }).deck).map(({ id }) => id);
}

/** The lock that `npm run ids` writes; a renamed note is declared with the question that is named after it. */
function writeLock(files: readonly SourceFile[], lock: string, renamed?: readonly [string, string]): string {
  const source = { locales: LOCALES, base: '/', files: [...files, { path: LOCK_FILE, text: lock }] };
  const renames = renamed === undefined ? [] : [{ from: renamed[0], to: renamed[1] }];
  const questions = renames.map(({ from, to }) => ({ from: `q-${from}`, to: `q-${to}` }));
  const plan = planIds(source, { renames: [...renames, ...questions], retirements: [] });
  expect(plan.refusals).toEqual([]);
  return plan.files.find(({ path }) => path === LOCK_FILE)?.text ?? lock;
}

function mapLessons(course: ModelCourse, change: (lesson: ModelLesson) => ModelLesson): ModelCourse {
  return { ...course, lessons: course.lessons.map(change) };
}

function rotate<T>(values: readonly T[], by: number): T[] {
  const cut = values.length === 0 ? 0 : by % values.length;
  return [...values.slice(cut), ...values.slice(0, cut)];
}
