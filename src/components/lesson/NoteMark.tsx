import { computed, signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { NoteId } from '../../format/id.ts';
import { PREFIX } from '../../format/prefix.ts';
import { readInterfaceSetting } from '../interface-settings.ts';
import { worstOf } from './card-status.ts';
import type { LessonStudy } from './lesson-study.ts';
import { MarkSign } from './MarkSign.tsx';
import { NoteDetails } from './NoteDetails.tsx';
import { labelNote, summarizeNote } from './status-text.ts';

interface Props {
  readonly note: NoteId;
  readonly lessonStudy: LessonStudy;
}

/** The mark beside a term, a card or a row: how well it is known, with what can be done about it behind it. */
export function NoteMark({ note, lessonStudy }: Props) {
  const { learner, statuses: all, texts } = lessonStudy;
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [ofNote, isOpen] = useMemo(
    () => [computed(() => all.value.filter(({ card }) => card.note === note)), signal(false)],
    [all, note],
  );
  const statuses = ofNote.value;
  useLayoutEffect(() => {
    if (!isOpen.value) return;
    // Its content is rendered just before the browser shows it; a frame later it has its size, and is not yet painted.
    requestAnimationFrame(() => {
      if (button.current && popover.current) place(popover.current, button.current);
    });
  });
  const { options } = learner.schedule.value;
  if (!readInterfaceSetting(learner.schedule.value, 'margin-marks')) return null;
  const { state, count } = worstOf(statuses);
  const id = `${PREFIX}-mark-${note}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`recall-mark recall-mark--${state}`}
        popovertarget={id}
        title={summarizeNote(statuses, { now: learner.now(), options }, texts)}
        aria-label={labelNote(statuses, texts)}
        aria-haspopup="dialog"
      >
        <MarkSign state={state} />
        {count < statuses.length && (
          <span class="recall-mark__count" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
      <div
        ref={popover}
        id={id}
        class="recall-popover recall-note-details not-content"
        popover="auto"
        role="dialog"
        aria-label={texts('lesson-mark.title')}
        onBeforeToggle={({ newState }) => {
          if (newState === 'open') isOpen.value = true;
        }}
        // Not before: the browser gives the focus back only if it finds it inside.
        onToggle={({ newState }) => {
          if (newState === 'closed') isOpen.value = false;
        }}
      >
        {isOpen.value && <NoteDetails statuses={statuses} lessonStudy={lessonStudy} />}
      </div>
    </>
  );
}

/** Below the mark, or above it where there is no room, and never beyond the edge of the screen. */
function place(popover: HTMLElement, mark: HTMLElement): void {
  const { left, top, bottom } = mark.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const isBelow = bottom + MARGIN + height <= innerHeight;
  popover.style.left = `${Math.max(MARGIN, Math.min(left, document.documentElement.clientWidth - width - MARGIN))}px`;
  popover.style.top = `${isBelow ? bottom : Math.max(MARGIN, top - height)}px`;
}

/** Distance from the edge of the screen, in pixels. */
const MARGIN = 8;
