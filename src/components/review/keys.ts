import type { Signal } from '@preact/signals';
import { GRADES } from '../../format/event.ts';
import type { StringKey } from '../../format/strings.ts';
import { CONFIRM, type PressGuard } from './press-guard.ts';
import type { Session } from './session.ts';
import type { QuestionView } from './view.ts';

/** The dialogs of the review screen. */
export type DialogName = 'none' | 'more' | 'help' | 'choose';

/** The keys of the review, as its help lists them; letters work in either case. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly name: StringKey }[] = [
  { keys: ['␣', '↵'], name: 'review.key.show' },
  { keys: ['1', '2', '3', '4'], name: 'review.key.grade' },
  { keys: ['␣', '↵'], name: 'review.key.good' },
  { keys: ['U'], name: 'review.key.undo' },
  { keys: ['S'], name: 'review.more.suspend' },
  { keys: ['B'], name: 'review.more.bury' },
  { keys: ['E'], name: 'review.source' },
  { keys: ['.'], name: 'review.more' },
  { keys: ['?'], name: 'review.help' },
];

/** Reviews by keyboard, as {@link SHORTCUTS} tells; an open dialog and whatever is typed into keep their keys. */
export function handleKey(
  event: KeyboardEvent,
  session: Session,
  dialog: Signal<DialogName>,
  guard: PressGuard,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (dialog.value !== 'none' || isTyping(event.target)) return;
  const view = session.view.value;
  const isTaken =
    (view.state === 'question' && handleQuestionKey(event, session, view, guard)) ||
    ((view.state === 'front' || view.state === 'back') && handleCardKey(event, session, guard)) ||
    handleLetter(event, session, dialog);
  if (isTaken) event.preventDefault();
}

function handleCardKey(
  { key, target, timeStamp }: KeyboardEvent,
  session: Session,
  guard: PressGuard,
): boolean {
  const isFront = session.view.value.state === 'front';
  const grade = GRADES.find((candidate) => String(candidate) === key);
  if (grade && !isFront) {
    if (!guard({ timeStamp, on: key })) session.grade(grade);
    return true;
  }
  // A focused link or button keeps these for itself; the one that shows the answer would do the same.
  if ((key !== ' ' && key !== 'Enter') || isOn(target, 'a, button, summary')) return false;
  if (guard({ timeStamp, on: CONFIRM })) return true;
  if (isFront) session.reveal();
  else session.grade(3);
  return true;
}

/** A question has form controls of its own; only what follows the answer is ours. */
function handleQuestionKey(
  { key, target, timeStamp }: KeyboardEvent,
  session: Session,
  view: QuestionView,
  guard: PressGuard,
): boolean {
  if (!view.given || (key !== ' ' && key !== 'Enter') || isOn(target, 'a, button, summary, input')) {
    return false;
  }
  if (!guard({ timeStamp, on: CONFIRM })) session.next();
  return true;
}

function handleLetter({ key }: KeyboardEvent, session: Session, dialog: Signal<DialogName>): boolean {
  const { state } = session.view.value;
  const isInHand = state === 'front' || state === 'back' || state === 'question';
  const letter = key.toLowerCase();
  if (letter === 'u') session.undo();
  else if (letter === '?') dialog.value = 'help';
  else if (letter === '.' && isInHand) dialog.value = 'more';
  else if (letter === 's') session.handle('suspend');
  else if (letter === 'b') session.handle('bury');
  else if (letter === 'e') document.querySelector<HTMLAnchorElement>(SOURCE)?.click();
  else return false;
  return true;
}

/** The way to the lesson of a card, or of a question that was answered. */
const SOURCE = '.recall-review__source, .recall-review .recall-feedback__source';

function isOn(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target.isContentEditable || target.matches('textarea, select');
}
