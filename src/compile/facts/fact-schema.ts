import { z } from 'zod';
import type { Locale } from '../../format/locale.ts';

/** The form of the ids of columns, rows, values and sources, which are parts of the ids of cards. */
const PART_PATTERN: RegExp = /^(?=.{1,32}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * The shape of `quizzes/facts/<name>.yaml`. Error messages say what is expected. With `anyCell` the cells are left
 * unchecked, since what a cell may be depends on its column.
 */
export function factFileSchema(locales: readonly Locale[], anyCell = false) {
  const texts = textsSchema(locales);
  const value = z.strictObject({ id: part, text: texts });
  const values = z.array(value, { error: 'a list of values, each with `id` and `text`' }).min(2, {
    error: 'a list of at least two values',
  });
  const base = {
    id: part.describe('Part of the ids of its cards: permanent.'),
    label: texts,
    study: flag.optional().describe('Whether each known cell becomes a card and may become a question.'),
    question: texts.optional().describe('Question for the cell of a row, with {row} in it.'),
  };
  const statement = texts
    .optional()
    .describe('Sentence that is true or false, with {row} and {value} in it.');
  const column = z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        ...base,
        kind: z.literal('yes-no'),
        statement: statement.describe('Sentence that holds for a row whose cell is `yes`, with {row} in it.'),
      }),
      z.strictObject({ ...base, kind: z.literal('one-of'), values, statement }),
      z.strictObject({
        ...base,
        kind: z.literal('list'),
        values,
        statement,
        complete: flag.optional().describe('`false` if the cells give examples only.'),
      }),
      z.strictObject({ ...base, kind: z.literal('number'), unit: texts.optional(), statement }),
      z.strictObject({ ...base, kind: z.literal('text') }),
    ],
    { error: 'one of `yes-no`, `one-of`, `list`, `number` and `text`' },
  );
  const source = z.strictObject({
    id: part,
    title: text,
    url: z.string({ error: ADDRESS }).regex(/^https?:\/\/\S+$/, { error: ADDRESS }),
  });
  const row = z.strictObject({
    id: part.describe('Part of the ids of its cards: permanent.'),
    label: texts,
    sources: references.optional().describe('Sources of every cell that names none itself.'),
    cells: z.record(z.string(), anyCell ? z.unknown() : cellSchema(locales), {
      error: 'a map with one cell for each column',
    }),
  });
  return z.strictObject(
    {
      lesson: z.string({ error: LESSON }).regex(/^[^/\s]+(?:\/[^/\s]+)+$/, { error: LESSON }),
      title: texts,
      rowLabel: texts.describe('What the rows are.'),
      sources: z
        .array(source, { error: 'a list of sources' })
        .min(1, { error: 'a list of at least one source' }),
      columns: z
        .array(column, { error: 'a list of columns' })
        .min(1, { error: 'a list of at least one column' }),
      rows: z.array(row, { error: 'a list of rows' }).min(1, { error: 'a list of at least one row' }),
    },
    { error: 'a map with `lesson`, `title`, `rowLabel`, `sources`, `columns` and `rows`' },
  );
}

/** The shape of a cell written as a map, whatever its column. */
export function longCellSchema(locales: readonly Locale[]) {
  const texts = textsSchema(locales);
  return z.strictObject({
    value: z.unknown().optional().describe('As the cell alone would be written.'),
    note: texts.optional().describe('What limits the value, shown after it.'),
    asOf: z.string({ error: AS_OF }).optional().describe('ISO month or day on which this was so.'),
    sources: references.optional(),
    ...revisionShape(locales),
    study: flag.optional().describe('`false` keeps this cell out of cards and questions.'),
    unknown: z.literal(true, { error: '`true`, or left out' }).optional(),
  });
}

/** The keys by which an author says that a meaning changed, and what it was before. */
export function revisionShape(locales: readonly Locale[]) {
  return {
    rev: z
      .int({ error: REVISION })
      .min(1, { error: REVISION })
      .optional()
      .describe('From 1; a higher one says that the meaning has changed, and brings it back today.'),
    was: textsSchema(locales)
      .optional()
      .describe('What the meaning was before the last change, in a few words: shown to those who learnt it.'),
  };
}

/** The shape of a text in every language. */
export function textsSchema(locales: readonly Locale[]) {
  const shape: Record<Locale, typeof text> = Object.fromEntries(locales.map((locale) => [locale, text]));
  return z.strictObject(shape, { error: `a text in each language: \`{ ${locales.join(': …, ')}: … }\`` });
}

/** What {@link factFileSchema} accepts. */
export type FactFile = z.output<ReturnType<typeof factFileSchema>>;

/** A cell written as a map. */
export type LongCell = z.output<ReturnType<typeof longCellSchema>>;

const ID = 'lower-case ASCII words joined by hyphens, at most 32 characters';
const LESSON = 'the path of a lesson, e.g. `basics/first-steps`';
const ADDRESS = 'an address that begins with `https://`';
const REVISION = 'a whole number from 1';
const AS_OF = 'a month or a day such as `2026-08` or `2026-08-31`';
const text = z.string({ error: 'text' }).trim().min(1, { error: 'text' });
const part = z.string({ error: ID }).regex(PART_PATTERN, { error: ID });
const flag = z.boolean({ error: '`true` or `false`' });
const references = z
  .array(z.string({ error: 'the id of a source' }), { error: 'a list of ids of sources' })
  .min(1, { error: 'a list of at least one source' });

/** Every cell of every kind of column, for editors; {@link factFileSchema} explains `anyCell`. */
function cellSchema(locales: readonly Locale[]) {
  return z.union([
    z.string().describe('`yes`, `no`, or the id of a value of the column.'),
    z.boolean(),
    z.number(),
    z.array(z.string()).describe('Ids of the values of the column that hold.'),
    textsSchema(locales),
    longCellSchema(locales),
  ]);
}
