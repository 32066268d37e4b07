import { useSignal } from '@preact/signals';
import type { LearnerLog } from '../../store/index.ts';
import { downloadBackup } from '../data/download-backup.ts';
import { useLogRevision } from '../data/log-revision.ts';
import type { Texts } from '../texts.ts';
import { describeHealth } from './health-text.ts';

interface Props {
  readonly log: LearnerLog;
  readonly texts: Texts;
}

/**
 * Says in plain words when answers are not as safe as they should be. It stays until they are stored or downloaded,
 * and returns with the next answer that is neither.
 */
export function HealthBanner({ log, texts }: Props) {
  const downloaded = useSignal<string | undefined>(undefined);
  useLogRevision(log);
  const health = log.health();
  const isSafe = health.level === 'durable' && health.reasons.length === 0;
  if (isSafe || (downloaded.value !== undefined && downloaded.value === log.stamp())) return null;
  return (
    <div class="recall-health" role="alert">
      <div>
        {describeHealth(health).map((key) => (
          <p key={key}>{texts(key)}</p>
        ))}
      </div>
      {log.events().length > 0 && (
        <button
          type="button"
          class="recall-button"
          onClick={() => {
            downloadBackup(log);
            downloaded.value = log.stamp();
          }}
        >
          {texts('health.download')}
        </button>
      )}
    </div>
  );
}
