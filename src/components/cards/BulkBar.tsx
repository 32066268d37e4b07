import { type Signal, useSignal } from '@preact/signals';
import type { ItemId } from '../../format/id.ts';
import { learnerDay } from '../../scheduler/index.ts';
import { findAct, nameAct } from '../review/act.ts';
import { dayOfInput, inputOfDay } from '../review/day-input.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import type { CardAct } from './acts.ts';

interface Props {
  readonly study: Study;
  readonly selected: Signal<ReadonlySet<ItemId>>;
  /** What the last act did, for the screen and the screen reader. */
  readonly said: Signal<string>;
  readonly texts: Texts;
  readonly onAct: (items: readonly ItemId[], act: CardAct) => void;
}

/** What can be done to the selected cards at once, and taken back at once. */
export function BulkBar({ study, selected, said, texts, onAct }: Props) {
  const isResetting = useSignal(false);
  const { rolloverHour } = study.schedule.value.options;
  const today = learnerDay(study.now(), rolloverHour);
  const day = useSignal(inputOfDay(today + 1));
  const items = [...selected.value];
  const newest = findAct(study.log.events(), study.now(), study.decks);
  // An answer is taken back where it was given.
  const last = newest?.type === 'card.reviewed' || newest?.type === 'question.answered' ? undefined : newest;
  const isIdle = items.length === 0 && !last && said.value === '';
  const act = (what: CardAct) => () => onAct(items, what);
  const undo = () => {
    if (!last) return;
    const now = study.now();
    study.log.appendAll(last.events.map((target) => ({ ...now, type: 'review.undone', target })));
    said.value = texts('cards.undone');
  };
  return (
    <div class={`recall-cards__bar${isIdle ? ' recall-cards__bar--idle' : ''}`}>
      <div class="recall-cards__row">
        <span role="status">
          {items.length > 0 ? texts.count('cards.selected', items.length) : said.value}
        </span>
        {items.length > 0 && (
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              selected.value = new Set();
            }}
          >
            {texts('cards.select.none')}
          </button>
        )}
        {last && (
          <button type="button" class="recall-cards__action" onClick={undo}>
            {texts('review.undo-act', { act: nameAct(last, texts) })}
          </button>
        )}
      </div>
      {items.length > 0 && (
        <fieldset class="recall-cards__row">
          <legend class="sr-only">{texts.count('cards.selected', items.length)}</legend>
          {ACTS.map((name) => (
            <button key={name} type="button" class="recall-cards__action" onClick={act(name)}>
              {texts(`cards.act.${name}`)}
            </button>
          ))}
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              isResetting.value = true;
            }}
          >
            {texts('cards.act.reset')}
          </button>
          <span class="recall-cards__due">
            <input
              type="date"
              aria-label={texts('cards.act.due')}
              min={inputOfDay(today)}
              value={day.value}
              onInput={({ currentTarget }) => {
                day.value = currentTarget.value;
              }}
            />
            <button
              type="button"
              class="recall-cards__action"
              onClick={() => {
                const dueDay = dayOfInput(day.value);
                if (dueDay !== undefined) onAct(items, { dueDay });
              }}
            >
              {texts('cards.act.due')}
            </button>
          </span>
        </fieldset>
      )}
      {items.length > 0 && isResetting.value && (
        <div class="recall-cards__row" role="alert">
          <span>{texts.count('cards.reset.sure', items.length)}</span>
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              isResetting.value = false;
              onAct(items, 'reset');
            }}
          >
            {texts('cards.reset.yes')}
          </button>
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              isResetting.value = false;
            }}
          >
            {texts('cards.reset.no')}
          </button>
        </div>
      )}
    </div>
  );
}

const ACTS = ['suspend', 'unsuspend', 'bury', 'unbury'] as const;
