import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { KIND_NAMES } from '../../format/kind-name.ts';
import { SelectField } from '../SelectField.tsx';
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
        <SelectField
          label={texts('cards.state')}
          value={state}
          none={texts('cards.all')}
          options={STATE_FILTERS.map((value) => ({ value, name: texts(`cards.state.${value}`) }))}
          onChoose={(value) => choose({ state: value })}
        />
        {tags.length > 0 && (
          <SelectField
            label={texts('cards.tag')}
            value={tag}
            none={texts('cards.all')}
            options={tags.map(({ id, name }) => ({ value: id, name }))}
            onChoose={(value) => choose({ tag: value })}
          />
        )}
        <SelectField
          label={texts('cards.kind')}
          value={kind}
          none={texts('cards.all')}
          options={KIND_NAMES.map((value) => ({ value, name: texts(`cards.kind.${value}`) }))}
          onChoose={(value) => choose({ kind: value })}
        />
        <SelectField
          label={texts('cards.sort')}
          value={sort}
          options={SORTS.map((value) => ({ value, name: texts(`cards.sort.${value}`) }))}
          onChoose={(value = 'course') => choose({ sort: value })}
        />
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
