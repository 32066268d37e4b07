import type { ReadonlySignal } from '@preact/signals';
import type { EventDraft, Instant } from '../../format/event.ts';
import type { CardId, EventId, LessonId } from '../../format/id.ts';
import type { Learner } from '../learner.ts';
import type { Texts } from '../texts.ts';
import type { CardStatus } from './card-status.ts';

/** What the marks of a lesson and the figures at its end are drawn from. */
export interface LessonStudy {
  readonly learner: Learner;
  readonly lesson: LessonId;
  /** How every card of the lesson stands, kept up to date. */
  readonly statuses: ReadonlySignal<readonly CardStatus[]>;
  readonly texts: Texts;
  readonly reviewHref: string;
  /** The address of a card's own history. */
  readonly historyHref: (card: CardId) => string;
}

/** What was done, and whether it is safely kept. */
export interface Done {
  readonly events: readonly EventId[];
  readonly isKept: boolean;
}

/** Suspends or resumes cards as one act, which one undo takes back. */
export function switchCards(
  { log, now }: Learner,
  statuses: readonly CardStatus[],
  type: 'card.suspended' | 'card.unsuspended',
): Promise<Done> {
  const instant = now();
  return keep(
    log,
    statuses.map(({ card }) => ({ ...instant, type, item: card.id })),
  );
}

/** Takes events back, and with it what they did. */
export function takeBack({ log, now }: Learner, events: readonly EventId[]): Promise<Done> {
  const instant: Instant = now();
  return keep(
    log,
    events.map((target) => ({ ...instant, type: 'review.undone', target })),
  );
}

async function keep(log: Learner['log'], drafts: readonly EventDraft[]): Promise<Done> {
  const { events, saved } = log.appendAll(drafts);
  const { local, journal } = await saved;
  return { events: events.map(({ id }) => id), isKept: local || journal };
}
