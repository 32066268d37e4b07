import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/format/deck.ts';
import type { LessonId, ModuleId } from '../../src/format/id.ts';
import { createCourseNavigation, LISTED } from '../../src/routes/navigation.ts';

function course(moduleCount: number, lessonCount: number): Module[] {
  return Array.from({ length: moduleCount }, (_, m) => ({
    id: `m${m}` as ModuleId,
    pages: { zh: { title: `模块 ${m}`, description: '' } },
    lessons: Array.from({ length: lessonCount }, (_, l) => ({
      id: `m${m}/l${l}` as LessonId,
      pages: {
        zh: { title: `课 ${m}.${l}`, description: '' },
        en: { title: `Lesson ${m}.${l}`, description: '' },
      },
    })),
  }));
}

const navigate = (modules: Module[], path: string) => createCourseNavigation(modules, 'en', 'zh')(path);

describe('the navigation of a small course', () => {
  const modules = course(4, 10);

  it('is the reader’s module with its lessons, and one place for each other module', () => {
    const { modules: shown, isModuleHidden, isLessonHidden } = navigate(modules, 'm1/l3');
    expect(shown.map(({ path, lessons }) => [path, lessons?.length])).toEqual([
      ['m0', undefined],
      ['m1', 10],
      ['m2', undefined],
      ['m3', undefined],
    ]);
    expect(shown[1]?.lessons?.[3]).toEqual({ label: 'Lesson 1.3', path: 'm1/l3' });
    expect([isModuleHidden, isLessonHidden]).toEqual([false, false]);
  });

  it('names a module in the default language where it has no page in the reader’s', () => {
    expect(navigate(modules, 'm1').modules[0]?.label).toBe('模块 0');
  });

  it.each([
    ['m0', undefined, 'm0/l0'],
    ['m1/l0', 'm1', 'm1/l1'],
    ['m1', 'm0/l9', 'm1/l0'],
    ['m3/l9', 'm3/l8', undefined],
    ['', undefined, undefined],
    ['review', undefined, undefined],
  ])('leads from “%s” back to %s and on to %s', (path, previous, next) => {
    const shown = navigate(modules, path);
    expect([shown.previous?.path, shown.next?.path]).toEqual([previous, next]);
  });

  it('shows no lessons beside pages of no module', () => {
    expect(navigate(modules, 'map').modules.filter(({ lessons }) => lessons)).toEqual([]);
  });
});

describe('the navigation of a large course', () => {
  it.each([
    ['4,000 lessons in 400 modules', course(400, 10), 'm200/l5'],
    ['4,000 lessons in one module', course(1, 4000), 'm0/l2000'],
    ['4,000 lessons in 40 modules', course(40, 100), 'm39/l99'],
  ])('of %s is bounded, and the reader is in it', (_, modules, path) => {
    const shown = navigate(modules, path);
    const own = shown.modules.find(({ lessons }) => lessons);
    expect(shown.modules.length).toBeLessThanOrEqual(LISTED.modules);
    expect(own?.lessons?.length).toBeLessThanOrEqual(LISTED.lessons);
    expect(own?.lessons?.filter((lesson) => lesson.path === path)).toHaveLength(1);
    expect(shown.isModuleHidden || shown.isLessonHidden).toBe(true);
  });

  it('is as long with 4,000 lessons as with 400', () => {
    const length = (modules: number) => JSON.stringify(navigate(course(modules, 10), 'm20/l5')).length;
    expect(length(400) / length(40)).toBeLessThan(1.05);
  });
});
