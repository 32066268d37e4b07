import type { Locale } from '../../format/locale.ts';
import type { FactColumn } from '../facts/fact-table.ts';
import { cellWords, knownWords } from '../facts/fact-words.ts';
import { rowNote } from '../facts/row-note.ts';
import { optionKeys } from '../option-key.ts';
import { fill, phrasesOf } from '../phrases.ts';
import { type DecidableColumn, type DecidableRow, decide } from './decidable-column.ts';
import { byRank, type QuestionDraft } from './draft.ts';
import { draftFrom, type FactContext } from './fact-draft.ts';

/**
 * The questions of a fact table: for each studied cell a choice or a true-false, for each studied column an
 * odd-one-out and a match, as far as the table decides them.
 */
export function factQuestions(context: FactContext): QuestionDraft[] {
  const { table, locales } = context;
  return table.columns.flatMap((column) => {
    const decidable = decide(table, column, locales);
    if (decidable === undefined) return [];
    const cells = decidable.rows.flatMap((row) => cellQuestion(decidable, row, context) ?? []);
    const whole = [oddOneOut(decidable, context), match(decidable, context)];
    return [...cells, ...whole.flatMap((draft) => draft ?? [])];
  });
}

const MAX_DISTRACTORS = 3;
const MAX_PAIRS = 4;
const MIN_PAIRS = 3;

/** A question on one cell. Its kind depends on the column alone, so that a new row never changes one. */
function cellQuestion(
  decidable: DecidableColumn,
  row: DecidableRow,
  context: FactContext,
): QuestionDraft | undefined {
  const { kind, values } = decidable.column;
  const isBinary = kind === 'yes-no' || (kind !== 'number' && values.length < 3);
  return isBinary ? truth(decidable, row, context) : choice(decidable, row, context);
}

function choice(
  { column, values, rows }: DecidableColumn,
  { row, cell, holds }: DecidableRow,
  context: FactContext,
): QuestionDraft | undefined {
  const { table } = context;
  const [keyLocale = ''] = context.locales;
  const id = `${table.id}.${row.id}.${column.id}-choice`;
  const ranked = byRank(id, values, (value) => value.id);
  const right = ranked.find((value) => holds.includes(value.id));
  const wrong = ranked.filter((value) => !holds.includes(value.id)).slice(0, MAX_DISTRACTORS);
  if (right === undefined || wrong.length < 2) return undefined;
  const options = ranked.filter((value) => value === right || wrong.includes(value));
  const keys = optionKeys(options.map((value) => value.wordsIn(keyLocale)));
  return draftFrom({ id, kind: 'choice', tests: rowNote(table.id, row.id), cell }, context, (locale) => ({
    kind: 'choice',
    multiple: false,
    stem: fill(column.question?.[locale] ?? '', { row: row.label[locale] ?? '' }),
    hints: [],
    options: options.map((value, index) => {
      const holders = rows.filter((other) => other.holds.includes(value.id));
      const names = holders.map((other) => other.row.label[locale] ?? '').join(phrasesOf(locale).comma);
      const feedback =
        value === right || names === '' ? {} : { feedback: fill(phrasesOf(locale).heldBy, { rows: names }) };
      return {
        key: keys[index] ?? '',
        text: value.wordsIn(locale),
        correct: value === right,
        ...feedback,
      };
    }),
    explanation: cellsByRow(column, [{ row, cell, holds }], locale),
  }));
}

function truth(
  { column, values }: DecidableColumn,
  { row, cell, holds }: DecidableRow,
  context: FactContext,
): QuestionDraft | undefined {
  const { statement } = column;
  if (statement === undefined) return undefined;
  const { table } = context;
  const id = `${table.id}.${row.id}.${column.id}-truth`;
  // A statement of a yes-no column says `yes`; of others it says whichever value comes first for this cell.
  const said = column.kind === 'yes-no' ? 'yes' : byRank(id, values, (value) => value.id)[0]?.id;
  const value = values.find((candidate) => candidate.id === said);
  if (value === undefined) return undefined;
  return draftFrom({ id, kind: 'true-false', tests: rowNote(table.id, row.id), cell }, context, (locale) => ({
    kind: 'true-false',
    stem: fill(statement[locale] ?? '', { row: row.label[locale] ?? '', value: value.wordsIn(locale) }),
    hints: [],
    answer: holds.includes(value.id),
    explanation: cellsByRow(column, [{ row, cell, holds }], locale),
  }));
}

function oddOneOut({ column, rows }: DecidableColumn, context: FactContext): QuestionDraft | undefined {
  const { table } = context;
  const [keyLocale = ''] = context.locales;
  const id = `${table.id}.${column.id}.odd-one-out`;
  const ranked = byRank(id, rows, ({ row }) => row.id);
  const alike = (signature: string) => ranked.filter((row) => signatureOf(row) === signature);
  const signatures = [...new Set(ranked.map(signatureOf))];
  const common = byRank(id, signatures, (signature) => signature).find((each) => alike(each).length > 1);
  const odd = ranked.find((row) => signatureOf(row) !== common);
  if (common === undefined || odd === undefined) return undefined;
  const others = alike(common).slice(0, MAX_DISTRACTORS);
  const options = ranked.filter((row) => row === odd || others.includes(row));
  const keys = optionKeys(options.map(({ row }) => row.label[keyLocale] ?? ''));
  return draftFrom({ id, kind: 'choice', tests: table.id }, context, (locale) => ({
    kind: 'choice',
    multiple: false,
    stem: fill(phrasesOf(locale).oddOneOut, { column: column.label[locale] ?? '' }),
    hints: [],
    options: options.map((option, index) => ({
      key: keys[index] ?? '',
      text: option.row.label[locale] ?? '',
      correct: option === odd,
    })),
    explanation: cellsByRow(column, options, locale),
  }));
}

function match({ column, rows }: DecidableColumn, context: FactContext): QuestionDraft | undefined {
  const { table } = context;
  const [keyLocale = ''] = context.locales;
  const id = `${table.id}.${column.id}.match`;
  // A row with several values could take the place of several others, so a new one could undo the question.
  const single = rows.filter(({ holds }) => holds.length === 1);
  const chosen: DecidableRow[] = [];
  for (const row of byRank(id, single, (candidate) => candidate.row.id)) {
    const isNew = !chosen.some((other) => signatureOf(other) === signatureOf(row));
    if (isNew && chosen.length < MAX_PAIRS) chosen.push(row);
  }
  if (chosen.length < MIN_PAIRS) return undefined;
  const right = (row: DecidableRow, locale: Locale) =>
    row.cell.value === undefined ? '' : knownWords(column, row.cell.value, locale);
  const keys = optionKeys(chosen.map((row) => `${row.row.label[keyLocale]} ${right(row, keyLocale)}`));
  return draftFrom({ id, kind: 'match', tests: table.id }, context, (locale) => ({
    kind: 'match',
    stem: fill(phrasesOf(locale).match, {
      rowLabel: table.rowLabel[locale] ?? '',
      column: column.label[locale] ?? '',
    }),
    hints: [],
    pairs: chosen.map((row, index) => ({
      key: keys[index] ?? '',
      left: row.row.label[locale] ?? '',
      right: right(row, locale),
    })),
    explanation: cellsByRow(column, chosen, locale),
  }));
}

/** The same for two rows of which the same values hold, in whichever order the column lists them. */
function signatureOf({ holds }: DecidableRow): string {
  return [...holds].sort().join(' ');
}

/** What the table says of some rows: `Column — A: x; B: y`. */
function cellsByRow(column: FactColumn, rows: readonly DecidableRow[], locale: Locale): string {
  const { rowValue, semicolon, byColumn } = phrasesOf(locale);
  const cells = rows.map(({ row, cell }) =>
    fill(rowValue, { row: row.label[locale] ?? '', value: cellWords(column, cell, locale) ?? '' }),
  );
  return fill(byColumn, { column: column.label[locale] ?? '', cells: cells.join(semicolon) });
}
