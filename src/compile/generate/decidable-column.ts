import type { Locale } from '../../format/locale.ts';
import type { AuthoredTable, FactCell, FactColumn, FactRow } from '../facts/fact-table.ts';
import { numberWords, valueWords } from '../facts/fact-words.ts';
import { normaliseWording } from '../wording.ts';

/** A studied column in which it can be decided of each value and row whether the one holds for the other. */
export interface DecidableColumn {
  readonly column: FactColumn;
  /** Every value that some row may have, told apart by its text in every locale. */
  readonly values: readonly ColumnValue[];
  /** The rows with a known, studied cell, told apart by their labels in every locale. */
  readonly rows: readonly DecidableRow[];
}

/** A value that can be an option. */
export interface ColumnValue {
  readonly id: string;
  readonly wordsIn: (locale: Locale) => string;
}

/** A row with the ids of the values that hold for it; those of `values` that are not among them do not. */
export interface DecidableRow {
  readonly row: FactRow;
  readonly cell: FactCell;
  readonly holds: readonly string[];
}

/** The decidable side of a column; `undefined` where truth cannot be decided: in free text and in mere examples. */
export function decide(
  table: AuthoredTable,
  column: FactColumn,
  locales: readonly Locale[],
): DecidableColumn | undefined {
  if (!column.isStudied || column.kind === 'text' || !column.isComplete) return undefined;
  const values = distinct(valuesOf(table, column), ({ wordsIn }, locale) => wordsIn(locale), locales);
  const usable = new Set(values.map(({ id }) => id));
  const rows = distinct(table.rows, ({ label }, locale) => label[locale] ?? '', locales);
  return {
    column,
    values,
    rows: rows.flatMap((row): DecidableRow[] => {
      const cell = row.cells.get(column.id);
      const holds = cell === undefined ? [] : holdsIn(cell);
      if (cell?.isStudied !== true || holds.length === 0 || !holds.every((id) => usable.has(id))) return [];
      return [{ row, cell, holds }];
    }),
  };
}

function holdsIn({ value }: FactCell): readonly string[] {
  if (value?.kind === 'ids') return value.ids;
  return value?.kind === 'number' ? [String(value.number)] : [];
}

function valuesOf(table: AuthoredTable, column: FactColumn): ColumnValue[] {
  if (column.kind === 'number') {
    const numbers = table.rows.flatMap(({ cells }) => {
      const value = cells.get(column.id)?.value;
      return value?.kind === 'number' ? [value.number] : [];
    });
    return [...new Set(numbers)].map((number) => ({
      id: String(number),
      wordsIn: (locale) => numberWords(column, number, locale),
    }));
  }
  const ids = column.kind === 'yes-no' ? ['yes', 'no'] : column.values.map(({ id }) => id);
  return ids.map((id) => ({ id, wordsIn: (locale) => valueWords(column, id, locale) }));
}

/** The items whose text no other item has in any locale. */
function distinct<T>(
  items: readonly T[],
  wordsIn: (item: T, locale: Locale) => string,
  locales: readonly Locale[],
): T[] {
  const counts = locales.map((locale) => {
    const count = new Map<string, number>();
    for (const item of items) {
      const words = normaliseWording(wordsIn(item, locale));
      count.set(words, (count.get(words) ?? 0) + 1);
    }
    return count;
  });
  return items.filter((item) =>
    locales.every((locale, index) => counts[index]?.get(normaliseWording(wordsIn(item, locale))) === 1),
  );
}
