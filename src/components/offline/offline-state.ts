import { type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../format/locale.ts';
import type { OfflineCheck, OfflineFailure, OfflineReport } from '../../format/offline.ts';
import type { Preferences } from '../../store/index.ts';
import { askWorker } from './ask-worker.ts';
import { writeRemoved } from './keep-language.ts';

/** What the page knows of what is kept, and what it can do about it. */
export interface OfflineState {
  readonly report: ReadonlySignal<OfflineReport | undefined>;
  /** The language that is arriving, and how much of it is here, in whole per cent. */
  readonly arriving: ReadonlySignal<{ readonly locale: Locale; readonly percent: number } | undefined>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  readonly checks: ReadonlySignal<readonly OfflineCheck[] | 'running' | undefined>;
  refresh(): Promise<void>;
  /** Downloads languages one after the other, until one fails. */
  download(locales: readonly Locale[]): Promise<void>;
  remove(locale: Locale): Promise<void>;
  check(): Promise<void>;
}

/** How the newest download or removal went. */
export type Outcome =
  | { readonly type: 'downloaded' | 'removed'; readonly locale: Locale }
  | { readonly type: 'failed'; readonly reason: OfflineFailure };

/** The state as the worker reports it; nothing is known before the first `refresh`. */
export function createOfflineState(preferences: Preferences, ask = askWorker): OfflineState {
  const report = signal<OfflineReport | undefined>(undefined);
  const arriving = signal<{ readonly locale: Locale; readonly percent: number } | undefined>(undefined);
  const outcome = signal<Outcome | undefined>(undefined);
  const checks = signal<readonly OfflineCheck[] | 'running' | undefined>(undefined);
  const refresh = async () => {
    const answer = await ask({ type: 'report' });
    if (answer.type === 'reported') report.value = answer.report;
  };
  const downloadOne = async (locale: Locale): Promise<boolean> => {
    writeRemoved(preferences, locale, false);
    arriving.value = { locale, percent: 0 };
    const answer = await ask({ type: 'keep', locale, isThorough: true }, (progress) => {
      const percent = Math.floor((100 * progress.done) / progress.total);
      arriving.value = { locale: progress.locale, percent };
    });
    outcome.value =
      answer.type === 'failed' ? { type: 'failed', reason: answer.reason } : { type: 'downloaded', locale };
    await refresh();
    return answer.type !== 'failed';
  };
  return {
    report,
    arriving,
    outcome,
    checks,
    refresh,
    download: async (locales) => {
      if (arriving.value) return;
      for (const locale of locales) if (!(await downloadOne(locale))) break;
      arriving.value = undefined;
    },
    remove: async (locale) => {
      writeRemoved(preferences, locale, true);
      await ask({ type: 'remove', locale });
      outcome.value = { type: 'removed', locale };
      checks.value = undefined;
      await refresh();
    },
    check: async () => {
      if (checks.value === 'running') return;
      checks.value = 'running';
      const answer = await ask({ type: 'check' });
      checks.value = answer.type === 'checked' ? answer.checks : undefined;
      await refresh();
    },
  };
}
