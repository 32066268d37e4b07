import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { countAnswers, readClock } from './answers.ts';
import { formatDay } from './date-text.ts';
import { rememberBackup } from './last-backup.ts';
import {
  acceptOffer,
  type MergeOffer,
  type MergeResult,
  type OfferPreview,
  previewOffer,
  takeBack,
} from './merge-offer.ts';
import type { SectionProps } from './section.ts';

interface Props extends SectionProps {
  readonly offer: MergeOffer;
  readonly onCancel: () => void;
}

/** What backups would add, then what they have added, with the way back. */
export function MergePanel(props: Props) {
  const { log, preferences, texts, offer } = props;
  const result = useSignal<MergeResult | undefined>(undefined);
  const panel = useRef<HTMLDivElement>(null);
  const isMerged = result.value !== undefined;
  // Focus follows what changed, so that it is read out and the keyboard stays there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the panel shows something else
  useEffect(() => panel.current?.focus(), [isMerged]);
  return (
    <div class="recall-data__panel" ref={panel} tabIndex={-1}>
      {result.value ? (
        <Merged {...props} result={result.value} />
      ) : (
        <Preview
          {...props}
          onConfirm={() => {
            const now = readClock();
            const wasEmpty = countAnswers(log.events()) === 0;
            result.value = acceptOffer(log, offer, now);
            // On a new device all there is stands in the file just read.
            if (wasEmpty) rememberBackup(preferences, { at: now.at, answers: countAnswers(log.events()) });
          }}
        />
      )}
      {isMerged && (
        <button type="button" class="recall-data__button" onClick={props.onCancel}>
          {texts('backup.close')}
        </button>
      )}
    </div>
  );
}

function Preview(props: Props & { readonly onConfirm: () => void }) {
  const { log, texts, language, offer, onConfirm, onCancel } = props;
  const preview = previewOffer(log, offer);
  const { span, isIntact } = preview;
  const isEmpty = preview.answers + preview.others === 0;
  return (
    <>
      <h3>{texts('backup.preview.title', { name: offer.name })}</h3>
      {isEmpty && <p>{texts('backup.preview.nothing')}</p>}
      <ul class="recall-data__preview">
        {linesOf(preview, texts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {span && (
        <p>
          {texts('backup.preview.range', {
            from: formatDay(span.from, language),
            to: formatDay(span.to, language),
          })}
        </p>
      )}
      {!isIntact && <p class="recall-data__warning">{texts('backup.preview.altered')}</p>}
      <div class="recall-data__actions">
        {!isEmpty && (
          <button type="button" class="recall-button" onClick={onConfirm}>
            {texts('backup.merge')}
          </button>
        )}
        <button type="button" class="recall-data__button" onClick={onCancel}>
          {texts(isEmpty ? 'backup.close' : 'backup.cancel')}
        </button>
      </div>
    </>
  );
}

function Merged({ log, texts, result }: Props & { readonly result: MergeResult }) {
  const saved = useSignal<'saving' | 'saved' | 'unsaved'>('saving');
  const isTakenBack = useSignal(false);
  useEffect(() => {
    void result.saved.then(({ local, journal }) => {
      saved.value = local && journal ? 'saved' : 'unsaved';
    });
  }, [result, saved]);
  if (isTakenBack.value) return <p role="status">{texts('backup.taken-back')}</p>;
  return (
    <>
      <p role="status">
        <strong>{texts.count('backup.merged', result.added)}</strong>{' '}
        {saved.value === 'saving' && texts('backup.merged.saving')}
        {saved.value === 'saved' && `✓ ${texts('review.saved')}`}
        {saved.value === 'unsaved' && texts('backup.merged.unsaved')}
      </p>
      {result.imports.length > 0 && (
        <button
          type="button"
          class="recall-data__button"
          onClick={() => {
            takeBack(log, result.imports, readClock());
            isTakenBack.value = true;
          }}
        >
          {texts('backup.take-back')}
        </button>
      )}
    </>
  );
}

function linesOf(preview: OfferPreview, texts: Props['texts']): string[] {
  const { answers, others, known, unreadable } = preview;
  return [
    texts.count('backup.preview.adds', answers),
    ...(others > 0 ? [texts.count('backup.preview.others', others)] : []),
    texts('backup.preview.changes'),
    texts('backup.preview.known', { count: known }),
    texts('backup.preview.unreadable', { count: unreadable }),
  ];
}
