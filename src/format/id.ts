declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * What an author writes as `{#id}`: a term, a card, a question or a fact table.
 * One note gives one card or several, which are siblings of each other.
 */
export type NoteId = Branded<'NoteId'>;

/** One schedulable face pair: a {@link NoteId}, or `<note>.<part>` where a note gives several cards. */
export type CardId = Branded<'CardId'>;

/** A question's id: authored like a {@link NoteId}, or `<note>.<part>` where it is generated. */
export type QuestionId = Branded<'QuestionId'>;

/** What the scheduler schedules. Ids of cards and questions never meet: both are unique in the site. */
export type ItemId = CardId | QuestionId;

/** A lesson's path without locale and extension, e.g. `basics/first-steps`. */
export type LessonId = Branded<'LessonId'>;

/** A lesson's folder, e.g. `basics`. */
export type ModuleId = Branded<'ModuleId'>;

/** What an author groups lessons and cards by, in the form of a {@link NoteId}. */
export type TagId = Branded<'TagId'>;

/** `<time36>-<writer>-<seq36>`: unique over tabs and devices, and sortable by time as a string. */
export type EventId = Branded<'EventId'>;

/** One open tab of one device; made anew at each page load. */
export type WriterId = Branded<'WriterId'>;

/** The form of an authored id: kebab-case, ASCII, starting with a letter, at most 48 characters. */
export const NOTE_ID_PATTERN: RegExp = /^(?=.{1,48}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The form of an item's id: a note id, followed by up to two `.part`s of the same form. */
const ITEM_ID_PATTERN: RegExp =
  /^(?=.{1,146}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*){0,2}$/;

/** Whether a value is a well-formed id of a card or a question, whatever its origin. */
export function isItemId(value: unknown): value is ItemId {
  return typeof value === 'string' && ITEM_ID_PATTERN.test(value);
}
