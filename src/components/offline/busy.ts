import { PREFIX } from '../../format/prefix.ts';

/**
 * Says what the learner has in hand: a name for the card, question or exam, or nothing. A new version of the site
 * is not offered while there is something, and not taken over before it has changed.
 */
export function holdInHand(name: string | undefined): void {
  const { dataset } = document.documentElement;
  if (dataset[KEY] === name) return;
  if (name === undefined) delete dataset[KEY];
  else dataset[KEY] = name;
  document.dispatchEvent(new Event(CHANGE));
}

/** Acts once, as soon as nothing is in hand. */
export function whenHandIsEmpty(act: () => void): void {
  when(() => !isHeld(), act, !isHeld());
}

/** Acts once, as soon as nothing is in hand or one card has made way for the next. */
export function whenHandMoves(act: () => void): void {
  when(() => true, act, !isHeld());
}

function when(isRight: () => boolean, act: () => void, isNow: boolean): void {
  if (isNow) {
    act();
    return;
  }
  const listener = () => {
    if (!isRight()) return;
    document.removeEventListener(CHANGE, listener);
    act();
  };
  document.addEventListener(CHANGE, listener);
}

// On the document, so that every script of the page sees the same, whichever file it came in.
const KEY = `${PREFIX}InHand`;
const CHANGE = `${PREFIX}:in-hand`;

function isHeld(): boolean {
  return document.documentElement.dataset[KEY] !== undefined;
}
