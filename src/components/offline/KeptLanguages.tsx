import type { KeptLanguage, OfflineReport } from '../../format/offline.ts';
import type { Outcome } from './offline-state.ts';
import type { SectionProps } from './section.ts';
import { formatSize } from './size-text.ts';

interface Props extends SectionProps {
  readonly report: OfflineReport;
}

/** What is kept, language by language, and how to have more or less of it. */
export function KeptLanguages(props: Props) {
  const { state, texts, report, labels } = props;
  const arriving = state.arriving.value;
  const missing = report.languages.filter((language) => language.state !== 'kept');
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return (
    <section class="recall-data__card" aria-labelledby="offline-kept">
      <h2 id="offline-kept">{texts('offline.kept.title')}</h2>
      <p>{texts('offline.kept.text')}</p>
      {connection?.saveData && <p class="recall-data__note">{texts('offline.sparing')}</p>}
      <ul class="recall-offline__languages">
        {report.languages.map((language) => (
          <Language key={language.locale} {...props} kept={language} />
        ))}
        <li>
          <div>
            <strong>{texts('offline.shell')}</strong>
            <span>{amountOf(props, report.shell)}</span>
          </div>
        </li>
      </ul>
      {arriving && <progress class="recall-offline__progress" value={arriving.percent} max={100} />}
      <p role="status">
        {arriving
          ? texts('offline.progress', {
              language: labels[arriving.locale] ?? arriving.locale,
              percent: arriving.percent,
            })
          : state.outcome.value && describeOutcome(state.outcome.value, props)}
      </p>
      {missing.length > 0 && (
        <button
          type="button"
          class="recall-button"
          disabled={arriving !== undefined}
          onClick={() => state.download(missing.map(({ locale }) => locale))}
        >
          {texts('offline.download-all')}
        </button>
      )}
    </section>
  );
}

function Language(props: Props & { readonly kept: KeptLanguage }) {
  const { state, texts, language, labels, kept } = props;
  const label = labels[kept.locale] ?? kept.locale;
  const isBusy = state.arriving.value !== undefined;
  return (
    <li data-locale={kept.locale} data-state={kept.state}>
      <div>
        <strong>{label}</strong>
        <span>
          {texts(`offline.state.${kept.state}`)} · {amountOf(props, kept)}
        </span>
        {kept.verifiedAt !== undefined && (
          <span>{texts('offline.verified', { date: formatMoment(kept.verifiedAt, language) })}</span>
        )}
      </div>
      <div class="recall-data__actions">
        {kept.state !== 'kept' && (
          <button
            type="button"
            class="recall-data__button"
            disabled={isBusy}
            onClick={() => state.download([kept.locale])}
          >
            {texts('offline.download', { language: label })}
          </button>
        )}
        {kept.state !== 'absent' && (
          <button
            type="button"
            class="recall-data__button"
            disabled={isBusy}
            onClick={() => state.remove(kept.locale)}
          >
            {texts('offline.remove', { language: label })}
          </button>
        )}
      </div>
    </li>
  );
}

function describeOutcome(outcome: Outcome, { texts, labels }: SectionProps): string {
  if (outcome.type === 'failed') return texts(`offline.failed.${outcome.reason}`);
  return texts(`offline.${outcome.type}`, { language: labels[outcome.locale] ?? outcome.locale });
}

function amountOf({ texts, language }: SectionProps, { files, bytes }: OfflineReport['shell']): string {
  return texts.count('offline.amount', files, { size: formatSize(bytes, language) });
}

function formatMoment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
