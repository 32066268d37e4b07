import type { LessonId, NoteId } from './id.ts';
import type { Localized } from './locale.ts';

/** A fact table in one locale, ready to be shown. All texts are HTML. */
export interface FactTableText {
  readonly title: string;
  /** What the rows are, e.g. “System”. */
  readonly rowLabel: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    /** One per column, in the order of the columns; `undefined` where nothing is known. */
    readonly cells: readonly (FactCellText | undefined)[];
  }[];
  readonly sources: readonly string[];
}

/** One cell in one locale. */
export interface FactCellText {
  readonly text: string;
  /** ISO month or day on which this was so, for facts that age. */
  readonly asOf?: string;
  /** Numbers of the table's sources that support it, from 1. */
  readonly sources: readonly number[];
}

/** A fact table: what `::facts{#id}` puts into a lesson. */
export interface FactTable {
  readonly id: NoteId;
  readonly lesson: LessonId;
  readonly texts: Localized<FactTableText>;
}
