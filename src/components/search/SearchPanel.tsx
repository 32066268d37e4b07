import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import { isEmpty, type Scope } from './results.ts';
import { SearchFilters } from './SearchFilters.tsx';
import { ChoiceContext } from './SearchOption.tsx';
import { SearchResults } from './SearchResults.tsx';
import type { SearchState } from './search-state.ts';

interface Props {
  readonly state: SearchState;
  readonly texts: Texts;
  /** Start of the element ids, so that two panels on one page do not meet. */
  readonly id: string;
  /** Called when a result was followed: a dialog closes. */
  readonly onFollow?: () => void;
  /** Shows a button that calls it. */
  readonly onClose?: () => void;
}

/** The field, the filters and the results: a combobox whose list is always shown. */
export function SearchPanel({ state, texts, id, onFollow, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = useSignal<Choice | undefined>(undefined);
  const isComposing = useRef(false);
  const text = state.text.value;
  const scope = state.scope.value;
  // What was chosen for other letters is not for these; their first line is the answer to Enter.
  const isCurrent = chosen.value?.text === text && chosen.value.scope === scope;
  const active = (isCurrent && chosen.value?.id) || firstOption(state, id);
  const choose = (option: string) => {
    chosen.value = { text, scope, id: option };
  };

  // Preact would listen to the name in capitals, which no browser calls.
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    const begin = () => {
      isComposing.current = true;
    };
    const end = () => {
      isComposing.current = false;
      state.type(current.value);
    };
    current.addEventListener('compositionstart', begin);
    current.addEventListener('compositionend', end);
    return () => {
      current.removeEventListener('compositionstart', begin);
      current.removeEventListener('compositionend', end);
    };
  }, [state]);

  const follow = () => {
    state.recent.add(state.text.value);
    onFollow?.();
  };
  const move = (step: number) => {
    const options = optionsOf(list.current);
    const at = options.findIndex((option) => option.id === active);
    const next =
      options[(at < 0 && step < 0 ? options.length : at) + step] ??
      options[step > 0 ? 0 : options.length - 1];
    if (!next) return;
    choose(next.id);
    next.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is open its keys are not ours: Enter there chooses characters.
    if (event.isComposing || isComposing.current || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && onClose) {
      // A search field would only clear itself.
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = optionsOf(list.current).find((candidate) => candidate.id === active);
      option?.dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          cancelable: true,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
        }),
      );
    }
  };
  const narrow = (scope: Partial<Scope>) => {
    state.narrow(scope);
    field.current?.focus();
  };
  return (
    <div
      class="recall-search not-content"
      lang={state.search.index.language}
      data-scope={`${scope.kind} ${scope.module}`}
      data-settled={state.phase.value === 'settled' ? text : undefined}
    >
      <div class="recall-search__bar">
        <svg class="recall-search__lens" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M10 3a7 7 0 1 0 4.2 12.6l5.1 5.1 1.4-1.4-5.1-5.1A7 7 0 0 0 10 3Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z" />
        </svg>
        <input
          ref={field}
          class="recall-search__field"
          type="search"
          role="combobox"
          aria-label={texts('search.title')}
          aria-expanded={hasOptions(state)}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active || undefined}
          placeholder={texts('search.placeholder')}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={120}
          value={text}
          onInput={({ currentTarget }) => {
            if (!isComposing.current) state.type(currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        {onClose && (
          <button type="button" class="recall-search__close" onClick={onClose}>
            {texts('search.close')}
          </button>
        )}
      </div>
      <SearchFilters scope={scope} modules={state.search.index.modules} texts={texts} onChange={narrow} />
      <p role="status" class="sr-only">
        {statusOf(state, texts)}
      </p>
      <div ref={list} class="recall-search__scroll">
        <ChoiceContext.Provider
          value={{
            active,
            onPoint: choose,
            onFollow: follow,
          }}
        >
          <SearchResults
            state={state}
            texts={texts}
            id={id}
            onRecent={(search) => {
              state.type(search);
              field.current?.focus();
            }}
          />
        </ChoiceContext.Provider>
      </div>
      {onClose && <p class="recall-search__keys">{texts('search.keys')}</p>}
    </div>
  );
}

/** The line that the arrows or the pointer reached, and for which search. */
interface Choice {
  readonly text: string;
  readonly scope: Scope;
  readonly id: string;
}

/** Id of the first line of the list, or empty. */
function firstOption({ text, results, instead }: SearchState, id: string): string {
  const { concepts, lessons, items } = results.value;
  const { nearest = [], others = [] } = instead.value ?? {};
  if (text.value.trim() === '') return '';
  if (concepts.length > 0) return `${id}-concept-0`;
  if (lessons.length > 0) return `${id}-lesson-0`;
  if (items.length > 0) return `${id}-item-0`;
  if (nearest.length > 0) return `${id}-near-0`;
  return others[0] ? `${id}-${others[0].locale}-lesson-0` : '';
}

function optionsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
}

function hasOptions({ text, results, instead }: SearchState): boolean {
  const { nearest = [], others = [] } = instead.value ?? {};
  return text.value.trim() !== '' && (!isEmpty(results.value) || nearest.length + others.length > 0);
}

function statusOf({ text, results, phase }: SearchState, texts: Texts): string {
  const { concepts, lessons, items } = results.value;
  if (text.value.trim() === '' || phase.value === 'waiting') return '';
  if (phase.value === 'failed') return texts('search.failed');
  const count = concepts.length + lessons.length + items.length;
  return count === 0
    ? texts('search.none', { query: text.value.trim() })
    : texts.count('search.count', count);
}
