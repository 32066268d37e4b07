import { useSignal } from '@preact/signals';
import { formatMoment } from './date-text.ts';
import { findFolderPicker } from './folder-handle.ts';
import type { FolderKeeper, FolderState } from './folder-keeper.ts';
import { MergePanel } from './MergePanel.tsx';
import { Refused } from './Refused.tsx';
import type { ReadFile } from './read-backup.ts';
import type { SectionProps } from './section.ts';

interface Props extends SectionProps {
  readonly keeper: FolderKeeper;
}

/** The automatic backup: choosing its folder, how it stands, and what other devices left there. */
export function FolderSection(props: Props) {
  const { keeper, texts, language } = props;
  const others = useSignal<readonly ReadFile[] | undefined>(undefined);
  const { value: state } = keeper.state;
  const choose = async () => {
    const folder = await findFolderPicker()?.().catch(() => undefined);
    if (folder) await keeper.choose(folder);
  };
  const look = async () => {
    others.value = undefined;
    others.value = await keeper.readOthers();
  };
  return (
    <section class="recall-data__card" aria-labelledby="data-folder">
      <h2 id="data-folder">{texts('backup.folder.title')}</h2>
      <p>{texts('backup.folder.lead')}</p>
      <p role="status" class={state.state === 'failed' ? 'recall-data__warning' : ''}>
        {sentenceOf(state, texts, language)}
      </p>
      <div class="recall-data__actions">
        {state.state === 'asking' && (
          <button type="button" class="recall-button" onClick={() => keeper.allow()}>
            {texts('backup.folder.allow')}
          </button>
        )}
        {(state.state === 'off' || state.state === 'failed') && (
          <button type="button" class="recall-data__button" onClick={choose}>
            {texts('backup.folder.choose')}
          </button>
        )}
        {state.state === 'on' && (
          <button type="button" class="recall-data__button" onClick={look}>
            {texts('backup.folder.others')}
          </button>
        )}
        {state.state !== 'off' && (
          <button
            type="button"
            class="recall-data__button"
            onClick={() => {
              others.value = undefined;
              void keeper.switchOff();
            }}
          >
            {texts('backup.folder.off')}
          </button>
        )}
      </div>
      {others.value && (
        <Others
          {...props}
          files={others.value}
          onClose={() => {
            others.value = undefined;
          }}
        />
      )}
    </section>
  );
}

function Others(props: Props & { readonly files: readonly ReadFile[]; readonly onClose: () => void }) {
  const { files, texts, onClose } = props;
  const readable = files.flatMap((file) => ('backup' in file ? [file] : []));
  const offer = {
    name: readable.map(({ name }) => name).join(', '),
    backups: readable.map(({ backup }) => backup),
  };
  return (
    <>
      {files.length === 0 && <p role="status">{texts('backup.folder.none')}</p>}
      {files.map((file) => 'refusal' in file && <Refused key={file.name} file={file} texts={texts} />)}
      {readable.length > 0 && <MergePanel key={files} {...props} offer={offer} onCancel={onClose} />}
    </>
  );
}

function sentenceOf(state: FolderState, texts: Props['texts'], language: string): string {
  switch (state.state) {
    case 'off':
      return '';
    case 'asking':
      return texts('backup.folder.asks', { name: state.name });
    case 'failed':
      return texts('backup.folder.failed', { name: state.name, reason: state.reason });
    case 'on': {
      const on = texts('backup.folder.on', { name: state.name, file: state.file });
      if (state.writtenAt === undefined) return on;
      return `${on} ${texts('backup.folder.written', { time: formatMoment(state.writtenAt, language) })}`;
    }
  }
}
