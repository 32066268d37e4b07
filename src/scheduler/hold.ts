import type { CardBuried, ItemSwitched } from '../format/event.ts';

/** What keeps an item from being asked, apart from its due date. */
export interface Hold {
  readonly suspended: boolean;
  /** The first learner's day on which it may come back, in days since 1970, if it was buried. */
  readonly buriedUntilDay: number | undefined;
}

/** Whether an item is kept from being asked on a learner's day. */
export function isHeld(hold: Hold | undefined, today: number): boolean {
  return hold !== undefined && (hold.suspended || isBuried(hold, today));
}

/** Whether an item waits for a later learner's day. */
function isBuried(hold: Hold | undefined, today: number): boolean {
  return hold?.buriedUntilDay !== undefined && hold.buriedUntilDay > today;
}

/** The hold after one more event; `undefined` where nothing holds. */
export function applyHold(
  hold: Hold | undefined,
  event: CardBuried | Exclude<ItemSwitched, { type: 'card.reset' }>,
): Hold | undefined {
  const { suspended, buriedUntilDay } = { suspended: false, buriedUntilDay: undefined, ...hold };
  switch (event.type) {
    case 'card.suspended':
      return { suspended: true, buriedUntilDay };
    case 'card.unsuspended':
      return lift({ suspended: false, buriedUntilDay });
    case 'card.buried':
      return { suspended, buriedUntilDay: event.untilDay };
    case 'card.unburied':
      return lift({ suspended, buriedUntilDay: undefined });
  }
}

function lift(hold: Hold): Hold | undefined {
  return hold.suspended || hold.buriedUntilDay !== undefined ? hold : undefined;
}
