import type { Deck } from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import { arrangeCourse } from './course.ts';
import { checkCoverage } from './coverage.ts';
import { assembleDeck } from './deck.ts';
import { type Document, parseDocument } from './document.ts';
import { compileFacts } from './facts/facts.ts';
import { compileFigures } from './figures/figures.ts';
import { generateFromTerms } from './generate/generate.ts';
import { checkIdentity } from './identity.ts';
import { compare, sortIssues } from './issue.ts';
import { checkPages } from './pages.ts';
import { arrangePrerequisites } from './prerequisites.ts';
import { checkPublication } from './publication.ts';
import { parseQuestionFiles, type QuestionFile } from './question-file.ts';
import { assembleQuestions } from './questions.ts';
import { checkQuizEmbeds } from './quiz-embeds.ts';
import { compilePaths } from './reading-paths.ts';
import { type CourseSource, locateFile } from './source.ts';
import { compileTags } from './tags.ts';
import { translationCards } from './translation-cards.ts';

/** A course compiled: the deck of everything that is right, and every mistake, sorted by place. */
export interface CompileResult {
  readonly deck: Deck;
  readonly issues: readonly Issue[];
}

/** Compiles a course. Never reads a file and never throws at an author; the order of files does not matter. */
export function compile(source: CourseSource): CompileResult {
  const { locales, files, base } = source;
  const documents = parseDocuments(source);
  const course = arrangeCourse(documents, locales);
  const questionFiles = parseQuestionFiles(source);
  const {
    quizzes,
    questions,
    issues: inQuestions,
  } = assembleQuestions(questionFiles, course.modules, locales, base);
  const { prerequisites, issues: inPrerequisites } = arrangePrerequisites(course.modules, locales);
  const { paths, issues: inPaths } = compilePaths(files, prerequisites, locales);
  const { tags, tagUse, issues: inTags } = compileTags(files, course.modules, locales);
  const fromNotes = assembleDeck(course.modules, locales, base, prerequisites);
  const fromFacts = compileFacts(source, fromNotes.modules, documents, placesOfIds(documents, questionFiles));
  const fromFigures = compileFigures(source, fromNotes.modules, documents);
  const generated = generateFromTerms(fromNotes.terms, fromNotes.cards);
  const translations = source.translationCards
    ? translationCards(fromNotes.terms, fromNotes.cards, locales)
    : [];
  const { modules } = fromNotes;
  const deck = {
    ...fromNotes,
    cards: inCourseOrder([...fromNotes.cards, ...translations, ...fromFacts.cards], modules),
    quizzes,
    questions: inCourseOrder([...questions, ...generated, ...fromFacts.questions], modules),
    facts: fromFacts.facts,
    paths,
    tags,
    tagUse,
    figures: fromFigures.figures,
  };
  const issues = [
    ...documents.flatMap((document) => document.issues),
    ...checkIdentity(documents, locales),
    ...course.issues,
    ...inQuestions,
    ...checkQuizEmbeds(documents, questionFiles),
    ...fromFacts.issues,
    ...fromFigures.issues,
    ...inPrerequisites,
    ...inPaths,
    ...inTags,
    ...checkCoverage(files, [...prerequisites.keys()], locales),
    ...checkPages(documents, questionFiles, source),
  ];
  const publication = checkPublication(files, deck, documents, issues);
  return {
    deck: { ...deck, history: publication.history },
    issues: sortIssues([...issues, ...publication.issues]),
  };
}

/** Every page of a course, parsed, in the order of paths. */
export function parseDocuments({ files, locales }: Pick<CourseSource, 'files' | 'locales'>): Document[] {
  return [...files]
    .sort((a, b) => compare(a.path, b.path))
    .flatMap((file) => {
      const location = locateFile(file.path, locales);
      return location === undefined ? [] : [parseDocument(file, location)];
    });
}

/** Where every id that a fact table must not take stands. */
function placesOfIds(documents: readonly Document[], files: readonly QuestionFile[]) {
  return [
    ...documents.flatMap(({ notes }) => notes.map(({ id, place }) => ({ id, place: () => place }))),
    ...files.flatMap(({ questions }) =>
      questions.map(({ id, placeOf }) => ({ id, place: () => placeOf(['id']) })),
    ),
  ];
}

/** The items by lesson; those of one lesson keep their order. */
function inCourseOrder<T extends { readonly lesson: LessonId }>(
  items: readonly T[],
  modules: Deck['modules'],
): T[] {
  const lessons = modules.flatMap((module) => module.lessons);
  const places = new Map(lessons.map(({ id }, index) => [id, index]));
  return [...items].sort((a, b) => (places.get(a.lesson) ?? 0) - (places.get(b.lesson) ?? 0));
}
