import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { ItemId } from '../../format/id.ts';
import { historyOf } from '../../scheduler/index.ts';
import { formatDay } from '../data/date-text.ts';
import { formatInterval } from '../interval-text.ts';
import { Html } from '../quiz/Html.tsx';
import { applyRenames } from '../renames.ts';
import { Dialog } from '../review/Dialog.tsx';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import type { Study } from '../study.ts';
import { nameTags, type TagChoice } from '../tag-choices.ts';
import type { CardAct } from './acts.ts';
import { CardHistory } from './CardHistory.tsx';
import { MemoryCurve } from './MemoryCurve.tsx';
import type { CardRow } from './rows.ts';
import { describeDue, describeState } from './state-text.ts';

interface Props extends ScreenProps {
  readonly id: ItemId;
  /** `undefined` for what the course no longer has. */
  readonly row: CardRow | undefined;
  readonly study: Study;
  readonly tags: readonly TagChoice[];
  readonly onAct: (items: readonly ItemId[], act: CardAct) => void;
  readonly onClose: () => void;
}

/** One card: what it asks, what is known of it, all that was answered, and what can be done with it. */
export function CardDialog({ id, row, study, tags, texts, language, locale, onAct, onClose }: Props) {
  const schedule = study.schedule.value;
  const memory = schedule.memories.get(id);
  const hold = schedule.holds.get(id);
  const history = historyOf(applyRenames(study.log.events(), study.decks.history), id);
  const act = (what: CardAct) => () => onAct([id], what);
  const facts: readonly (readonly [string, string])[] = [
    ...(row ? [[texts('cards.fact.state'), describeState(row, texts)] as const] : []),
    ...(row && row.tags.length > 0
      ? [[texts('cards.fact.tags'), nameTags(row.tags, tags).join(' · ')] as const]
      : []),
    ...(memory
      ? [
          [
            texts('cards.fact.due'),
            `${describeDue(memory, study.now(), schedule.options, texts)} · ${formatDay(memory.dueAt, language)}`,
          ] as const,
          [
            texts('cards.fact.stability'),
            texts('cards.stability', {
              time: formatInterval({ days: Math.max(1, Math.round(memory.stability)) }, texts),
            }),
          ] as const,
          ...(row?.recall === undefined
            ? []
            : [[texts('cards.fact.recall'), `${Math.round(row.recall * 100)} %`] as const]),
          [
            texts('cards.fact.difficulty'),
            texts('cards.difficulty', { value: memory.difficulty.toFixed(1) }),
          ] as const,
          [texts('cards.fact.reviews'), String(memory.reviews)] as const,
          [texts('cards.fact.lapses'), String(memory.lapses)] as const,
        ]
      : []),
  ];
  return (
    <Dialog
      title={row ? texts(row.isQuestion ? 'cards.question' : 'cards.card') : id}
      closeName={texts('review.close')}
      onClose={onClose}
    >
      <div class="recall-cards__card">
        {row ? (
          <Faces row={row} study={study} texts={texts} locale={locale} />
        ) : (
          <p>{texts('cards.gone.help')}</p>
        )}
        {facts.length > 0 && (
          <dl class="recall-cards__known">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p class="recall-cards__row">
          <button
            type="button"
            class="recall-cards__action"
            onClick={act(hold?.suspended ? 'unsuspend' : 'suspend')}
          >
            {texts(hold?.suspended ? 'cards.act.unsuspend' : 'cards.act.suspend')}
          </button>
          <button
            type="button"
            class="recall-cards__action"
            onClick={act(row?.state === 'buried' ? 'unbury' : 'bury')}
          >
            {texts(row?.state === 'buried' ? 'cards.act.unbury' : 'cards.act.bury')}
          </button>
          {memory && (
            <button type="button" class="recall-cards__action" onClick={act('reset')}>
              {texts('cards.act.reset')}
            </button>
          )}
        </p>
        {memory && (
          <MemoryCurve
            history={history}
            schedule={schedule}
            dueAt={memory.dueAt}
            now={study.now()}
            texts={texts}
            language={language}
          />
        )}
        {history.length > 0 && <CardHistory history={history} texts={texts} language={language} />}
      </div>
    </Dialog>
  );
}

type FacesProps = Pick<Props, 'study' | 'texts' | 'locale'> & { readonly row: CardRow };

interface ShownFaces {
  readonly front: string;
  readonly back: string;
  readonly language: string;
  readonly lessonTitle: string;
}

/** Both sides of a card, the back on request, and the way to where it comes from. */
function Faces({ row, study, texts, locale }: FacesProps) {
  const faces = useSignal<ShownFaces | undefined>(undefined);
  const isOpen = useSignal(false);
  const { item, isQuestion } = row;
  useEffect(() => {
    loadFaces(row, study).then(
      (loaded) => {
        faces.value = loaded;
      },
      // Offline and never loaded: the plain text of the list has to do.
      () => undefined,
    );
  }, [row, study, faces]);
  const shown = faces.value;
  return (
    <>
      {shown ? (
        <Html as="div" class="recall-cards__face recall-face" lang={shown.language} html={shown.front} />
      ) : (
        <p class="recall-cards__face">{row.front}</p>
      )}
      {shown && isOpen.value && (
        <Html
          as="div"
          class="recall-cards__face recall-cards__face--back recall-face"
          lang={shown.language}
          html={shown.back}
        />
      )}
      <p class="recall-cards__row">
        {shown && !isOpen.value && (
          <button
            type="button"
            class="recall-cards__action"
            onClick={() => {
              isOpen.value = true;
            }}
          >
            {texts(isQuestion ? 'cards.explain' : 'review.show')}
          </button>
        )}
        <a href={`${options.base}${locale}/${item.lesson}/#${NOTE_ANCHOR_PREFIX}${item.note}`}>
          {texts('review.source')}
          {shown && ` · ${shown.lessonTitle}`}
        </a>
      </p>
    </>
  );
}

async function loadFaces({ item, isQuestion }: CardRow, { decks }: Study): Promise<ShownFaces> {
  if (!isQuestion) {
    const card = decks.cards.find(({ id }) => id === item.id);
    if (!card) throw new Error(`Inconsistent: no card ${item.id}`);
    return decks.loadFace(card);
  }
  const question = decks.questions.find(({ id }) => id === item.id);
  if (!question) throw new Error(`Inconsistent: no question ${item.id}`);
  const { text, language, lessonTitle } = await decks.loadQuestion(question);
  return { front: text.stem, back: text.explanation, language, lessonTitle };
}
