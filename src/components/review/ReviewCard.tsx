import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { ItemId, LessonId } from '../../format/id.ts';
import { Html } from '../quiz/Html.tsx';
import type { Texts } from '../texts.ts';
import { ChangedNote } from './ChangedNote.tsx';
import { CONFIRM, type PressGuard } from './press-guard.ts';
import type { Session } from './session.ts';
import { TypedAnswer, TypedDiff } from './TypedAnswer.tsx';
import { expectedAnswers } from './typed-answer.ts';
import { useSwipe } from './use-swipe.ts';
import type { CardView } from './view.ts';

interface Props {
  readonly view: CardView;
  readonly session: Session;
  readonly guard: PressGuard;
  /** Whether a short answer is written before it is shown. */
  readonly isTypedIn: boolean;
  /** Whether a finger's swipe answers. */
  readonly isSwiped: boolean;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
  /** Called with the page of the source before it opens in this tab. */
  readonly onSource: (source: string, item: ItemId) => void;
}

/** The card in hand: its question and, once asked for, its answer and where it comes from. */
export function ReviewCard(props: Props) {
  const { view, session, guard, isTypedIn, isSwiped, texts, lessonHref, onSource } = props;
  const { card, face, memory, changedSince, examRecall } = view;
  const article = useRef<HTMLElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const shown = `${card.id} ${view.state} ${view.shownAt}`;
  const typed = useSignal('');
  const expected = isTypedIn ? expectedAnswers(card.kind, face.back) : [];
  const isTyping = expected.length > 0 && view.state === 'front';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written belongs to one showing of a card
  useEffect(() => {
    typed.value = '';
  }, [card.id, view.shownAt]);
  const showTyped = ({ timeStamp }: Event) => {
    if (!guard({ timeStamp, on: CONFIRM })) session.reveal();
  };
  const swipe = useCallback(
    (direction: 'left' | 'right') => {
      if (session.view.peek().state === 'front') session.reveal();
      else session.grade(direction === 'left' ? 1 : 3);
    },
    [session],
  );
  useSwipe(article, isSwiped, swipe);
  // Focus follows what changed, so that the keyboard stays at the card; the text itself is announced, not focused.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the shown side changes
  useEffect(() => {
    const input = article.current?.querySelector('input');
    (input ?? answer.current ?? article.current)?.focus({ preventScroll: true });
  }, [shown]);

  return (
    <article
      class={`recall-review__card${isSwiped ? ' recall-review__card--swiped' : ''}`}
      ref={article}
      tabIndex={-1}
      aria-label={texts(`review.prompt.${card.kind}`)}
    >
      <header class="recall-review__meta">
        <span>{texts(`review.prompt.${card.kind}`)}</span>
        {!memory && <span class="recall-review__new">{texts('review.new')}</span>}
      </header>
      <Html as="div" class="recall-review__front recall-face" lang={face.language} html={face.front} />
      {isTyping && <TypedAnswer typed={typed} language={face.language} texts={texts} onDone={showTyped} />}
      {view.state === 'back' && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div
          class="recall-review__back"
          ref={answer}
          tabIndex={-1}
          role="group"
          aria-label={texts('review.answer')}
        >
          <Html as="div" class="recall-review__answer recall-face" lang={face.language} html={face.back} />
          {expected.length > 0 && typed.value.trim() !== '' && (
            <TypedDiff typed={typed} expected={expected} language={face.language} texts={texts} />
          )}
          {examRecall !== undefined && (
            <p class="recall-review__recall">
              {texts('review.study.recall', { percent: Math.round(100 * examRecall) })}
            </p>
          )}
          {changedSince !== undefined && (
            <ChangedNote was={face.was} language={face.language} texts={texts} />
          )}
          <a
            class="recall-review__source"
            href={`${lessonHref(card.lesson)}#${NOTE_ANCHOR_PREFIX}${card.note}`}
            aria-keyshortcuts="E"
            onClick={(event) => {
              const isOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
              if (!isOtherTab) onSource(event.currentTarget.pathname, card.id);
            }}
          >
            {texts('review.source')} · {face.lessonTitle}
          </a>
        </div>
      )}
    </article>
  );
}
