import { useEffect, useRef } from 'preact/hooks';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { ItemId, LessonId } from '../../format/id.ts';
import { Html } from '../quiz/Html.tsx';
import type { Texts } from '../texts.ts';
import { ChangedNote } from './ChangedNote.tsx';

import type { CardView } from './view.ts';

interface Props {
  readonly view: CardView;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
  /** Called with the page of the source before it opens in this tab. */
  readonly onSource: (source: string, item: ItemId) => void;
}

/** The card in hand: its question and, once asked for, its answer and where it comes from. */
export function ReviewCard({ view, texts, lessonHref, onSource }: Props) {
  const { card, face, memory, changedSince, examRecall } = view;
  const article = useRef<HTMLElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const shown = `${card.id} ${view.state} ${view.shownAt}`;
  // Focus follows what changed, so that the keyboard stays at the card; the text itself is announced, not focused.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the shown side changes
  useEffect(() => {
    (answer.current ?? article.current)?.focus({ preventScroll: true });
  }, [shown]);

  return (
    <article
      class="recall-review__card"
      ref={article}
      tabIndex={-1}
      aria-label={texts(`review.prompt.${card.kind}`)}
    >
      <header class="recall-review__meta">
        <span>{texts(`review.prompt.${card.kind}`)}</span>
        {!memory && <span class="recall-review__new">{texts('review.new')}</span>}
      </header>
      <Html as="div" class="recall-review__front" lang={face.language} html={face.front} />
      {view.state === 'back' && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div
          class="recall-review__back"
          ref={answer}
          tabIndex={-1}
          role="group"
          aria-label={texts('review.answer')}
        >
          <Html as="div" class="recall-review__answer" lang={face.language} html={face.back} />
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
