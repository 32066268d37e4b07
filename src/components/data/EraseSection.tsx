import { useSignal } from '@preact/signals';
import type { Saved } from '../../store/index.ts';
import { countAnswers, readClock } from './answers.ts';
import { downloadBackup } from './download-backup.ts';
import type { FolderKeeper } from './folder-keeper.ts';
import type { SectionProps } from './section.ts';

interface Props extends SectionProps {
  readonly keeper: FolderKeeper | undefined;
  /** Called when a backup was handed over. */
  readonly onBackup: () => void;
}

type Step =
  | { readonly at: 'asking' | 'busy' }
  | { readonly at: 'done'; readonly count: number; readonly saved: Saved };

/** Deletes everything, after a word was typed; offers the backup first. */
export function EraseSection({ log, texts, keeper, onBackup }: Props) {
  const step = useSignal<Step>({ at: 'asking' });
  const typed = useSignal('');
  const word = texts('data.erase.word');
  const isMeant = typed.value.trim().toLowerCase() === word;
  const erase = async () => {
    const count = countAnswers(log.events());
    step.value = { at: 'busy' };
    // First, so that the folder's keeper does not write what remains of it.
    await keeper?.switchOff();
    const saved = await log.eraseEverything(readClock().at);
    typed.value = '';
    step.value = { at: 'done', count, saved };
  };
  return (
    <section class="recall-data__card recall-data__card--danger" aria-labelledby="data-erase">
      <h2 id="data-erase">{texts('data.erase.title')}</h2>
      <p>{texts('data.erase.lead')}</p>
      <p>
        <button
          type="button"
          class="recall-data__button"
          onClick={() => {
            downloadBackup(log);
            onBackup();
          }}
        >
          {texts('data.erase.first')}
        </button>
      </p>
      <form
        class="recall-data__actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (isMeant) void erase();
        }}
      >
        <label class="recall-data__field">
          {texts('data.erase.label', { word })}
          <input
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="recall-data__button recall-data__button--danger" disabled={!isMeant}>
          {texts('data.erase.action')}
        </button>
      </form>
      <div role="status">
        {step.value.at === 'busy' && <p>{texts('data.erase.busy')}</p>}
        {step.value.at === 'done' && (
          <>
            <p>
              <strong>{texts.count('data.erase.done', step.value.count)}</strong>
            </p>
            {!(step.value.saved.local && step.value.saved.journal) && <p>{texts('data.erase.partly')}</p>}
            <p>{texts('data.erase.remains')}</p>
          </>
        )}
      </div>
    </section>
  );
}
