import type { LessonId, NoteId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import type { Question, Quiz } from '../format/question.ts';
import type { CourseModule } from './course.ts';
import type { Document } from './document.ts';
import { createIssue, formatPlace, type Place } from './issue.ts';
import { textOfKind } from './kinds/index.ts';
import { nearest } from './nearest.ts';
import { proposeId } from './note-id.ts';
import { digestQuestion } from './question-digest.ts';
import type { AuthoredQuestion, QuestionFile } from './question-file.ts';
import { checkTally } from './question-tally.ts';
import { createInlineRenderer } from './render-inline.ts';
import { renderRevision } from './revision.ts';

/** What a course's question files give: authored questions and their quizzes, in course order. */
export interface CourseQuestions {
  readonly quizzes: readonly Quiz[];
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
}

/** Joins question files to the lessons that they belong to. Of what has an error no question is made. */
export function assembleQuestions(
  files: readonly QuestionFile[],
  modules: readonly CourseModule[],
  locales: readonly Locale[],
  base: string,
): CourseQuestions {
  const lessons = modules.flatMap((module) => module.lessons);
  const notes = indexNotes(modules);
  const order = lessons.map(({ id }) => id);
  const issues: Issue[] = files.flatMap((file) => file.issues);
  const taken = new Map<string, () => Place>([...notes].map(([id, { place }]) => [id, () => place]));
  const quizPaths = new Map<NoteId, string>();
  const sound: { file: QuestionFile; lesson: LessonId; questions: readonly AuthoredQuestion[] }[] = [];

  for (const file of files) {
    const { id, lesson, path } = file;
    const other = quizPaths.get(id);
    if (other === undefined) quizPaths.set(id, path);
    else issues.push(createIssue('duplicate-quiz', { file: path, line: 1, column: 1 }, { id, other }));
    const unit = lessons.find((candidate) => candidate.id === lesson);
    if (lesson !== undefined && unit === undefined) {
      issues.push(
        createIssue('unknown-lesson', file.placeOfLesson(), { lesson, near: nearest(lesson, order) }),
      );
    }
    const isReadable = [...(unit?.pages.values() ?? [])].every((page) => page.isReadable);
    const questions = file.questions.filter((question) => {
      const own = [
        ...checkId(question, taken),
        // What a lesson that cannot be read holds is not known.
        ...(unit === undefined || !isReadable ? [] : checkTested(question, unit.id, notes)),
      ];
      issues.push(...own);
      return own.length === 0;
    });
    if (unit !== undefined && other === undefined) sound.push({ file, lesson: unit.id, questions });
  }
  issues.push(
    ...checkTally(
      files.flatMap(({ questions }) => questions),
      locales,
    ),
  );

  sound.sort((a, b) => order.indexOf(a.lesson) - order.indexOf(b.lesson));
  const questions = sound.flatMap(({ lesson, questions: authored }) => {
    const renderers = new Map(
      locales.map((locale) => [locale, createInlineRenderer(base, `/${locale}/${lesson}/`)]),
    );
    return authored.map((question) => toQuestion(question, lesson, renderers));
  });
  const quizzes = sound.map(({ file, lesson, questions: authored }) => ({
    id: file.id,
    lesson,
    questions: authored.map(({ id }) => id),
  }));
  return { quizzes, questions, issues };
}

/** Where each term and card stands, as its first text has it. */
type NoteIndex = ReadonlyMap<string, { readonly lessons: ReadonlySet<LessonId>; readonly place: Place }>;

function indexNotes(modules: readonly CourseModule[]): NoteIndex {
  const index = new Map<string, { lessons: Set<LessonId>; place: Place }>();
  for (const { id: lesson, pages } of modules.flatMap((module) => module.lessons)) {
    for (const { id, place } of [...pages.values()].flatMap((page: Document) => page.notes)) {
      const entry = index.get(id) ?? { lessons: new Set(), place };
      index.set(id, entry);
      entry.lessons.add(lesson);
    }
  }
  return index;
}

function checkId({ id, placeOf }: AuthoredQuestion, taken: Map<string, () => Place>): Issue[] {
  const other = taken.get(id);
  if (other === undefined) {
    taken.set(id, () => placeOf(['id']));
    return [];
  }
  const proposal = proposeId([id], new Set(taken.keys()));
  return [createIssue('duplicate-id', placeOf(['id']), { id, other: formatPlace(other()), proposal })];
}

function checkTested({ source, placeOf }: AuthoredQuestion, lesson: LessonId, notes: NoteIndex): Issue[] {
  const id = source.tests;
  const found = notes.get(id);
  if (found?.lessons.has(lesson)) return [];
  const inLesson = [...notes].filter(([, note]) => note.lessons.has(lesson)).map(([note]) => note);
  const details = {
    id,
    lesson,
    near: nearest(id, inLesson),
    elsewhere: found && formatPlace(found.place),
  };
  return [createIssue('unknown-tested-note', placeOf(['tests']), details)];
}

function toQuestion(
  { id, source }: AuthoredQuestion,
  lesson: LessonId,
  renderers: ReadonlyMap<Locale, (markdown: string) => string>,
): Question {
  const [keyLocale = ''] = renderers.keys();
  const texts = [...renderers].map(([locale, render]) => [
    locale,
    textOfKind(source.kind, source, { locale, keyLocale, render }),
  ]);
  return {
    id,
    kind: source.kind,
    lesson,
    tests: source.tests as NoteId,
    origin: 'author',
    ...renderRevision(source, (locale) => renderers.get(locale) ?? ((text) => text)),
    digest: digestQuestion(source),
    texts: Object.fromEntries(texts),
  };
}
