import type { Issue } from '../format/issue.ts';
import { createIssue, type Place } from './issue.ts';
import { nearest } from './nearest.ts';

/** A lesson as some list names it, and where. */
export interface ListedLesson {
  readonly lesson: string;
  readonly place: Place;
}

/** Issues of a list of lessons: those that do not exist, and those that it names again. */
export function checkListed(listed: readonly ListedLesson[], known: readonly string[]): Issue[] {
  return listed.flatMap(({ lesson, place }, index) => {
    if (!known.includes(lesson)) {
      return [createIssue('unknown-lesson', place, { lesson, near: nearest(lesson, known) })];
    }
    const isTwice = listed.slice(0, index).some((other) => other.lesson === lesson);
    return isTwice ? [createIssue('listed-twice', place, { lesson })] : [];
  });
}
