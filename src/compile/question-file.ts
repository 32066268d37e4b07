import { z } from 'zod';
import type { LessonId, NoteId, QuestionId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { checkShape } from './check-shape.ts';
import { compare, createIssue, type Place } from './issue.ts';
import { checkKind, type QuestionSource, questionSchema } from './kinds/index.ts';
import { isNoteId, proposeId, slugify } from './note-id.ts';
import { checkLocalizedRevision } from './revision.ts';
import { type CourseSource, isPathSegment, type SourceFile } from './source.ts';
import { findBareNegative } from './wording.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A question as a file has it. */
export interface AuthoredQuestion {
  readonly id: QuestionId;
  readonly source: QuestionSource;
  /** Where a part of it stands; the first question about a file takes as long as reading it. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** One file of questions. It depends on nothing but the file, so it may be kept until the file changes. */
export interface QuestionFile {
  readonly path: string;
  /** The id of its quiz: the name of the file. */
  readonly id: NoteId;
  /** As written; `undefined` if it is missing or the file could not be read. */
  readonly lesson: LessonId | undefined;
  placeOfLesson(): Place;
  /** Those without an error, in the order of the file. */
  readonly questions: readonly AuthoredQuestion[];
  readonly issues: readonly Issue[];
}

/** The shape of a whole file of questions. */
export function questionFileSchema(locales: readonly Locale[]) {
  return headSchema(z.array(questionSchema(locales), { error: QUESTIONS }));
}

/** Every question file of a course, parsed, in the order of paths. */
export function parseQuestionFiles({
  files,
  locales,
}: Pick<CourseSource, 'files' | 'locales'>): QuestionFile[] {
  const parse = createQuestionParser(locales);
  return [...files]
    .sort((a, b) => compare(a.path, b.path))
    .flatMap((file) => {
      const id = quizIdOf(file.path);
      return id === undefined ? [] : [parse(file, id)];
    });
}

/** The id of a file's quiz, which its path alone decides; `undefined` for a file that holds no questions. */
function quizIdOf(path: string): NoteId | undefined {
  const [, inside] = /^quizzes\/(?!facts\/)(.+)\.ya?ml$/.exec(path) ?? [];
  return inside?.split('/').at(-1) as NoteId | undefined;
}

/** A reader of question files for one set of locales; never throws. */
function createQuestionParser(locales: readonly Locale[]): (file: SourceFile, id: NoteId) => QuestionFile {
  const head = headSchema(z.array(z.unknown(), { error: QUESTIONS }));
  const schema = questionSchema(locales);
  return (file, id) => {
    const { path } = file;
    const top = { file: path, line: 1, column: 1 };
    const { yaml, issues: unread } = readYaml(file);
    const issues = [...unread];
    if (!isPathSegment(id)) {
      issues.push(createIssue('malformed-path', top, { segment: id, proposal: slugify(id) || 'quiz' }));
    }
    if (yaml === undefined)
      return { path, id, lesson: undefined, placeOfLesson: () => top, questions: [], issues };

    issues.push(...checkShape(head, yaml.data, yaml, locales));
    const { lesson, questions: written } = LENIENT.parse(yaml.data);
    const questions = written.flatMap((_, index) => {
      const parsed = parseQuestion(written, index, id, schema, yaml, locales);
      issues.push(...parsed.issues);
      return parsed.question ?? [];
    });
    const placeOfLesson = () => yaml.placeOf(['lesson']);
    return { path, id, lesson: lesson as LessonId | undefined, placeOfLesson, questions, issues };
  };
}

const LESSON = 'the path of the lesson that it belongs to, e.g. `basics/first-steps`';
const QUESTIONS = 'a list of questions, each of which begins with `- id:`';

function headSchema<T extends z.ZodType>(questions: T) {
  return z.strictObject(
    { lesson: z.string({ error: LESSON }).trim().min(1, { error: LESSON }), questions },
    { error: 'a map with `lesson` and `questions`' },
  );
}

// The same shape once more, in which a wrong value does not hide the good ones beside it.
const LENIENT = z
  .object({
    lesson: z.string().optional().catch(undefined),
    questions: z.array(z.unknown()).catch([]),
  })
  .catch({ lesson: undefined, questions: [] });

function parseQuestion(
  written: readonly unknown[],
  index: number,
  quiz: NoteId,
  schema: ReturnType<typeof questionSchema>,
  yaml: YamlFile,
  locales: readonly Locale[],
): { question: AuthoredQuestion | undefined; issues: readonly Issue[] } {
  const path = ['questions', index];
  const parsed = schema.safeParse(written[index]);
  if (!parsed.success) {
    return { question: undefined, issues: checkShape(schema, written[index], yaml, locales, path) };
  }
  const issues: Issue[] = [];
  const source: QuestionSource = parsed.data;
  const placeOf = (inside: readonly PropertyKey[]) => yaml.placeOf([...path, ...inside]);
  checkKind(
    source.kind,
    source,
    (code, at, details) => issues.push(createIssue(code, placeOf(at), details)),
    locales,
  );
  issues.push(...checkLocalizedRevision(source, (key) => placeOf([key]), locales));
  for (const locale of locales) {
    const negative = findBareNegative(source.stem[locale] ?? '');
    if (negative !== undefined) {
      issues.push(createIssue('unemphasised-negative', placeOf(['stem', locale]), negative));
    }
  }
  const { id } = source;
  if (!isNoteId(id)) {
    const proposal = proposeId([id, `${quiz} q ${index + 1}`], new Set());
    issues.push(createIssue('malformed-id', placeOf(['id']), { id, proposal, snippet: `id: ${proposal}` }));
  }
  if (issues.some(({ severity }) => severity === 'error')) return { question: undefined, issues };
  return { question: { id: id as string as QuestionId, source, placeOf }, issues };
}
