import { options } from 'virtual:recall/options';
import type { Instant } from '../../format/event.ts';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences, type LearnerLog } from '../../store/index.ts';
import { countAnswers } from '../data/answers.ts';
import { backupAge, readLastBackup } from '../data/last-backup.ts';
import { useLogRevision } from '../data/log-revision.ts';
import type { Texts } from '../texts.ts';
import { describeKeeping } from './keeping.ts';

interface Props {
  readonly log: LearnerLog;
  readonly texts: Texts;
  readonly locale: Locale;
  now(): Instant;
}

/** One line: whether the answers are saved and how old the last backup is. It leads to the page that says more. */
export function KeptLine({ log, texts, locale, now }: Props) {
  useLogRevision(log);
  const answers = countAnswers(log.events());
  const health = log.health();
  const keeping = describeKeeping(health);
  if (answers === 0 && keeping === 'kept.saved') return null;
  const last = readLastBackup(createBrowserPreferences(storageNamespace(options.base)));
  const { daysAgo } = backupAge(last, answers, now());
  const line = `${texts(keeping)} · ${ageOf(daysAgo, texts)}`;
  return (
    <p class={`recall-kept${keeping === 'kept.saved' ? '' : ' recall-kept--unsafe'}`}>
      {/* No way off the page that alone holds the answers. */}
      {health.level === 'memory-only' ? line : <a href={`${options.base}${locale}/data/`}>{line}</a>}
    </p>
  );
}

function ageOf(daysAgo: number | undefined, texts: Texts): string {
  if (daysAgo === undefined) return texts('kept.never');
  return daysAgo <= 0 ? texts('kept.today') : texts.count('kept.days-ago', daysAgo);
}
