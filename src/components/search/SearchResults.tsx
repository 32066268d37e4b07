import { options } from 'virtual:recall/options';
import type { Locale } from '../../format/locale.ts';
import type { Texts } from '../texts.ts';
import { ConceptOptions, Group, ItemOptions, LessonOptions } from './ResultGroups.tsx';
import { isEmpty } from './results.ts';
import type { SearchState } from './search-state.ts';

interface Props {
  readonly state: SearchState;
  readonly texts: Texts;
  readonly id: string;
  readonly onRecent: (search: string) => void;
}

/** What was found, or what to do where nothing was. */
export function SearchResults({ state, texts, id, onRecent }: Props) {
  const { concepts, lessons, items, corrected } = state.results.value;
  const query = state.text.value.trim();
  const phase = state.phase.value;
  const isNothing = phase === 'settled' && isEmpty(state.results.value);
  const { nearest = [], others = [] } = (phase === 'settled' && state.instead.value) || {};
  const { language: searched } = state.search.index;
  const shown = { texts, language: searched, memoryOf: state.memoryOf.value };
  if (query === '') return <Start state={state} texts={texts} onRecent={onRecent} />;
  return (
    <>
      {phase === 'failed' && <p class="recall-search__note">{texts('search.failed')}</p>}
      {isNothing && <p class="recall-search__note">{texts('search.none', { query })}</p>}
      {corrected !== undefined && lessons.length > 0 && (
        <p class="recall-search__note">{texts('search.corrected', { query: corrected })}</p>
      )}
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={texts('search.results')}
        aria-busy={phase === 'waiting'}
      >
        {concepts.length > 0 && (
          <Group id={`${id}-concepts`} title={texts('search.kind.concept')}>
            <ConceptOptions lines={concepts} prefix={`${id}-concept`} {...shown} />
          </Group>
        )}
        {lessons.length > 0 && (
          <Group id={`${id}-lessons`} title={texts('search.kind.lesson')}>
            <LessonOptions lines={lessons} prefix={`${id}-lesson`} />
          </Group>
        )}
        {items.length > 0 && (
          <Group id={`${id}-items`} title={texts('search.kind.items')}>
            <ItemOptions lines={items} texts={texts} prefix={`${id}-item`} />
          </Group>
        )}
        {nearest.length > 0 && (
          <Group id={`${id}-nearest`} title={texts('search.nearest')}>
            <ConceptOptions lines={nearest} prefix={`${id}-near`} {...shown} />
          </Group>
        )}
        {others.map(({ locale, language, lessons: found }) => (
          <Group
            key={locale}
            id={`${id}-${locale}`}
            title={texts('search.other-language', {
              language: languageName(searched, language),
            })}
          >
            <div role="presentation" lang={language}>
              <LessonOptions lines={found} prefix={`${id}-${locale}-lesson`} />
            </div>
          </Group>
        ))}
      </div>
      {isNothing && <OtherLanguages locale={state.search.index.locale} query={query} texts={texts} />}
    </>
  );
}

/** Before anything is typed: the reader's last searches, else what can be searched. */
function Start({ state, texts, onRecent }: Pick<Props, 'state' | 'texts' | 'onRecent'>) {
  const searches = state.recent.list();
  if (searches.length === 0) return <p class="recall-search__note">{texts('search.hint')}</p>;
  return (
    <section aria-label={texts('search.recent')} class="recall-search__recent">
      <div class="recall-search__group-title">{texts('search.recent')}</div>
      <ul>
        {searches.map((search) => (
          <li key={search}>
            <button type="button" class="recall-search__again" onClick={() => onRecent(search)}>
              {search}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="recall-search__forget"
        onClick={() => {
          state.recent.clear();
          state.narrow({});
        }}
      >
        {texts('search.recent.clear')}
      </button>
    </section>
  );
}

function OtherLanguages({
  locale,
  query,
  texts,
}: {
  readonly locale: Locale;
  readonly query: string;
  readonly texts: Texts;
}) {
  const own = options.languages[locale] ?? locale;
  return (
    <p class="recall-search__note">
      {Object.entries(options.languages)
        .filter(([other]) => other !== locale)
        .map(([other, language]) => (
          <a key={other} href={`${options.base}${other}/search/?q=${encodeURIComponent(query)}`}>
            {texts('search.in-language', { language: languageName(own, language) })}
          </a>
        ))}
    </p>
  );
}

function languageName(reader: string, language: string): string {
  return (
    new Intl.DisplayNames([reader], { type: 'language' }).of(language.split('-')[0] ?? language) ?? language
  );
}
