import type { ManifestCard, ManifestItem, ManifestQuestion } from '../../format/deck.ts';
import type { Grade } from '../../format/event.ts';
import type { CardMemory, Preview } from '../../scheduler/index.ts';
import type { Face, ShownQuestion } from '../decks.ts';
import type { Failure } from '../failure/failure.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';

/** What the review screen shows. */
export type View =
  | { readonly state: 'loading' }
  | ({ readonly state: 'front' } & ShownCard)
  | ({ readonly state: 'back'; readonly preview: Readonly<Record<Grade, Preview>> } & ShownCard)
  | QuestionView
  | { readonly state: 'finished' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** A card in hand, on either side. */
export type CardView = Extract<View, { state: 'front' | 'back' }>;

/** A question in hand; it stays, with feedback, until the learner goes on. */
export interface QuestionView extends Shown {
  readonly state: 'question';
  readonly item: ManifestQuestion;
  readonly question: ShownQuestion;
  readonly seed: number;
  /** Hints opened so far. */
  readonly hints: number;
  readonly given: GivenAnswer | undefined;
}

/** The card or question in hand, if there is one. */
export function itemInHand(view: View): ManifestItem | undefined {
  if (view.state === 'question') return view.item;
  return view.state === 'front' || view.state === 'back' ? view.card : undefined;
}

/** Whether what is in hand was answered since it was shown, here or in another tab. */
export function isAnsweredSince(view: View, memory: CardMemory | undefined): boolean {
  if (!('memory' in view)) return false;
  return (view.memory?.reviews ?? 0) !== (memory?.reviews ?? 0);
}

interface Shown {
  /** `undefined` for a card never seen. */
  readonly memory: CardMemory | undefined;
  /** The revision that was answered last, where the course has a newer one. */
  readonly changedSince: number | undefined;
  /** Asked out of turn: its answer does not change the schedule. */
  readonly isCram: boolean;
  /** Predicted probability of recall on the day of the exam that is studied for. */
  readonly examRecall: number | undefined;
  /** Milliseconds UTC. */
  readonly shownAt: number;
}

interface ShownCard extends Shown {
  readonly card: ManifestCard;
  readonly face: Face;
}
