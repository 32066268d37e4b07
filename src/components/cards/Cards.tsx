import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CardTexts } from '../../format/card-texts.ts';
import type { ItemId } from '../../format/id.ts';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import type { Study } from '../study.ts';
import type { TagChoice } from '../tag-choices.ts';
import { actOnCards, type CardAct } from './acts.ts';
import { BulkBar } from './BulkBar.tsx';
import { CardDialog } from './CardDialog.tsx';
import { CardFilters } from './CardFilters.tsx';
import { CardList } from './CardList.tsx';
import { type Choice, chooseRows, formatChoice, parseChoice } from './choice.ts';
import type { CoursePlaces } from './course-places.ts';
import { createRows, findGone } from './rows.ts';

interface Props extends ScreenProps {
  readonly study: Study;
  readonly cardTexts: CardTexts;
  readonly places: CoursePlaces;
  readonly tags: readonly TagChoice[];
}

/** The list with its filters, the card that is open, and what is done to those selected. */
export function Cards({ study, cardTexts, places, tags, texts, language, locale }: Props) {
  const known = tags.map(({ id }) => id);
  const choice = useSignal<Choice>(parseChoice(location.search, known));
  const opened = useSignal<ItemId | undefined>(hashItem());
  const selected = useSignal<ReadonlySet<ItemId>>(new Set());
  const said = useSignal('');
  const rows = useComputed(() => {
    // An answer just given is newer than the last tick of the clock.
    void study.clock.value;
    return createRows(study.decks, cardTexts, study.schedule.value, study.now());
  });
  const chosen = useComputed(() => chooseRows(rows.value, choice.value));
  const gone = findGone(study.decks, study.schedule.value);

  useSignalEffect(() => {
    const query = formatChoice(choice.value);
    const address = `${location.pathname}${query && `?${query}`}${location.hash}`;
    if (address !== location.pathname + location.search + location.hash)
      history.replaceState(null, '', address);
  });
  useEffect(() => {
    const follow = () => {
      opened.value = hashItem();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [opened]);

  const open = (id: ItemId) => {
    location.hash = id;
  };
  const close = () => {
    history.replaceState(null, '', location.pathname + location.search);
    opened.value = undefined;
  };
  const act = (items: readonly ItemId[], what: CardAct) => {
    said.value = texts.count('cards.done', actOnCards(study, items, what));
  };
  const openRow = rows.value.find(({ item }) => item.id === opened.value);

  return (
    <>
      <CardFilters choice={choice} places={places} tags={tags} texts={texts} />
      <CardList
        rows={chosen.value}
        today={study.now()}
        options={study.schedule.value.options}
        selected={selected}
        texts={texts}
        language={language}
        onOpen={open}
      />
      {gone.length > 0 && (
        <details class="recall-cards__gone">
          <summary>{texts.count('cards.gone', gone.length)}</summary>
          <p>{texts('cards.gone.help')}</p>
          <ul>
            {gone.map((id) => (
              <li key={id}>
                <button type="button" class="recall-cards__action" onClick={() => open(id)}>
                  {id}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <BulkBar study={study} selected={selected} said={said} texts={texts} onAct={act} />
      {opened.value !== undefined && (openRow || gone.includes(opened.value)) && (
        <CardDialog
          key={opened.value}
          id={opened.value}
          row={openRow}
          tags={tags}
          study={study}
          texts={texts}
          language={language}
          locale={locale}
          onAct={act}
          onClose={close}
        />
      )}
    </>
  );
}

function hashItem(): ItemId | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  return id === '' ? undefined : (id as ItemId);
}
