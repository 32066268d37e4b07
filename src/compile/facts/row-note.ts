import type { NoteId } from '../../format/id.ts';

/**
 * The note of a row, whose cells are siblings: one answer helps with the next one of the same row, while two rows
 * have little in common. It is also the row's anchor.
 */
export function rowNote(table: string, row: string): NoteId {
  return `${table}.${row}` as NoteId;
}
