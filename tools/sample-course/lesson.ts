import { type Chance, createChance } from './chance.ts';
import { termName } from './names.ts';
import { PER_LESSON } from './per-lesson.ts';
import { createPlainQuiz } from './quiz.ts';
import type { Sentences } from './sentences.ts';

/** In which words a lesson is written: with this engine's directives, or with what every Markdown site understands. */
export type Dialect = 'recall' | 'plain';

/** What lessons are made of: sentences by locale, and how many lessons there are. */
export interface LessonStock {
  readonly sentences: Sentences;
  readonly lessons: number;
}

/** A lesson in one locale: prose under headings, terms, cards, code, a table, a quiz and sources. */
export function createLesson(
  { sentences, lessons }: LessonStock,
  { locale, number, order, dialect }: LessonPlace,
): string {
  const chance = createChance(number * 2 + (locale === 'zh' ? 0 : 1));
  const pool = sentences[locale] ?? [];
  const gap = locale === 'zh' ? '' : ' ';
  const write = (count: number) => Array.from({ length: count }, () => chance.pick(pool)).join(gap);
  // Terms of other lessons are used, as in a real course, and so linked.
  const mention = () => {
    const name = termName(locale, chance.below(lessons * PER_LESSON.terms));
    return locale === 'zh' ? `这里也用到${name}。` : `The ${name} is used here too.`;
  };
  const sections = Array.from({ length: PER_LESSON.headings }, (_, index) =>
    [
      `## ${index + 1}. ${heading(chance, pool)}`,
      `${write(3)}${gap}${mention()}`,
      write(locale === 'zh' ? 4 : 3),
      index < PER_LESSON.terms ? term(dialect, locale, number * PER_LESSON.terms + index, write(1)) : '',
      index < PER_LESSON.cards ? card(dialect, `card-${number}-${index}`, write(1), write(2)) : '',
      index === 1
        ? `\`\`\`sh\nstart --queue ${number} --limit ${chance.below(4096)}\nstatus --lesson ${number}\n\`\`\``
        : '',
      index === 3 ? table(chance, pool) : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  const quiz = dialect === 'recall' ? `::quiz{#quiz-${number}}` : createPlainQuiz(sentences, number, locale);
  const head = `---\ntitle: "${number}. ${heading(chance, pool)}"\ndescription: "${heading(chance, pool)}"\nsidebar:\n  order: ${order}\n---\n`;
  return [head, write(2), ...sections, quiz, sources(dialect)].join('\n\n').concat('\n');
}

/** Where and how a lesson is written. */
export interface LessonPlace {
  readonly locale: string;
  readonly number: number;
  readonly order: number;
  readonly dialect: Dialect;
}

/** A few words, without a full stop. */
function heading(chance: Chance, pool: readonly string[]): string {
  const sentence = chance.pick(pool).replace(/[`"\\.。]/g, '');
  return /\p{Script=Han}/u.test(sentence) ? sentence.slice(0, 14) : sentence.split(' ').slice(0, 6).join(' ');
}

function term(dialect: Dialect, locale: string, number: number, meaning: string): string {
  const name = termName(locale, number);
  const other = termName(locale === 'zh' ? 'en' : 'zh', number);
  return dialect === 'recall'
    ? `:term[${name}]{#term-${number} alias="${other}"}\n: ${meaning}`
    : `**${name}** (${other}): ${meaning}`;
}

function card(dialect: Dialect, id: string, front: string, back: string): string {
  return dialect === 'recall'
    ? `:::card{#${id}}\n${front}\n\n***\n\n${back}\n:::`
    : `<details><summary>\n\n${front}\n\n</summary>\n\n${back}\n\n</details>`;
}

function table(chance: Chance, pool: readonly string[]): string {
  const row = () => `| ${heading(chance, pool)} | ${heading(chance, pool)} | ${chance.below(1000)} |`;
  return [row(), '|---|---|---|', row(), row(), row(), row()].join('\n');
}

function sources(dialect: Dialect): string {
  const list = '- [Handbook](https://example.org/handbook/)\n- [Paper](https://example.org/paper/)';
  return dialect === 'recall' ? `:::sources\n${list}\n:::` : list;
}
