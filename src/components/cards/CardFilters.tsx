import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { KIND_NAMES } from '../../format/kind-name.ts';
import type { TagChoice } from '../tag-choices.ts';
import type { Texts } from '../texts.ts';
import { type Choice, EVERYTHING, formatChoice, SORTS, STATE_FILTERS } from './choice.ts';
import type { CoursePlaces } from './course-places.ts';

interface Props {
  readonly choice: Signal<Choice>;
  readonly places: CoursePlaces;
  readonly tags: readonly TagChoice[];
  readonly texts: Texts;
}

/** Which cards are listed, and in which order. */
export function CardFilters({ choice, places, tags, texts }: Props) {
  const { text, place, state, kind, tag, sort, isDescending } = choice.value;
  const search = useRef<HTMLInputElement>(null);
  const choose = (change: Partial<Choice>) => {
    choice.value = { ...choice.value, ...change };
  };
  return (
    <search>
      <form class="recall-cards__filters" onSubmit={(event) => event.preventDefault()}>
        <label class="recall-cards__search">
          <span>{texts('cards.search')}</span>
          <input
            ref={search}
            type="search"
            value={text}
            autocomplete="off"
            onInput={({ currentTarget }) => choose({ text: currentTarget.value })}
          />
        </label>
        <label>
          <span>{texts('cards.place')}</span>
          <select value={place} onChange={({ currentTarget }) => choose({ place: currentTarget.value })}>
            <option value="">{texts('cards.all')}</option>
            {places.map((module) => (
              <optgroup key={module.id} label={module.title}>
                <option value={module.id}>{texts('cards.module', { module: module.title })}</option>
                {module.lessons.map((lesson) => (
                  <option key={lesson.id} value={lesson.id}>
                    {lesson.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          <span>{texts('cards.state')}</span>
          <select
            value={state ?? ''}
            onChange={({ currentTarget }) =>
              choose({ state: STATE_FILTERS.find((value) => value === currentTarget.value) })
            }
          >
            <option value="">{texts('cards.all')}</option>
            {STATE_FILTERS.map((value) => (
              <option key={value} value={value}>
                {texts(`cards.state.${value}`)}
              </option>
            ))}
          </select>
        </label>
        {tags.length > 0 && (
          <label>
            <span>{texts('cards.tag')}</span>
            <select
              value={tag ?? ''}
              onChange={({ currentTarget }) =>
                choose({ tag: tags.find(({ id }) => id === currentTarget.value)?.id })
              }
            >
              <option value="">{texts('cards.all')}</option>
              {tags.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{texts('cards.kind')}</span>
          <select
            value={kind ?? ''}
            onChange={({ currentTarget }) =>
              choose({ kind: KIND_NAMES.find((value) => value === currentTarget.value) })
            }
          >
            <option value="">{texts('cards.all')}</option>
            {KIND_NAMES.map((value) => (
              <option key={value} value={value}>
                {texts(`cards.kind.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{texts('cards.sort')}</span>
          <select
            value={sort}
            onChange={({ currentTarget }) =>
              choose({ sort: SORTS.find((value) => value === currentTarget.value) ?? 'course' })
            }
          >
            {SORTS.map((value) => (
              <option key={value} value={value}>
                {texts(`cards.sort.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="recall-cards__descending">
          <input
            type="checkbox"
            checked={isDescending}
            onChange={({ currentTarget }) => choose({ isDescending: currentTarget.checked })}
          />
          <span>{texts('cards.descending')}</span>
        </label>
        {formatChoice(choice.value) !== '' && (
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              choice.value = EVERYTHING;
              // The button goes away with what it cleared: the keyboard goes on at the search.
              search.current?.focus();
            }}
          >
            {texts('cards.clear')}
          </button>
        )}
      </form>
    </search>
  );
}
