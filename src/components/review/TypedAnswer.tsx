import type { Signal } from '@preact/signals';
import type { Texts } from '../texts.ts';
import { compareTyped } from './typed-answer.ts';

interface Props {
  readonly typed: Signal<string>;
  readonly language: string;
  readonly texts: Texts;
}

/** Where a short answer is written before it is shown; Enter shows it. */
export function TypedAnswer({
  typed,
  language,
  texts,
  onDone,
}: Props & { readonly onDone: (event: Event) => void }) {
  return (
    <form
      class="recall-review__typed"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(event);
      }}
    >
      <label>
        <span>{texts('review.typed.label')}</span>
        <input
          type="text"
          lang={language}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
    </form>
  );
}

/** What was written beside what was expected; the grade stays the learner's. */
export function TypedDiff({
  typed,
  expected,
  language,
  texts,
}: Props & { readonly expected: readonly string[] }) {
  const { isRight, parts } = compareTyped(typed.value, expected);
  return (
    <p class="recall-review__diff">
      <span>{texts(isRight ? 'review.typed.right' : 'review.typed.differs')}</span>{' '}
      <span lang={language}>
        {parts.map(({ type, text }, index) =>
          type === 'same' ? (
            text
          ) : type === 'missing' ? (
            <ins key={String(index)}>{text}</ins>
          ) : (
            <del key={String(index)}>{text}</del>
          ),
        )}
      </span>
    </p>
  );
}
