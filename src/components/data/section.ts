import type { LearnerLog, Preferences } from '../../store/index.ts';
import type { Texts } from '../texts.ts';

/** What every section of the page works with. */
export interface SectionProps {
  readonly log: LearnerLog;
  readonly preferences: Preferences;
  readonly texts: Texts;
  /** Language tag, for dates. */
  readonly language: string;
}
