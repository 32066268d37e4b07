import type { SourceFile } from '../../src/compile/index.ts';

/** A small course as an author's head has it; every number stands for a word that occurs nowhere else. */
export interface ModelCourse {
  readonly lessons: readonly ModelLesson[];
  readonly rows: readonly ModelRow[];
}

export interface ModelLesson {
  readonly name: string;
  readonly title: number;
  readonly isTranslated: boolean;
  readonly notes: readonly ModelNote[];
}

/** A term or a card, with the question that tests it. */
export interface ModelNote {
  readonly id: string;
  readonly item: 'term' | 'card';
  readonly front: number;
  readonly back: number;
  /** The words of the options, the right one first; `order` is how they stand in the file. */
  readonly options: readonly number[];
  readonly order: readonly number[];
}

export interface ModelRow {
  readonly id: string;
  readonly label: number;
  readonly isFast: boolean;
}

/** The files of a model course in Chinese and English, without a lock. */
export function sourceFiles({ lessons, rows }: ModelCourse): SourceFile[] {
  const pages = LOCALES.flatMap((locale) => [
    page(locale, 'index', `Heap ${locale}`, 1, ''),
    ...lessons
      .filter(({ isTranslated }) => isTranslated || locale === 'zh')
      .map((lesson, index) => lessonPage(locale, lesson, index, rows.length > 0)),
  ]);
  const quizzes = lessons.filter(({ notes }) => notes.length > 0).map(quizFile);
  return [...pages, ...quizzes, ...(rows.length > 0 ? [factFile(lessons[0]?.name ?? '', rows)] : [])];
}

/** The word that a number stands for: no word is part of another one. */
function wordOf(number: number): string {
  const letters = number
    .toString(26)
    .padStart(4, '0')
    .replace(/./g, (digit) => LETTERS[Number.parseInt(digit, 26)] ?? '');
  return `q${letters}`;
}

const LOCALES = ['zh', 'en'] as const;
const LETTERS = 'abcdefghijklmnoprstuvwxyzk';

function lessonPage(locale: string, lesson: ModelLesson, index: number, hasFacts: boolean): SourceFile {
  const notes = lesson.notes.map(({ id, item, front, back }) =>
    item === 'term'
      ? `:term[${wordOf(front)}]{#${id}}\n: ${textOf(locale, back)}`
      : `:::card{#${id}}\n${textOf(locale, front)}?\n\n***\n\n${textOf(locale, back)}\n:::`,
  );
  const embeds = [
    ...(lesson.notes.length > 0 ? [`::quiz{#quiz-${lesson.name}}`] : []),
    ...(index === 0 && hasFacts ? ['::facts{#speeds}'] : []),
  ];
  const keeper = `:::card{#keeper-${lesson.name}}\n${lesson.name} ${locale}?\n\n***\n\n${lesson.name}.\n:::`;
  const body = [keeper, ...notes, ...embeds, ':::sources\n- [Handbook](https://example.org/)\n:::'].join(
    '\n\n',
  );
  return page(locale, lesson.name, wordOf(lesson.title), index + 1, body);
}

function textOf(locale: string, number: number): string {
  return locale === 'zh' ? `它指 ${wordOf(number)}` : `This is about ${wordOf(number)}`;
}

function page(locale: string, name: string, title: string, order: number, body: string): SourceFile {
  const text = `---\ntitle: ${title}\ndescription: About ${title}.\nsidebar:\n  order: ${order}\n---\n${body}\n`;
  return { path: `content/docs/${locale}/heap/${name}.md`, text };
}

function quizFile({ name, notes }: ModelLesson): SourceFile {
  const questions = notes.map(({ id, options, order }) =>
    [
      `  - id: q-${id}`,
      '    kind: choice',
      `    tests: ${id}`,
      `    stem: ${both((locale) => `${textOf(locale, options[0] ?? 0)}?`)}`,
      '    options:',
      ...order.flatMap((position) => [
        `      - text: ${both((locale) => textOf(locale, options[position] ?? 0))}`,
        ...(position === 0 ? ['        correct: true'] : []),
      ]),
      `    explanation: ${both(() => id)}`,
    ].join('\n'),
  );
  return {
    path: `quizzes/heap/quiz-${name}.yaml`,
    text: `lesson: heap/${name}\nquestions:\n${questions.join('\n')}\n`,
  };
}

function factFile(lesson: string, rows: readonly ModelRow[]): SourceFile {
  const lines = rows.map(({ id, label, isFast }) =>
    [
      `  - id: ${id}`,
      `    label: ${both(() => wordOf(label))}`,
      '    sources: [handbook]',
      `    cells: { speed: ${isFast ? 'fast' : 'slow'} }`,
    ].join('\n'),
  );
  const head = `lesson: heap/${lesson}
title: ${both(() => 'Speeds')}
rowLabel: ${both(() => 'Kind')}
sources:
  - { id: handbook, title: Handbook, url: "https://example.org/" }
columns:
  - id: speed
    label: ${both(() => 'Speed')}
    kind: one-of
    study: true
    question: ${both((locale) => (locale === 'zh' ? '{row}有多快？' : 'How fast is {row}?'))}
    values:
      - { id: fast, text: ${both((locale) => (locale === 'zh' ? '快' : 'fast'))} }
      - { id: slow, text: ${both((locale) => (locale === 'zh' ? '慢' : 'slow'))} }
rows:
`;
  return { path: 'quizzes/facts/speeds.yaml', text: `${head}${lines.join('\n')}\n` };
}

function both(text: (locale: string) => string): string {
  return `{ zh: "${text('zh')}", en: "${text('en')}" }`;
}
