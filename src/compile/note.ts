import type { NoteId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Place } from './issue.ts';
import type { Item } from './issues/issue-kind.ts';
import type { Revision } from './revision.ts';

/** A term or card as one file has it. Its content is absent where a mistake, reported apart, spoilt it. */
export type Note = TermNote | CardNote | ClozeNote;

/** A term of one file. */
export interface TermNote extends NoteBase {
  readonly item: 'term';
  readonly content: TermContent | undefined;
}

/** A card of one file. */
export interface CardNote extends NoteBase {
  readonly item: 'card';
  readonly content: CardContent | undefined;
}

/** A card of clozes of one file. */
export interface ClozeNote extends NoteBase {
  readonly item: 'cloze card';
  readonly content: ClozeContent | undefined;
}

/** A term's texts: the name as words and as HTML, the definition as Markdown. */
export interface TermContent {
  readonly name: string;
  readonly nameHtml: string;
  readonly aliases: readonly string[];
  readonly definition: string;
  readonly isPlain: boolean;
}

/** A card's sides as Markdown. */
export interface CardContent {
  readonly front: string;
  readonly back: string;
}

/** A card of clozes: its Markdown with their marks, and a label for each of them. */
export interface ClozeContent {
  readonly body: string;
  readonly clozes: readonly { readonly label: string; readonly place: Place }[];
}

/** A term or card without a usable id, with what a proposal can be made of. */
export interface NamelessNote {
  readonly item: Item;
  readonly place: Place;
  /** The malformed id, if there is one. */
  readonly written: string | undefined;
  /** Texts to take an id from, the best first. */
  readonly candidates: readonly string[];
  /** The opening of the note with an id put in. */
  readonly snippet: (id: string) => string;
}

/** The notes of a part of a file in the order of the text, and the mistakes in them. */
export interface FoundNotes {
  readonly notes: readonly Note[];
  readonly nameless: readonly NamelessNote[];
  readonly issues: readonly Issue[];
}

interface NoteBase extends Revision {
  readonly id: NoteId;
  /** As written, beside those of its lesson; not checked. */
  readonly tags: readonly string[];
  readonly place: Place;
}
