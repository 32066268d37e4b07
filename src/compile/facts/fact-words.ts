import type { Locale } from '../../format/locale.ts';
import { fill, phrasesOf } from '../phrases.ts';
import type { FactCell, FactColumn, FactValue } from './fact-table.ts';

/** Markdown of a value that `one-of`, `list` and `yes-no` columns choose from; `''` for an id that is none. */
export function valueWords({ kind, values }: FactColumn, id: string, locale: Locale): string {
  if (kind === 'yes-no') return phrasesOf(locale)[id === 'yes' ? 'yes' : 'no'];
  return values.find((value) => value.id === id)?.text[locale] ?? '';
}

/** Markdown of a number with its unit, with thousands set apart. */
export function numberWords({ unit }: FactColumn, number: number, locale: Locale): string {
  const digits = NUMBERS.format(number);
  return unit === undefined ? digits : `${digits} ${unit[locale] ?? ''}`;
}

/** Markdown of a whole value without its note. */
export function knownWords(column: FactColumn, value: FactValue, locale: Locale): string {
  if (value.kind === 'text') return value.text[locale] ?? '';
  if (value.kind === 'number') return numberWords(column, value.number, locale);
  return value.ids.map((id) => valueWords(column, id, locale)).join(phrasesOf(locale).comma);
}

/** Markdown of a cell with its note; the note alone where nothing is known; `undefined` for neither. */
export function cellWords(
  column: FactColumn,
  cell: FactCell | undefined,
  locale: Locale,
): string | undefined {
  const note = cell?.note?.[locale];
  if (cell?.value === undefined) return note;
  const value = knownWords(column, cell.value, locale);
  return note === undefined ? value : fill(phrasesOf(locale).noted, { value, note });
}

// The same digits in every language, as in running text.
const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });
