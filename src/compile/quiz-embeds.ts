import type { Issue } from '../format/issue.ts';
import type { Document } from './document.ts';
import { createIssue, formatPlace, type Place } from './issue.ts';
import { nearest } from './nearest.ts';
import type { QuestionFile } from './question-file.ts';

/** Issues of `::quiz` lines over the whole course: unknown, in another lesson, shown twice, or missing. */
export function checkQuizEmbeds(documents: readonly Document[], files: readonly QuestionFile[]): Issue[] {
  // Of two files of one name the first counts.
  const quizzes = new Map<string, QuestionFile>(files.toReversed().map((file) => [file.id, file]));
  const issues: Issue[] = [];
  for (const document of documents) {
    const shown = new Map<string, Place>();
    for (const { id, place } of document.quizzes) {
      const quiz = quizzes.get(id ?? '');
      if (id === undefined || quiz === undefined) {
        issues.push(createIssue('unknown-quiz', place, { id, near: nearQuiz(id, document, files) }));
        continue;
      }
      const other = shown.get(id);
      if (other !== undefined) {
        issues.push(createIssue('quiz-embedded-twice', place, { id, other: formatPlace(other) }));
      }
      shown.set(id, place);
      const { lesson, path } = quiz;
      if (lesson !== undefined && lesson !== lessonOf(document)) {
        issues.push(createIssue('quiz-in-other-lesson', place, { id, lesson, file: path }));
      }
    }
  }
  const pages = Map.groupBy(documents, lessonOf);
  return [
    ...issues,
    ...files.flatMap((file) => checkShown(file, (file.lesson && pages.get(file.lesson)) ?? [])),
  ];
}

/** `documents` are the pages of the lesson that a file belongs to. */
function checkShown({ id, path }: QuestionFile, documents: readonly Document[]): Issue[] {
  const pages = documents
    .filter((document) => document.isReadable)
    .filter((document) => document.quizzes.every((quiz) => quiz.id !== id))
    .map((document) => document.path);
  if (pages.length === 0) return [];
  return [createIssue('quiz-not-embedded', { file: path, line: 1, column: 1 }, { id, pages })];
}

/** The quiz that is most likely meant: one of a similar name, or else the one of this lesson. */
function nearQuiz(
  id: string | undefined,
  document: Document,
  files: readonly QuestionFile[],
): string | undefined {
  const ids = files.map((file) => file.id);
  const near = id === undefined ? undefined : nearest(id, ids);
  return near ?? files.find(({ lesson }) => lesson !== undefined && lesson === lessonOf(document))?.id;
}

function lessonOf({ location }: Document): string | undefined {
  return location.kind === 'lesson' ? location.lesson : undefined;
}
