import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StringKey } from '../../format/strings.ts';
import type { Health, LearnerLog } from '../../store/index.ts';
import type { Texts } from '../texts.ts';
import { downloadEvents } from './download-events.ts';

interface Props {
  readonly log: LearnerLog;
  readonly texts: Texts;
}

/** Says in plain words when answers are not as safe as they should be, and offers them for download. */
export function HealthBanner({ log, texts }: Props) {
  const health = useSignal(log.health());
  useEffect(
    () =>
      log.watchHealth((next) => {
        health.value = next;
      }),
    [log, health],
  );
  const key = messageKey(health.value);
  if (!key) return null;
  return (
    <div class="recall-health" role="alert">
      <p>{texts(key)}</p>
      <button type="button" class="recall-button" onClick={() => downloadEvents(log)}>
        {texts('health.download')}
      </button>
    </div>
  );
}

function messageKey({ level, reasons }: Health): StringKey | undefined {
  if (reasons.includes('newer-version')) return 'health.newer-version';
  return level === 'durable' ? undefined : `health.${level}`;
}
