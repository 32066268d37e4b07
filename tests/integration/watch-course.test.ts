import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchCourse } from '../../src/integration/watch-course.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const watcher = new EventEmitter();
  const run = vi.fn();
  watchCourse(watcher, '/site', run);
  return { run, change: (file: string) => watcher.emit('all', 'change', `/site/${file}`) };
}

it('runs once after the last of several changes', () => {
  const { run, change } = watch();
  change('content/docs/en/basics/one.md');
  vi.advanceTimersByTime(90);
  change('quizzes/basics.yaml');
  vi.advanceTimersByTime(90);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(run).toHaveBeenCalledTimes(1);
});

it('leaves files alone that are none of the course', () => {
  const { run, change } = watch();
  change('README.md');
  change('src/index.ts');
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
