import { useSignal } from '@preact/signals';
import type { EventDraft } from '../../format/event.ts';
import { toReschedulingReason } from '../../format/settings.ts';
import { previewReschedule } from '../../scheduler/index.ts';
import { applyRenames } from '../renames.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { keep } from './settings-run.ts';

interface Props {
  readonly study: Study;
  readonly texts: Texts;
  readonly onKeep: (saving: Promise<boolean>) => void;
}

/** Gives cards that wait the due dates that today's settings would have given them, after a look at what that moves. */
export function Rescheduling({ study, texts, onKeep }: Props) {
  const schedule = study.schedule.value;
  const isShown = useSignal(false);
  const draft = (): EventDraft => ({
    ...study.now(),
    type: 'parameters.changed',
    weights: schedule.options.weights,
    reason: toReschedulingReason('unchanged'),
  });
  const preview = isShown.value
    ? previewReschedule({
        schedule,
        events: applyRenames(study.log.events(), study.decks.history),
        drafts: [draft()],
        deck: [...study.decks.cards, ...study.decks.questions],
        now: study.now(),
      })
    : undefined;
  const reschedule = () => {
    isShown.value = false;
    onKeep(keep(study, [draft()]));
  };
  return (
    <div class="recall-settings__row recall-settings__row--weights">
      <h3 class="recall-settings__label">{texts('settings.reschedule.label')}</h3>
      <p class="recall-settings__help">{texts('settings.reschedule.help')}</p>
      <p role="status" class="recall-settings__preview">
        {preview &&
          (preview.moved === 0
            ? texts('settings.reschedule.none')
            : texts('settings.reschedule.preview', {
                moved: preview.moved,
                earlier: preview.earlier,
                later: preview.later,
                before: preview.dueTodayBefore,
                after: preview.dueTodayAfter,
              }))}
      </p>
      <span class="recall-settings__actions">
        <button
          type="button"
          class="recall-settings__action"
          onClick={() => {
            isShown.value = true;
          }}
        >
          {texts('settings.reschedule.show')}
        </button>
        {preview && preview.moved > 0 && (
          <button type="button" class="recall-settings__action" onClick={reschedule}>
            {texts('settings.reschedule.do', { count: preview.moved })}
          </button>
        )}
      </span>
    </div>
  );
}
