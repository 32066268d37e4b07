import type { SearchConcept, SearchNote } from '../../format/search.ts';
import type { Segment } from '../../search/passages.ts';

/** One line that can be opened. */
export interface Line {
  readonly href: string;
  readonly title: readonly Segment[];
}

/** A concept that was found. */
export interface ConceptLine extends Line {
  readonly concept: SearchConcept;
  /** The name by which it was found, where it is none of those shown. */
  readonly by: string | undefined;
  /** Its place in the index. */
  readonly place: number;
  /** Absent until it has been loaded. */
  readonly note?: SearchNote | undefined;
}

/** A page that was found, with the places in it. */
export interface LessonLine extends Line {
  /** Title of the module, if it is a lesson of one. */
  readonly module: string;
  readonly excerpt: readonly Segment[];
  readonly sections: readonly (Line & { readonly excerpt: readonly Segment[] })[];
}

/** A card's front or a question's stem. */
export interface ItemLine extends Line {
  readonly kind: 'card' | 'question';
  readonly lesson: string;
}

/** Everything that a query found. */
export interface Results {
  readonly concepts: readonly ConceptLine[];
  readonly lessons: readonly LessonLine[];
  readonly items: readonly ItemLine[];
  /** The words that were looked for in place of those typed. */
  readonly corrected: string | undefined;
  /** Whether the lessons have only parts of what was typed. */
  readonly isInPart: boolean;
}

/** What of the course is searched. */
export interface Scope {
  readonly kind: 'all' | 'concept' | 'lesson' | 'items';
  /** A module's id, or empty for all. */
  readonly module: string;
}

/** Nothing found, or nothing looked for yet. */
export const NO_RESULTS: Results = {
  concepts: [],
  lessons: [],
  items: [],
  corrected: undefined,
  isInPart: false,
};

/** Whether near names are wanted: nothing has what was typed as a whole, and no concept is meant. */
export function isMissed({ concepts, lessons, items, isInPart }: Results): boolean {
  return concepts.length + items.length === 0 && (lessons.length === 0 || isInPart);
}

/** Whether nothing at all was found. */
export function isEmpty({ concepts, lessons, items }: Results): boolean {
  return concepts.length + lessons.length + items.length === 0;
}
