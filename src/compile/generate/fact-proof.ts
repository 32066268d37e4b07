import type { Locale } from '../../format/locale.ts';
import type { ChoiceText, MatchText, QuestionText, TrueFalseText } from '../../format/question.ts';
import type { AuthoredTable, FactColumn, FactRow } from '../facts/fact-table.ts';
import { knownWords, numberWords, valueWords } from '../facts/fact-words.ts';
import { normaliseWording } from '../wording.ts';
import type { QuestionDraft } from './draft.ts';

/**
 * Whether the table proves that a question has exactly one right answer, the marked one, in every locale. It knows
 * nothing of how the question was made: it reads the texts that a learner sees and looks each one up in the table.
 */
export function isProvedByTable(
  draft: QuestionDraft,
  table: AuthoredTable,
  locales: readonly Locale[],
): boolean {
  const texts = locales.flatMap((locale) => draft.texts.get(locale)?.authored ?? []);
  return (
    texts.length === locales.length &&
    locales.length > 0 &&
    haveOneKey(texts) &&
    locales.every((locale, index) => {
      const text = texts[index];
      return text !== undefined && isProved(draft.id, text, table, locale);
    })
  );
}

/** Whether the right answer is the same one in every locale. */
export function haveOneKey(texts: readonly QuestionText[]): boolean {
  const answers = texts.map((text) => {
    if (text.kind === 'choice') return text.options.map(({ key, correct }) => `${key} ${correct}`).sort();
    if (text.kind === 'true-false') return text.answer;
    return text.kind === 'match' ? text.pairs.map(({ key }) => key).sort() : text.kind;
  });
  return new Set(answers.map((answer) => JSON.stringify(answer))).size === 1;
}

function isProved(id: string, text: QuestionText, table: AuthoredTable, locale: Locale): boolean {
  const [, first, last = ''] = id.split('.');
  const ofColumn = table.columns.find((column) => column.id === first);
  if (ofColumn !== undefined) {
    if (text.kind === 'choice') return isOddProved(text, table, ofColumn, locale);
    return text.kind === 'match' && isMatchProved(text, table, ofColumn, locale);
  }
  const row = table.rows.find((candidate) => candidate.id === first);
  const column = table.columns.find(({ id: own }) => last === `${own}-choice` || last === `${own}-truth`);
  if (row === undefined || column === undefined || rowNamed(table, row.label[locale] ?? '', locale) !== row) {
    return false;
  }
  if (text.kind === 'choice') return isChoiceProved(text, table, column, row, locale);
  return text.kind === 'true-false' && isTruthProved(text, table, column, row, locale);
}

function isChoiceProved(
  { options }: ChoiceText,
  table: AuthoredTable,
  column: FactColumn,
  row: FactRow,
  locale: Locale,
): boolean {
  const truths = options.map(({ text }) => holds(table, column, row, text, locale));
  return (
    options.length >= 3 &&
    truths.every((truth, index) => truth === options[index]?.correct) &&
    truths.filter(Boolean).length === 1
  );
}

function isTruthProved(
  { stem, answer }: TrueFalseText,
  table: AuthoredTable,
  column: FactColumn,
  row: FactRow,
  locale: Locale,
): boolean {
  const template = column.statement?.[locale] ?? '';
  const said = template.replaceAll('{row}', row.label[locale] ?? '');
  if (column.kind === 'yes-no') {
    return said === stem && holds(table, column, row, valueWords(column, 'yes', locale), locale) === answer;
  }
  const values = wordsOfColumn(table, column, locale).filter(
    (words) => said.replaceAll('{value}', words) === stem,
  );
  const [value] = values;
  return value !== undefined && values.length === 1 && holds(table, column, row, value, locale) === answer;
}

/** Exactly one option may be such that the others all agree and it does not agree with them. */
function isOddProved(
  { options }: ChoiceText,
  table: AuthoredTable,
  column: FactColumn,
  locale: Locale,
): boolean {
  const known = options.map(({ text }) => knownOf(rowNamed(table, text, locale), column));
  if (known.length < 3 || known.some((value) => value === undefined)) return false;
  const odd = known.filter((value, index) => {
    const others = known.filter((_, other) => other !== index);
    return others.every((other) => other === others[0]) && !others.includes(value);
  });
  const marked = options.flatMap(({ correct }, index) => (correct ? [known[index]] : []));
  return odd.length === 1 && marked.length === 1 && odd[0] === marked[0];
}

/** Every part of a right side holds for its own left side and for no other one. */
function isMatchProved(
  { pairs }: MatchText,
  table: AuthoredTable,
  column: FactColumn,
  locale: Locale,
): boolean {
  const rows = pairs.map(({ left }) => rowNamed(table, left, locale));
  return (
    pairs.length >= 3 &&
    pairs.every(({ right }, index) =>
      rows.every((row, other) => {
        const value = rows[index]?.cells.get(column.id)?.value;
        if (row === undefined || value === undefined || value.kind === 'text') return false;
        if (knownWords(column, value, locale) !== right) return false;
        const parts =
          value.kind === 'number'
            ? [numberWords(column, value.number, locale)]
            : value.ids.map((id) => valueWords(column, id, locale));
        const truths = parts.map((part) => holds(table, column, row, part, locale));
        return other === index
          ? truths.every((truth) => truth === true)
          : truths.every((truth) => truth === false);
      }),
    )
  );
}

/** Whether a value with this text holds for a row; `undefined` where the table cannot say. */
function holds(
  table: AuthoredTable,
  column: FactColumn,
  row: FactRow,
  words: string,
  locale: Locale,
): boolean | undefined {
  const value = row.cells.get(column.id)?.value;
  const same = wordsOfColumn(table, column, locale).filter(
    (other) => normaliseWording(other) === normaliseWording(words),
  );
  if (value === undefined || value.kind === 'text' || !column.isComplete || same.length !== 1)
    return undefined;
  if (value.kind === 'number') return numberWords(column, value.number, locale) === same[0];
  return value.ids.some((id) => valueWords(column, id, locale) === same[0]);
}

/** The text of every value that a cell of the column may have, each once a value. */
function wordsOfColumn({ rows }: AuthoredTable, column: FactColumn, locale: Locale): string[] {
  if (column.kind === 'yes-no') return ['yes', 'no'].map((id) => valueWords(column, id, locale));
  if (column.kind !== 'number') return column.values.map(({ id }) => valueWords(column, id, locale));
  const numbers = rows.flatMap(({ cells }) => {
    const value = cells.get(column.id)?.value;
    return value?.kind === 'number' ? [value.number] : [];
  });
  return [...new Set(numbers)].map((number) => numberWords(column, number, locale));
}

/** The one row with this label; `undefined` if there is none or more than one. */
function rowNamed({ rows }: AuthoredTable, label: string, locale: Locale): FactRow | undefined {
  const named = rows.filter((row) => normaliseWording(row.label[locale] ?? '') === normaliseWording(label));
  return named.length === 1 ? named[0] : undefined;
}

function knownOf(row: FactRow | undefined, column: FactColumn): string | undefined {
  const value = row?.cells.get(column.id)?.value;
  if (value === undefined || value.kind === 'text' || !column.isComplete) return undefined;
  return value.kind === 'number' ? String(value.number) : [...value.ids].sort().join(' ');
}
