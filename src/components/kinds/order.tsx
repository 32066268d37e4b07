import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OptionKey, OrderText } from '../../format/question.ts';
import { presentQuestion } from '../../quiz/index.ts';
import { plainText } from '../../search/plain-text.ts';
import { Html } from '../quiz/Html.tsx';
import type { ControlProps } from './control.ts';
import { MarkLabel } from './MarkLabel.tsx';
import { moveKey } from './moved-keys.ts';

/** A list whose items go up and down by buttons, by arrow keys on them, or by dragging their handles. */
export function Order({
  text,
  seed,
  name,
  language,
  response,
  outcome,
  texts,
  onChange,
}: ControlProps<OrderText>) {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<OptionKey | undefined>(undefined);
  const pressed = useRef<string | undefined>(undefined);
  const announced = useSignal('');
  const keys = response && 'keys' in response ? response.keys : presentQuestion(text, seed);
  const htmlOf = (key: OptionKey) => text.items.find((item) => item.key === key)?.text ?? '';

  const moveTo = (key: OptionKey, place: number) => {
    const moved = moveKey(keys, key, place);
    if (moved === keys) return;
    announced.value = texts('quiz.moved', {
      item: plainText(htmlOf(key)),
      place: moved.indexOf(key) + 1,
      count: keys.length,
    });
    onChange({ keys: moved });
  };
  // A button that moved with its item in the document has lost the focus on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order changes
  useLayoutEffect(() => {
    if (pressed.current) document.getElementById(pressed.current)?.focus();
    pressed.current = undefined;
  }, [keys.join()]);
  const drag = (y: number) => {
    if (dragged.current === undefined) return;
    const from = keys.indexOf(dragged.current);
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const above = rows.filter(({ top, height }, index) => index !== from && y > top + height / 2).length;
    moveTo(dragged.current, above);
  };
  const drop = () => {
    dragged.current = undefined;
  };

  return (
    <>
      {!outcome && <p class="recall-question__task">{texts('quiz.order-task')}</p>}
      <ol
        class="recall-items"
        ref={list}
        onPointerMove={({ clientY }) => drag(clientY)}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        {keys.map((key, index) => {
          const code = outcome?.marks.find((mark) => mark.key === key)?.code;
          const step = (by: number, direction: 'up' | 'down') => {
            const id = `${name}-${direction}-${key}`;
            return (
              <button
                type="button"
                id={id}
                class="recall-item__move"
                aria-label={texts(direction === 'up' ? 'quiz.up' : 'quiz.down')}
                aria-describedby={`${name}-item-${key}`}
                aria-disabled={keys[index + by] === undefined}
                onClick={() => {
                  pressed.current = id;
                  moveTo(key, index + by);
                }}
                onKeyDown={(event) => {
                  const arrow = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (arrow === 0) return;
                  event.preventDefault();
                  pressed.current = id;
                  moveTo(key, index + arrow);
                }}
              >
                <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
              </button>
            );
          };
          return (
            <li key={key} class={`recall-item ${code ? `recall-option--${code}` : ''}`}>
              {!outcome && (
                <span
                  class="recall-item__handle"
                  aria-hidden="true"
                  onPointerDown={({ pointerId }) => {
                    dragged.current = key;
                    // The list keeps the pointer: unlike the item it does not move in the document.
                    list.current?.setPointerCapture(pointerId);
                  }}
                >
                  ⠿
                </span>
              )}
              <Html id={`${name}-item-${key}`} class="recall-item__text" lang={language} html={htmlOf(key)} />
              {!outcome && (
                <span class="recall-item__moves">
                  {step(-1, 'up')}
                  {step(1, 'down')}
                </span>
              )}
              <MarkLabel code={code} texts={texts} />
            </li>
          );
        })}
      </ol>
      <p class="recall-unseen" role="status">
        {announced.value}
      </p>
      {outcome && outcome.verdict !== 'right' && (
        <>
          <p>{texts('quiz.correct')}</p>
          <ol class="recall-items recall-items--solved">
            {text.items.map((item) => (
              <li key={item.key}>
                <Html lang={language} html={item.text} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
