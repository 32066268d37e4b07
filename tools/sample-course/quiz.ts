import { stringify } from 'yaml';
import type { SourceFile } from '../../src/compile/index.ts';
import { createChance } from './chance.ts';
import { PER_LESSON } from './per-lesson.ts';
import type { Sentences } from './sentences.ts';

/** The file of the questions on lesson `number`, whose path below a locale is `lesson`. */
export function createQuiz(sentences: Sentences, number: number, lesson: string): SourceFile {
  const questions = createQuestions(sentences, number);
  return {
    path: `quizzes/${lesson.split('/')[0]}/quiz-${number}.yaml`,
    text: stringify({ lesson, questions }, { lineWidth: 0 }),
  };
}

/** The same questions in one locale as plain Markdown. */
export function createPlainQuiz(sentences: Sentences, number: number, locale: string): string {
  return createQuestions(sentences, number)
    .map(({ stem, options, explanation }, index) => {
      const list = options.map(({ text }) => `   - ${text[locale]}`).join('\n');
      const answer = `   <details><summary>?</summary>\n\n   ${explanation[locale]}\n\n   </details>`;
      return `${index + 1}. ${stem[locale]}\n\n${list}\n\n${answer}`;
    })
    .join('\n\n');
}

function createQuestions(sentences: Sentences, number: number): SampleQuestion[] {
  const chance = createChance(number + 1_000_003);
  const text = () =>
    Object.fromEntries(Object.entries(sentences).map(([locale, pool]) => [locale, chance.pick(pool)]));
  return Array.from({ length: PER_LESSON.questions }, (_, index) => {
    const right = chance.below(OPTIONS);
    const options = chance.below(1000);
    return {
      id: `question-${number}-${index}`,
      kind: 'choice',
      tests: `card-${number}-${index % PER_LESSON.cards}`,
      stem: text(),
      options: Array.from({ length: OPTIONS }, (_, option) => ({
        text: take(sentences, options + option),
        ...(option === right ? { correct: true as const } : { feedback: text() }),
      })),
      explanation: text(),
    };
  });
}

const OPTIONS = 3;

/** Sentence `place` of every locale: neighbours differ, as options must. */
function take(sentences: Sentences, place: number): Localized {
  return Object.fromEntries(
    Object.entries(sentences).map(([locale, pool]) => [locale, pool[place % pool.length] ?? '']),
  );
}

type Localized = Readonly<Record<string, string>>;

interface SampleQuestion {
  readonly id: string;
  readonly kind: string;
  readonly tests: string;
  readonly stem: Localized;
  readonly options: readonly { readonly text: Localized }[];
  readonly explanation: Localized;
}
