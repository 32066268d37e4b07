import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { createIssue, formatPlace } from './issue.ts';
import type { Tally } from './issues/question-issues.ts';
import type { AuthoredQuestion } from './question-file.ts';
import { visibleLength } from './wording.ts';

/** Warnings of what gives the right option away over all questions of a site with one right option. */
export function checkTally(questions: readonly AuthoredQuestion[], locales: readonly Locale[]): Issue[] {
  const choices = questions.flatMap((question) => readChoice(question, locales));
  if (choices.length < MIN_CHOICES) return [];
  const place = { file: 'quizzes', line: 1, column: 1 };
  const total = choices.length;
  const issues = locales.flatMap((locale) => {
    const long = choices
      .map((choice) => ({ ...choice, excess: excessOf(choice.lengths[locale] ?? [], choice.key) }))
      .filter(({ excess }) => excess > 0)
      .sort((a, b) => b.excess - a.excess);
    if (long.length <= total * MAX_LONGEST) return [];
    return [createIssue('key-often-longest', place, tallyOf(long, total, locale))];
  });
  const longestList = Math.max(...choices.map(({ optionCount }) => optionCount));
  for (let position = 0; position < longestList; position += 1) {
    const same = choices.filter(({ key }) => key === position);
    if (same.length <= total * MAX_SAME_POSITION) continue;
    const details = { ...tallyOf(same, total, locales[0] ?? ''), position: position + 1 };
    issues.push(createIssue('key-position-skewed', place, details));
  }
  return issues;
}

/** Fewer say nothing yet. */
const MIN_CHOICES = 20;
const MAX_LONGEST = 0.6;
const MAX_SAME_POSITION = 0.5;
const EXAMPLES = 3;

interface Choice {
  readonly question: AuthoredQuestion;
  /** Index of the right option. */
  readonly key: number;
  readonly optionCount: number;
  readonly lengths: Readonly<Record<Locale, readonly number[]>>;
}

function readChoice(question: AuthoredQuestion, locales: readonly Locale[]): Choice[] {
  const { source } = question;
  if (source.kind !== 'choice' || source.multiple) return [];
  const { options } = source;
  const lengths = locales.map((locale) => [
    locale,
    options.map(({ text }) => visibleLength(text[locale] ?? '')),
  ]);
  return [
    {
      question,
      key: options.findIndex(({ correct }) => correct),
      optionCount: options.length,
      lengths: Object.fromEntries(lengths),
    },
  ];
}

/** By how much the right option is longer than the longest wrong one, as a share; 0 if it is not. */
function excessOf(lengths: readonly number[], key: number): number {
  const longest = Math.max(...lengths.filter((_, index) => index !== key));
  return Math.max(0, (lengths[key] ?? 0) / longest - 1);
}

function tallyOf(choices: readonly Choice[], total: number, locale: Locale): Tally {
  const examples = choices
    .slice(0, EXAMPLES)
    .map(({ question, key }) => formatPlace(question.placeOf(['options', key])));
  return { count: choices.length, total, locale, examples };
}
