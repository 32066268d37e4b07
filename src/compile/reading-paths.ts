import { z } from 'zod';
import type { ReadingPath } from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { checkShape } from './check-shape.ts';
import { textsSchema } from './facts/fact-schema.ts';
import { createIssue, formatPlace } from './issue.ts';
import { checkListed, type ListedLesson } from './lesson-list.ts';
import { isNoteId, slugify } from './note-id.ts';
import type { Prerequisites } from './prerequisites.ts';
import type { SourceFile } from './source.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The file that holds a course's reading paths. */
export const PATHS_FILE = 'content/paths.yaml';

/**
 * The reading paths of a course, in the order of their file. Each needs lessons that exist, each once, and none
 * before one on the same path that it builds on; of a path with a mistake nothing is made.
 */
export function compilePaths(
  files: readonly SourceFile[],
  prerequisites: Prerequisites,
  locales: readonly Locale[],
): { paths: readonly ReadingPath[]; issues: readonly Issue[] } {
  const file = files.find(({ path }) => path === PATHS_FILE);
  if (file === undefined) return { paths: [], issues: [] };
  const { yaml, issues: unread } = readYaml(file);
  const issues = [...unread];
  if (yaml === undefined) return { paths: [], issues };

  issues.push(
    ...checkShape(
      z.strictObject({ paths: z.array(z.unknown(), { error: PATHS }) }),
      yaml.data,
      yaml,
      locales,
    ),
  );
  const schema = pathSchema(locales);
  const places = new Map<string, string>();
  const paths = LENIENT.parse(yaml.data).paths.flatMap((written, index): ReadingPath[] => {
    const at = ['paths', index];
    const own = checkShape(schema, written, yaml, locales, at);
    const parsed = schema.safeParse(written);
    if (parsed.success) {
      own.push(...checkId(parsed.data.id, yaml, at, places));
      own.push(...checkLessons(parsed.data.lessons, yaml, at, prerequisites));
    }
    issues.push(...own);
    if (!parsed.success || own.length > 0) return [];
    const { id, title, description, minutes, lessons } = parsed.data;
    const texts = Object.fromEntries(
      locales.map((locale) => [
        locale,
        { title: title[locale] ?? '', description: description[locale] ?? '' },
      ]),
    );
    return [{ id, texts, minutes, lessons: lessons as LessonId[] }];
  });
  return { paths, issues };
}

const PATHS = 'a list of reading paths, each of which begins with `- id:`';
const ID = 'an id of its own, such as `one-evening`';
const MINUTES = 'a whole number of minutes';
const LESSON = 'the path of a lesson, e.g. `basics/first-steps`';
const LESSONS = 'a list of at least two lessons, in the order of reading';

function pathSchema(locales: readonly Locale[]) {
  const texts = textsSchema(locales);
  const lesson = z.string({ error: LESSON }).trim().min(1, { error: LESSON });
  return z.strictObject(
    {
      id: z.string({ error: ID }).min(1, { error: ID }),
      title: texts,
      description: texts.describe('For whom it is, and what one gains.'),
      minutes: z.int({ error: MINUTES }).min(1, { error: MINUTES }),
      lessons: z.array(lesson, { error: LESSONS }).min(2, { error: LESSONS }),
    },
    { error: 'a map with `id`, `title`, `description`, `minutes` and `lessons`' },
  );
}

// The same shape once more, in which a wrong value does not hide the good ones beside it.
const LENIENT = z.object({ paths: z.array(z.unknown()).catch([]) }).catch({ paths: [] });

function checkId(
  id: string,
  yaml: YamlFile,
  at: readonly PropertyKey[],
  places: Map<string, string>,
): Issue[] {
  const place = yaml.placeOf([...at, 'id']);
  if (!isNoteId(id)) {
    const proposal = slugify(id) || 'path';
    return [createIssue('malformed-id', place, { id, proposal, snippet: `id: ${proposal}` })];
  }
  const other = places.get(id);
  if (other !== undefined) {
    return [createIssue('duplicate-id', place, { id, other, proposal: `${id}-2` })];
  }
  places.set(id, formatPlace(place));
  return [];
}

function checkLessons(
  lessons: readonly string[],
  yaml: YamlFile,
  at: readonly PropertyKey[],
  prerequisites: Prerequisites,
): Issue[] {
  const listed: ListedLesson[] = lessons.map((lesson, index) => ({
    lesson,
    place: yaml.placeOf([...at, 'lessons', index]),
  }));
  const early = listed.flatMap(({ lesson, place }, index) => {
    const needed = prerequisites.get(lesson as LessonId) ?? [];
    return needed
      .filter((candidate) => lessons.indexOf(candidate) > index)
      .map((candidate) => createIssue('path-order', place, { lesson, needed: candidate }));
  });
  return [...checkListed(listed, [...prerequisites.keys()]), ...early];
}
