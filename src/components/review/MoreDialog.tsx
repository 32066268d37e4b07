import { useSignal } from '@preact/signals';
import { learnerDay } from '../../scheduler/index.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { Dialog } from './Dialog.tsx';
import { dayOfInput, inputOfDay } from './day-input.ts';
import type { Handling } from './handling.ts';
import { chooseQuestions } from './questions-choice.ts';
import type { Session } from './session.ts';
import { itemInHand } from './view.ts';

interface Props {
  readonly study: Study;
  readonly session: Session;
  readonly texts: Texts;
  /** Where the page of all cards is. */
  readonly cardsHref: string;
  /** Whether this is the daily review, not something chosen to be studied apart. */
  readonly isDaily: boolean;
  readonly onHelp: () => void;
  /** Offers to study something else. */
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

const HANDLINGS: readonly { readonly handling: Exclude<Handling, object>; readonly key?: string }[] = [
  { handling: 'bury', key: 'B' },
  { handling: 'suspend', key: 'S' },
  { handling: 'reset' },
];

/** What can be done with the item in hand instead of answering it; all of it can be taken back. */
export function MoreDialog(props: Props) {
  const { study, session, texts, cardsHref, isDaily, onHelp, onChoose, onClose } = props;
  const schedule = study.schedule.value;
  const today = learnerDay(study.now(), schedule.options.rolloverHour);
  const day = useSignal(inputOfDay(today + 7));
  const item = itemInHand(session.view.value);
  if (!item) return null;
  const isNew = !schedule.memories.has(item.id);
  const chosen = dayOfInput(day.value);
  const close = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog title={texts('review.more')} closeName={texts('review.close')} onClose={onClose}>
      <ul class="recall-review__acts">
        {HANDLINGS.filter(({ handling }) => handling !== 'reset' || !isNew).map(({ handling, key }) => (
          <li key={handling}>
            <button type="button" aria-keyshortcuts={key} onClick={close(() => session.handle(handling))}>
              <strong>{texts(`review.more.${handling}`)}</strong>
              {key && <span aria-hidden="true">{key}</span>}
              <small>{texts(`review.more.${handling}.help`)}</small>
            </button>
          </li>
        ))}
        {!isNew && (
          <li>
            <form
              class="recall-review__due"
              onSubmit={(event) => {
                event.preventDefault();
                if (chosen !== undefined) close(() => session.handle({ dueDay: chosen }))();
              }}
            >
              <label for="review-due">{texts('review.more.due')}</label>
              <span>
                <input
                  id="review-due"
                  type="date"
                  required
                  min={inputOfDay(today)}
                  value={day.value}
                  onInput={({ currentTarget }) => {
                    day.value = currentTarget.value;
                  }}
                />
                <button type="submit">{texts('review.more.set-due')}</button>
              </span>
            </form>
          </li>
        )}
        <li>
          <a href={`${cardsHref}#${item.id}`}>{texts('review.more.info')}</a>
        </li>
        <li>
          <button type="button" onClick={onChoose}>
            {texts('review.study')}
          </button>
        </li>
        <li>
          <button type="button" aria-keyshortcuts="?" onClick={onHelp}>
            {texts('review.help')}
          </button>
        </li>
      </ul>
      <p class="recall-dialog__note">{texts('review.more.undoable')}</p>
      {isDaily && (
        <label class="recall-review__option">
          <input
            type="checkbox"
            checked={schedule.options.reviewQuestions}
            onChange={({ currentTarget }) => chooseQuestions(study, currentTarget.checked)}
          />
          {texts('review.with-questions')}
        </label>
      )}
    </Dialog>
  );
}
