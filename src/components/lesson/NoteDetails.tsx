import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { EventId } from '../../format/id.ts';
import type { StringKey } from '../../format/strings.ts';
import type { Texts } from '../texts.ts';
import type { CardStatus } from './card-status.ts';
import { type Done, type LessonStudy, switchCards, takeBack } from './lesson-study.ts';
import { MarkSign } from './MarkSign.tsx';
import { describeStatus, type Moment } from './status-text.ts';

interface Props {
  /** Of the cards of one note. */
  readonly statuses: readonly CardStatus[];
  readonly lessonStudy: LessonStudy;
}

/** How each card of a note stands, and what can be done with them; what was done here can be taken back here. */
export function NoteDetails({ statuses, lessonStudy: { learner, texts, reviewHref, historyHref } }: Props) {
  const message = useSignal<StringKey | undefined>(undefined);
  const main = useRef<HTMLButtonElement>(null);
  const undoable = useSignal<readonly EventId[]>([]);
  const moment = { now: learner.now(), options: learner.schedule.value.options };
  const rows = listRows(statuses, moment, texts);
  const active = statuses.filter(({ state }) => state !== 'suspended');
  const isSuspending = active.length > 0;
  const finish = async (doing: Promise<Done>, said: StringKey, canUndo: boolean) => {
    const { events, isKept } = await doing;
    undoable.value = canUndo ? events : [];
    message.value = isKept ? said : 'lesson-mark.unsaved';
    // The button of an undo goes away with it: the focus must not be lost.
    if (!canUndo) main.current?.focus();
  };
  const toggle = () =>
    isSuspending
      ? finish(switchCards(learner, active, 'card.suspended'), 'lesson-mark.suspended-now', true)
      : finish(switchCards(learner, statuses, 'card.unsuspended'), 'lesson-mark.resumed-now', true);
  return (
    <>
      <ul class="recall-note-details__cards">
        {rows.map(({ status, kind, parts, count }) => (
          <li key={status.card.id}>
            <strong class={`recall-mark--${status.state}`}>
              <MarkSign state={status.state} /> {texts(`lesson-mark.${status.state}`)}
            </strong>
            {kind && <span>{kind}</span>}
            {parts.map((part) => (
              <span key={part}>{part}</span>
            ))}
            {count > 1 ? (
              <span>× {count}</span>
            ) : (
              <a href={historyHref(status.card.id)}>{texts('lesson-mark.history')}</a>
            )}
          </li>
        ))}
      </ul>
      <p class="recall-note-details__acts">
        {active.length > 0 && <a href={reviewHref}>{texts('lesson-mark.review')}</a>}
        <button ref={main} type="button" onClick={toggle}>
          {isSuspending
            ? texts.count('lesson-mark.suspend', active.length)
            : texts.count('lesson-mark.resume', statuses.length)}
        </button>
        {undoable.value.length > 0 && (
          <button
            type="button"
            onClick={() => finish(takeBack(learner, undoable.value), 'lesson-mark.undone', false)}
          >
            {texts('lesson-mark.undo')}
          </button>
        )}
      </p>
      <p class="recall-note-details__said" role="status">
        {message.value && texts(message.value)}
      </p>
    </>
  );
}

/** A line for each card, or for several of which there is the same to be said. */
function listRows(statuses: readonly CardStatus[], moment: Moment, texts: Texts) {
  const lines = statuses.map((status) => {
    const kind = statuses.length > 1 ? texts(`review.prompt.${status.card.kind}`) : undefined;
    return { status, kind, parts: describeStatus(status, moment, texts) };
  });
  const groups = new Map<string, (typeof lines)[number] & { count: number }>();
  for (const line of lines) {
    const key = [line.status.state, line.kind, ...line.parts].join();
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...line, count: 1 });
  }
  return [...groups.values()];
}
