import type { LessonId, NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { Place } from '../issue.ts';
import type { LocalizedRevision } from '../revision.ts';

/** A Markdown text in every locale of the course. */
export type Texts = Readonly<Record<Locale, string>>;

/** A fact table as it is written, checked: every value named exists and every text is there. */
export interface AuthoredTable {
  readonly id: NoteId;
  readonly lesson: LessonId;
  readonly place: Place;
  readonly title: Texts;
  readonly rowLabel: Texts;
  readonly sources: readonly FactSource[];
  readonly columns: readonly FactColumn[];
  readonly rows: readonly FactRow[];
}

/** Where facts were read. */
export interface FactSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** A column and what its cells may be. */
export interface FactColumn {
  readonly id: string;
  readonly kind: FactKind;
  readonly label: Texts;
  readonly isStudied: boolean;
  /** Question for one cell, with `{row}`; a studied column has one. */
  readonly question: Texts | undefined;
  /** Sentence that is true or false, with `{row}`, and `{value}` unless the column is `yes-no`. */
  readonly statement: Texts | undefined;
  /** What `one-of` and `list` choose from; empty for other kinds. */
  readonly values: readonly { readonly id: string; readonly text: Texts }[];
  readonly unit: Texts | undefined;
  /** `false` if a value that a cell does not name may hold all the same. */
  readonly isComplete: boolean;
}

/** What the cells of a column are. */
export type FactKind = 'yes-no' | 'one-of' | 'list' | 'number' | 'text';

/** A row with a cell for every column that it says something of. */
export interface FactRow {
  readonly id: string;
  readonly label: Texts;
  /** By column. */
  readonly cells: ReadonlyMap<string, FactCell>;
}

/** What is known of one row in one column. */
export interface FactCell extends LocalizedRevision {
  /** `undefined` where it is not known. */
  readonly value: FactValue | undefined;
  readonly note: Texts | undefined;
  readonly asOf: string | undefined;
  /** Numbers of the table's sources, from 1. */
  readonly sources: readonly number[];
  readonly isStudied: boolean;
}

/** A known value. `ids` are `yes` or `no`, or ids of values of the column. */
export type FactValue =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: Texts };
