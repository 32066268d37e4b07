import { planIds, type SourceFile } from '../../src/compile/index.ts';
import { LOCALES } from '../locales.ts';
import { createLesson, type Dialect } from './lesson.ts';
import { createQuiz } from './quiz.ts';
import { readSentences } from './sentences.ts';

/** How large a made-up course is, and how it is written. */
export interface SampleCourseOptions {
  readonly lessons: number;
  readonly lessonsPerModule?: number;
  readonly dialect?: Dialect;
}

const LESSONS_PER_MODULE = 10;

/**
 * A made-up course of a given size, the same in every run: the files of its content folders and its lock. Its prose is
 * the real course's, shuffled; lesson `n` defines the terms `3n` to `3n + 2`, named by `termName`.
 */
export function createSampleCourse({
  lessons,
  lessonsPerModule = LESSONS_PER_MODULE,
  dialect = 'recall',
}: SampleCourseOptions): readonly SourceFile[] {
  const sentences = Object.fromEntries(LOCALES.map((locale) => [locale, readSentences(locale)]));
  const lessonFiles = Array.from({ length: lessons }, (_, number) => {
    const path = `module-${Math.floor(number / lessonsPerModule)}/lesson-${number}`;
    const order = (number % lessonsPerModule) + 1;
    const texts = LOCALES.map((locale) => ({
      path: `content/docs/${locale}/${path}.md`,
      text: createLesson({ sentences, lessons }, { locale, number, order, dialect }),
    }));
    return dialect === 'recall' ? [...texts, createQuiz(sentences, number, path)] : texts;
  });
  const moduleFiles = Array.from({ length: Math.ceil(lessons / lessonsPerModule) }, (_, number) =>
    LOCALES.map((locale) => createPage(locale, `module-${number}/index`, `Module ${number}`, number + 1)),
  );
  const homes = LOCALES.map((locale) => createPage(locale, 'index', 'Sample', 0));
  const files = [...homes, ...moduleFiles.flat(), ...lessonFiles.flat()];
  return dialect === 'plain' ? files : [...files, ...planIds({ locales: LOCALES, base: '/', files }).files];
}

/** So many lessons, with their modules' own pages and the homes, in every language make `pages` pages. */
export function lessonsOfPages(pages: number): number {
  const left = Math.floor(pages / LOCALES.length) - 1;
  return left - Math.ceil(left / (LESSONS_PER_MODULE + 1));
}

function createPage(locale: string, path: string, title: string, order: number): SourceFile {
  const text = `---\ntitle: ${title}\ndescription: ${title}.\nsidebar:\n  order: ${order}\n---\n\n${title}.\n`;
  return { path: `content/docs/${locale}/${path}.md`, text };
}
