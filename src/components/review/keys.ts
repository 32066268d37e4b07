import { GRADES } from '../../format/event.ts';
import type { QuestionView, Session } from './session.ts';

/** Reviews by keyboard: Space or Enter shows the answer, 1–4 grade it, U takes it back, E opens the source. */
export function handleKey(event: KeyboardEvent, session: Session): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const view = session.view.value;
  if (view.state === 'question') {
    handleQuestionKey(event, session, view);
    return;
  }
  const grade = GRADES.find((candidate) => String(candidate) === event.key);
  if ((event.key === ' ' || event.key === 'Enter') && view.state === 'front') {
    // A focused link or button keeps Enter for itself.
    if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.closest('a, button, summary')
    )
      return;
    session.reveal();
  } else if (event.key === ' ' && view.state === 'back') {
    if (event.target instanceof HTMLElement && event.target.closest('a, button')) return;
    session.grade(3);
  } else if (grade && view.state === 'back') session.grade(grade);
  else if (event.key.toLowerCase() === 'u') session.undo();
  else if (event.key.toLowerCase() === 'e')
    document.querySelector<HTMLAnchorElement>('.recall-review__source')?.click();
  else return;
  event.preventDefault();
}

/** A question has form controls of its own; only what follows the answer is ours. */
function handleQuestionKey(event: KeyboardEvent, session: Session, { given }: QuestionView): void {
  const isOnControl =
    event.target instanceof HTMLElement && event.target.closest('a, button, summary, input');
  if (given && (event.key === ' ' || event.key === 'Enter') && !isOnControl) session.next();
  else if (event.key.toLowerCase() === 'u' && !isOnControl) session.undo();
  else return;
  event.preventDefault();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
