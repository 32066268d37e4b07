import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import type { Texts } from '../texts.ts';
import { findUnavailable, type Unavailable } from './availability.ts';
import { CheckSection } from './CheckSection.tsx';
import { KeptLanguages } from './KeptLanguages.tsx';
import { createOfflineState } from './offline-state.ts';
import { useInHand } from './use-in-hand.ts';
import { VersionSection } from './VersionSection.tsx';

interface Props {
  readonly locale: Locale;
  readonly language: string;
  /** Names of the languages, by locale. */
  readonly labels: Readonly<Record<Locale, string>>;
  readonly texts: Texts;
}

/** What this device keeps of the site; also shown in the place of a page that it does not keep. */
export function OfflineScreen({ locale, language, labels, texts }: Props) {
  const unavailable = useSignal<Unavailable | undefined>(undefined);
  const state = useMemo(
    () => createOfflineState(createBrowserPreferences(storageNamespace(options.base))),
    [],
  );
  useEffect(() => {
    const open = async () => {
      unavailable.value = await findUnavailable();
      if (unavailable.value) return;
      await state.refresh();
      // A worker that does not answer is no longer the site’s own.
      if (!state.report.value) unavailable.value = 'refused';
    };
    void open();
  }, [state, unavailable]);
  // A new version waits until what was asked for has arrived.
  useInHand(state.arriving.value && 'download');
  const isInstead = location.pathname !== `${options.base}${locale}/offline/`;
  const section = { state, texts, language, labels };

  return (
    <>
      {isInstead && <Missing texts={texts} />}
      {unavailable.value && <NotHere reason={unavailable.value} texts={texts} />}
      {!unavailable.value && !state.report.value && (
        <p class="recall-data__message">{texts('offline.loading')}</p>
      )}
      {state.report.value && (
        <>
          <KeptLanguages {...section} report={state.report.value} />
          <CheckSection {...section} />
          <VersionSection {...section} />
        </>
      )}
    </>
  );
}

function Missing({ texts }: Pick<Props, 'texts'>) {
  return (
    <section class="recall-data__card recall-data__warning">
      <p>
        <strong>{texts('offline.missing')}</strong>
      </p>
      <p>{texts('offline.missing.hint')}</p>
      <button type="button" class="recall-button" onClick={() => location.reload()}>
        {texts('offline.missing.retry')}
      </button>
    </section>
  );
}

function NotHere({ reason, texts }: { readonly reason: Unavailable; readonly texts: Texts }) {
  return (
    <section class="recall-data__card" aria-labelledby="offline-none">
      <h2 id="offline-none">{texts('offline.none.title')}</h2>
      <p>{texts(`offline.none.${reason}`)}</p>
      <p>{texts('offline.none.still')}</p>
    </section>
  );
}
