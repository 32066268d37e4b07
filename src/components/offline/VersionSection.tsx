import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SectionProps } from './section.ts';
import { formatSize } from './size-text.ts';

type Found = 'newest' | 'found' | 'failed';

/** Looks for a new version when asked, and says how much room is taken. */
export function VersionSection({ state, texts, language }: SectionProps) {
  const found = useSignal<Found | undefined>(undefined);
  const estimate = useSignal<StorageEstimate | undefined>(undefined);
  const report = state.report.value;
  // What is kept has changed, and the room it takes with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs with every report
  useEffect(() => {
    void navigator.storage?.estimate?.().then(
      (value) => {
        estimate.value = value;
      },
      () => undefined,
    );
  }, [report, estimate]);
  const { usage, quota } = estimate.value ?? {};
  return (
    <section class="recall-data__card" aria-labelledby="offline-version">
      <h2 id="offline-version">{texts('offline.more.title')}</h2>
      <p>
        {usage === undefined || quota === undefined
          ? texts('offline.space.unknown')
          : texts('offline.space', { used: formatSize(usage, language), quota: formatSize(quota, language) })}
      </p>
      <button
        type="button"
        class="recall-data__button"
        onClick={async () => {
          found.value = undefined;
          found.value = await lookForVersion();
        }}
      >
        {texts('offline.update.check')}
      </button>
      <p role="status">{found.value && texts(`offline.update.${found.value}`)}</p>
    </section>
  );
}

async function lookForVersion(): Promise<Found> {
  try {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    return registration.installing || registration.waiting ? 'found' : 'newest';
  } catch {
    return 'failed';
  }
}
