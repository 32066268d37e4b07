import { type CompileResult, compile } from '../../src/compile/index.ts';
import { cardOf, courseOf } from './course-text.ts';

/** A course of one lesson in one language whose note is `note`, with one file of questions. */
export function compileQuestions(questions: string, name = 'marking'): CompileResult {
  return compile({
    locales: ['en'],
    base: '/b/',
    files: [
      ...courseOf({ en: { marking: `${cardOf('note', 'Q', 'A')}\n\n::quiz{#${name}}` } }),
      { path: `quizzes/heap/${name}.yaml`, text: `lesson: heap/marking\nquestions:\n${questions}` },
    ],
  });
}

/** The source of a question; `body` is what its kind has besides, as lines without indentation. */
export function questionOf(id: string, kind: string, stem: string, body: string): string {
  const lines = [
    `kind: ${kind}`,
    'tests: note',
    `stem: { en: ${JSON.stringify(stem)} }`,
    ...body.split('\n'),
    'explanation: { en: See the lesson. }',
  ];
  return `  - id: ${id}\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** The source of the options of a choice; the first one is right. */
export function optionsOf(texts: readonly string[]): string {
  const options = texts.map(
    (text, index) => `  - { text: { en: ${JSON.stringify(text)} }${index === 0 ? ', correct: true' : ''} }`,
  );
  return ['options:', ...options].join('\n');
}
