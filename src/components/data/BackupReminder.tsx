import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { dismissReminder, findUnsafeAnswers, isDismissed } from './backup-reminder.ts';
import { downloadBackup } from './download-backup.ts';
import { readLastBackup } from './last-backup.ts';
import { useLogRevision } from './log-revision.ts';

interface Props {
  readonly study: Study;
  readonly texts: Texts;
  readonly locale: Locale;
}

/** Reminds gently of a backup that is due, or of a folder that the browser no longer lets us write into. */
export function BackupReminder({ study, texts, locale }: Props) {
  const { log, now } = study;
  const preferences = createBrowserPreferences(storageNamespace(options.base));
  const isHidden = useSignal(isDismissed(preferences, now()));
  const isDone = useSignal(false);
  useLogRevision(log);
  const keeper = study.folder.value;
  const folder = keeper?.state.value;
  if (isHidden.value) return null;
  if (isDone.value)
    return (
      <p class="recall-reminder" role="status">
        ✓ {texts('backup.reminder.done')}
      </p>
    );
  const isAsking = folder?.state === 'asking';
  const unsafe = findUnsafeAnswers(log.events(), readLastBackup(preferences), now());
  if (!isAsking && unsafe === undefined) return null;
  return (
    <aside class="recall-reminder" aria-label={texts('backup.reminder.title')}>
      <p>
        {isAsking
          ? texts('backup.folder.asks', { name: folder.name })
          : texts.count('backup.reminder', unsafe ?? 0)}
      </p>
      {isAsking ? (
        <button type="button" onClick={() => keeper?.allow()}>
          {texts('backup.folder.allow')}
        </button>
      ) : (
        <button
          type="button"
          onClick={() => {
            downloadBackup(log);
            isDone.value = true;
          }}
        >
          {texts('backup.download')}
        </button>
      )}
      <a href={`${options.base}${locale}/data/`}>{texts('nav.data')}</a>
      <button
        type="button"
        class="recall-reminder__later"
        onClick={() => {
          dismissReminder(preferences, now());
          isHidden.value = true;
        }}
      >
        {texts('backup.reminder.later')}
      </button>
    </aside>
  );
}
