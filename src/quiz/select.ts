import type { ManifestQuestion } from '../format/deck.ts';
import type { ItemId, LessonId, ModuleId, NoteId, QuestionId } from '../format/id.ts';
import { shuffle } from './shuffle.ts';

/** Which questions come into consideration. */
export type Scope =
  | { readonly type: 'all' }
  | { readonly type: 'module'; readonly module: ModuleId }
  | { readonly type: 'lesson'; readonly lesson: LessonId }
  /** Those of a quiz, by their ids. */
  | { readonly type: 'quiz'; readonly questions: readonly QuestionId[] };

/** What is chosen of them, and in which order. */
export type Choosing =
  /** Any, by chance. */
  | { readonly by: 'chance' }
  /** The lowest predicted recall first; what was never seen before or behind all others. */
  | {
      readonly by: 'weakness';
      readonly recall: ReadonlyMap<ItemId, number>;
      readonly unseen: 'first' | 'last';
    }
  /** Only these, by chance. */
  | { readonly by: 'due'; readonly due: ReadonlySet<ItemId> };

/** Everything that decides a selection. */
export interface Selection {
  readonly scope: Scope;
  readonly choosing: Choosing;
  /** At most so many; all where absent. */
  readonly limit?: number;
  readonly seed: number;
}

/** Chooses questions; siblings are kept apart where that can be. */
export function selectQuestions(
  questions: readonly ManifestQuestion[],
  { scope, choosing, limit = Number.POSITIVE_INFINITY, seed }: Selection,
): ManifestQuestion[] {
  const mixed = shuffle(questions.filter(isWithin(scope)), seed);
  const chosen = choose(mixed, choosing).slice(0, Math.max(0, limit));
  return separateSiblings(chosen);
}

/** The module of a lesson: the folder that it lies in. */
export function moduleOf(lesson: LessonId): ModuleId {
  return lesson.replace(/\/.*$/s, '') as ModuleId;
}

/**
 * The same items with as few neighbours of one note as possible, none if there is a way, and otherwise in their order
 * as far as that goes.
 */
export function separateSiblings<T extends { readonly note: NoteId }>(items: readonly T[]): T[] {
  const left = [...items];
  const counts = new Map<NoteId, number>();
  for (const { note } of left) counts.set(note, (counts.get(note) ?? 0) + 1);
  const separated: T[] = [];
  while (left.length > 0) {
    const last = separated.at(-1)?.note;
    const crowd = findCrowd(counts, left.length, last);
    const isNext = ({ note }: T) => (crowd === undefined ? note !== last : note === crowd);
    const place = Math.max(0, left.findIndex(isNext));
    for (const item of left.splice(place, 1)) {
      separated.push(item);
      counts.set(item.note, (counts.get(item.note) ?? 1) - 1);
    }
  }
  return separated;
}

/** A note, other than the last one, so frequent among those left that it has to take every other place from now on. */
function findCrowd(
  counts: ReadonlyMap<NoteId, number>,
  total: number,
  last: NoteId | undefined,
): NoteId | undefined {
  for (const [note, count] of counts) {
    if (note !== last && count * 2 > total) return note;
  }
  return undefined;
}

function isWithin(scope: Scope): (question: ManifestQuestion) => boolean {
  switch (scope.type) {
    case 'all':
      return () => true;
    case 'module':
      return ({ lesson }) => moduleOf(lesson) === scope.module;
    case 'lesson':
      return ({ lesson }) => lesson === scope.lesson;
    case 'quiz': {
      const ids = new Set(scope.questions);
      return ({ id }) => ids.has(id);
    }
  }
}

function choose(mixed: readonly ManifestQuestion[], choosing: Choosing): readonly ManifestQuestion[] {
  switch (choosing.by) {
    case 'chance':
      return mixed;
    case 'due':
      return mixed.filter(({ id }) => choosing.due.has(id));
    case 'weakness': {
      const { recall, unseen } = choosing;
      const beyond = unseen === 'first' ? -1 : 2;
      const recallOf = ({ id }: ManifestQuestion) => recall.get(id) ?? beyond;
      return mixed.toSorted((a, b) => recallOf(a) - recallOf(b));
    }
  }
}
