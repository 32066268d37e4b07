import { options } from 'virtual:recall/options';
import type { ComponentChildren } from 'preact';
import type { OfflineCheck } from '../../format/offline.ts';
import type { SectionProps } from './section.ts';

/** Proves that what is kept works without a network, and says what it found. */
export function CheckSection(props: SectionProps) {
  const { state, texts } = props;
  const checks = state.checks.value;
  return (
    <section class="recall-data__card" aria-labelledby="offline-check">
      <h2 id="offline-check">{texts('offline.check.title')}</h2>
      <p>{texts('offline.check.text')}</p>
      <button
        type="button"
        class="recall-button"
        aria-disabled={checks === 'running'}
        onClick={() => state.check()}
      >
        {texts('offline.check.start')}
      </button>
      <div role="status" class="recall-offline__checks">
        {checks === 'running' && <p>{texts('offline.check.running')}</p>}
        {Array.isArray(checks) && checks.length === 0 && <p>{texts('offline.check.nothing')}</p>}
        {Array.isArray(checks) &&
          checks.map((check: OfflineCheck) => <Result key={check.locale} {...props} check={check} />)}
      </div>
    </section>
  );
}

function Result({ state, texts, labels, check }: SectionProps & { readonly check: OfflineCheck }) {
  const { broken, page, isSearchWhole, isDeckWhole, locale } = check;
  const intact = broken.length === 0;
  return (
    <div data-check={locale}>
      <h3>{labels[locale] ?? locale}</h3>
      <ul>
        <Finding isGood={intact}>
          {intact
            ? texts.count('offline.check.files', check.files)
            : texts.count('offline.check.broken', broken.length)}
        </Finding>
        <Finding isGood={page !== undefined}>
          {page ? (
            <>
              {texts('offline.check.page')}{' '}
              <a href={options.base + page.path} hreflang={options.languages[locale]}>
                {page.title}
              </a>
            </>
          ) : (
            texts('offline.check.no-page')
          )}
        </Finding>
        <Finding isGood={isSearchWhole}>
          {texts(isSearchWhole ? 'offline.check.search' : 'offline.check.no-search')}
        </Finding>
        <Finding isGood={isDeckWhole}>
          {texts(isDeckWhole ? 'offline.check.deck' : 'offline.check.no-deck')}
        </Finding>
      </ul>
      {!intact && (
        <button type="button" class="recall-data__button" onClick={() => state.download([locale])}>
          {texts('offline.repair')}
        </button>
      )}
    </div>
  );
}

function Finding({ isGood, children }: { readonly isGood: boolean; readonly children: ComponentChildren }) {
  return <li class={isGood ? 'recall-offline__good' : 'recall-offline__bad'}>{children}</li>;
}
