import type { LessonId, NoteId, QuestionId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { Question, QuestionKind, QuestionText } from '../../format/question.ts';
import type { Revised } from '../../format/revision.ts';
import { hash64 } from '../digest.ts';

/** A generated question before it is shown: each text as Markdown, which proofs read, and as HTML. */
export interface QuestionDraft {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly lesson: LessonId;
  readonly tests: NoteId;
  readonly origin: 'term' | 'facts';
  /** That of the one thing that it asks for, if it asks for one. */
  readonly revision?: Revised;
  readonly texts: ReadonlyMap<Locale, DraftText>;
}

/** One locale of a draft. */
export interface DraftText {
  readonly authored: QuestionText;
  readonly shown: QuestionText;
}

/** The question of a draft. Its digest, like a card's, is over what is authored. */
export function toQuestion({ texts, revision = { rev: 1 }, ...draft }: QuestionDraft): Question {
  const authored = [...texts].map(([locale, text]) => [locale, text.authored] as const);
  authored.sort(([a], [b]) => (a < b ? -1 : 1));
  const source = JSON.stringify([draft.kind, authored]).replace(/\s+/g, ' ');
  return {
    ...draft,
    ...revision,
    digest: hash64(source).slice(0, 12),
    texts: Object.fromEntries([...texts].map(([locale, { shown }]) => [locale, shown])),
  };
}

/**
 * The items in an order that depends on the seed and their ids alone (rendezvous hashing): a new item takes one
 * place and moves no other, so what is chosen from the front changes as little as possible.
 */
export function byRank<T>(seed: string, items: readonly T[], idOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, rank: hash64(`${seed} ${idOf(item)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}
