import { useSignal } from '@preact/signals';
import { downloadBackup } from './download-backup.ts';
import type { SectionProps } from './section.ts';

interface Props extends SectionProps {
  /** Called when a file was handed over. */
  readonly onBackup: () => void;
}

/** One click gives everything as one file. */
export function BackupSection({ log, texts, onBackup }: Props) {
  const name = useSignal('');
  return (
    <section class="recall-data__card" aria-labelledby="data-backup">
      <h2 id="data-backup">{texts('backup.title')}</h2>
      <p>{texts('backup.lead')}</p>
      <button
        type="button"
        class="recall-button"
        onClick={() => {
          name.value = downloadBackup(log);
          onBackup();
        }}
      >
        {texts('backup.download')}
      </button>
      <p class="recall-data__note" role="status">
        {name.value && texts('backup.downloaded', { name: name.value })}
      </p>
    </section>
  );
}
