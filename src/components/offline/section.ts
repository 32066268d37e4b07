import type { Locale } from '../../format/locale.ts';
import type { Texts } from '../texts.ts';
import type { OfflineState } from './offline-state.ts';

/** What every section of the page works with. */
export interface SectionProps {
  readonly state: OfflineState;
  readonly texts: Texts;
  /** Language tag, for numbers and dates. */
  readonly language: string;
  /** Names of the languages, by locale. */
  readonly labels: Readonly<Record<Locale, string>>;
}
