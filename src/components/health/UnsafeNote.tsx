import type { LearnerLog } from '../../store/index.ts';
import { downloadBackup } from '../data/download-backup.ts';
import { useLogRevision } from '../data/log-revision.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly log: LearnerLog;
  readonly texts: Texts;
}

/** Beside an answer in a lesson, where there is no banner: says when it could not be stored, and offers the download. */
export function UnsafeNote({ log, texts }: Props) {
  useLogRevision(log);
  if (log.health().level !== 'memory-only') return null;
  return (
    <p class="recall-unsafe" role="alert">
      {texts('kept.nowhere')}
      <button type="button" class="recall-quiet" onClick={() => downloadBackup(log)}>
        {texts('health.download')}
      </button>
    </p>
  );
}
