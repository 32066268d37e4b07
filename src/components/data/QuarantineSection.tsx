import { options } from 'virtual:recall/options';
import { readClock } from './answers.ts';
import { downloadName } from './file-name.ts';
import { saveFile } from './save-file.ts';
import type { SectionProps } from './section.ts';

/** What of the stored data could not be read, if there is any. */
export function QuarantineSection({ log, texts }: SectionProps) {
  const damaged = log.quarantined();
  if (damaged.length === 0) return null;
  return (
    <section class="recall-data__card" aria-labelledby="data-quarantine">
      <h2 id="data-quarantine">{texts('data.quarantine.title')}</h2>
      <p>{texts.count('data.quarantine.text', damaged.length)}</p>
      <button
        type="button"
        class="recall-data__button"
        onClick={() => {
          const texts = damaged.map(({ key, text, flaw }) => ({ key, flaw, text }));
          const name = downloadName(options.siteTitle, 'damaged', readClock());
          saveFile(name, `${JSON.stringify({ quarantined: texts }, undefined, 1)}\n`);
        }}
      >
        {texts('data.quarantine.download')}
      </button>
    </section>
  );
}
