import { useSignal } from '@preact/signals';
import { ImportList } from './ImportList.tsx';
import { MergePanel } from './MergePanel.tsx';
import type { MergeOffer } from './merge-offer.ts';
import { Refused } from './Refused.tsx';
import { type ReadFile, readBackupFile } from './read-backup.ts';
import type { SectionProps } from './section.ts';

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'refused'; readonly file: Extract<ReadFile, { refusal: unknown }> }
  | { readonly at: 'offer'; readonly offer: MergeOffer };

/** Takes a backup by drop or choice, shows what it would add, and adds it when told. The whole card takes drops. */
export function RestoreSection(props: SectionProps) {
  const { texts } = props;
  const step = useSignal<Step>({ at: 'start' });
  const isOver = useSignal(false);
  const read = async (file: File | null | undefined) => {
    if (!file) return;
    step.value = { at: 'reading', name: file.name };
    const result = await readBackupFile(file);
    step.value =
      'backup' in result
        ? { at: 'offer', offer: { name: result.name, backups: [result.backup] } }
        : { at: 'refused', file: result };
  };
  const { value } = step;
  return (
    <section
      class={`recall-data__card recall-data__drop${isOver.value ? ' recall-data__drop--over' : ''}`}
      aria-labelledby="data-restore"
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        isOver.value = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="data-restore">{texts('backup.restore.title')}</h2>
      <p>{texts('backup.restore.lead')}</p>
      <label class="recall-data__button recall-data__file">
        {texts('backup.restore.choose')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            void read(file);
            // So that the same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {value.at === 'reading' && <p role="status">{texts('backup.restore.reading', { name: value.name })}</p>}
      {value.at === 'refused' && <Refused file={value.file} texts={texts} />}
      {value.at === 'offer' && (
        <MergePanel
          key={value.offer}
          {...props}
          offer={value.offer}
          onCancel={() => {
            step.value = { at: 'start' };
          }}
        />
      )}
      <ImportList {...props} />
    </section>
  );
}
