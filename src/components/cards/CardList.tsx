import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Instant } from '../../format/event.ts';
import type { ItemId } from '../../format/id.ts';
import type { SchedulerOptions } from '../../scheduler/index.ts';
import type { Texts } from '../texts.ts';
import { kindOf } from './choice.ts';
import type { CardRow } from './rows.ts';
import { describeDue, describeState } from './state-text.ts';

interface Props {
  readonly rows: readonly CardRow[];
  readonly today: Instant;
  readonly options: SchedulerOptions;
  readonly selected: Signal<ReadonlySet<ItemId>>;
  readonly texts: Texts;
  readonly language: string;
  readonly onOpen: (id: ItemId) => void;
}

/** The cards found, page after page; arrows move, Space selects, Enter opens. */
export function CardList({ rows, today, options, selected, texts, language, onOpen }: Props) {
  const shown = useSignal(PAGE);
  const anchor = useRef<number | undefined>();
  // Another choice begins at its first page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows change
  useEffect(() => {
    shown.value = PAGE;
    anchor.current = undefined;
  }, [rows.length, rows[0]?.item.id, shown]);
  const toggle = (index: number, isRange: boolean) => {
    const row = rows[index];
    if (!row) return;
    const next = new Set(selected.value);
    const isOn = !next.has(row.item.id);
    const from = isRange ? (anchor.current ?? index) : index;
    for (const { item } of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (isOn) next.add(item.id);
      else next.delete(item.id);
    }
    anchor.current = index;
    selected.value = next;
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === ' ') toggle(index, event.shiftKey);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const row = (event.currentTarget as HTMLElement).closest('li');
      const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
      next?.querySelector<HTMLElement>('button')?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div class="recall-cards__head">
        <p role="status" class="recall-cards__found">
          {texts.count('cards.found', rows.length)}
          {rows.length === 0 && ` · ${texts('cards.none')}`}
        </p>
        {rows.length > 0 && selected.value.size === 0 && (
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              selected.value = new Set(rows.map(({ item }) => item.id));
            }}
          >
            {texts('cards.select.all', { count: rows.length })}
          </button>
        )}
      </div>
      <ol class="recall-cards__list">
        {rows.slice(0, shown.value).map((row, index) => {
          const { item, memory, recall } = row;
          return (
            <li key={item.id}>
              <input
                type="checkbox"
                aria-label={texts('cards.select', { card: row.front })}
                checked={selected.value.has(item.id)}
                onClick={(event) => toggle(index, event.shiftKey)}
              />
              <button
                type="button"
                class="recall-cards__front"
                lang={language}
                onClick={() => onOpen(item.id)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                {row.front}
              </button>
              <span class="recall-cards__facts">
                <span class={`recall-cards__state recall-cards__state--${row.state}`}>
                  {describeState(row, texts)}
                </span>
                <span>{texts(`cards.kind.${kindOf(row)}`)}</span>
                {memory && (
                  <>
                    <span>{describeDue(memory, today, options, texts)}</span>
                    {recall !== undefined && (
                      <span>{texts('cards.recall', { percent: Math.round(recall * 100) })}</span>
                    )}
                    {memory.lapses > 0 && <span>{texts.count('cards.lapses', memory.lapses)}</span>}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {rows.length > shown.value && (
        <button
          type="button"
          class="recall-cards__action"
          onClick={() => {
            shown.value += PAGE;
          }}
        >
          {texts('cards.more', { count: Math.min(PAGE, rows.length - shown.value) })}
        </button>
      )}
    </>
  );
}

const PAGE = 100;
