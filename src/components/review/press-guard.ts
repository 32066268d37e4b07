/** A press of a key or of a place on the screen. */
export interface Press {
  /** Milliseconds of any one clock. */
  readonly timeStamp: number;
  /** The key, or where the screen was touched, in pixels. */
  readonly on: string | { readonly x: number; readonly y: number };
}

/** Whether a press is the second of a double press. */
export type PressGuard = (press: Press) => boolean;

/**
 * Creates a guard against the double press of an unsteady hand: in the place of the button that shows an answer there
 * stand the grades a moment later, and nobody has read an answer so soon.
 */
export function createPressGuard(): PressGuard {
  let last: Press | undefined;
  return (press) => {
    const before = last;
    last = press;
    return (
      before !== undefined &&
      press.timeStamp - before.timeStamp < AT_ONCE_MS &&
      isSamePlace(before.on, press.on)
    );
  };
}

/** A click as a press; one that Space or Enter made on a focused button has no place of its own. */
export function pressOfClick({ timeStamp, clientX, clientY, detail }: MouseEvent): Press {
  return { timeStamp, on: detail === 0 ? CONFIRM : { x: clientX, y: clientY } };
}

/** Space and Enter, which do the same, wherever they are pressed. */
export const CONFIRM = 'confirm';

/** Shorter than the time in which an answer can be read. */
const AT_ONCE_MS = 250;

/** As far as a finger misses the spot that it has just touched. */
const NEAR_PX = 24;

function isSamePlace(a: Press['on'], b: Press['on']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return Math.hypot(a.x - b.x, a.y - b.y) < NEAR_PX;
}
