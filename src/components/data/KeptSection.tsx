import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { describeHealth } from '../health/health-text.ts';
import { countAnswers, isAnswer, readClock } from './answers.ts';
import { formatDay } from './date-text.ts';
import { backupAge, type LastBackup } from './last-backup.ts';
import type { SectionProps } from './section.ts';
import { askStoragePromise, readStoragePromise } from './storage-promise.ts';

interface Props extends SectionProps {
  readonly lastBackup: LastBackup | undefined;
}

/** How many answers there are, how safely they are kept, and when they were last backed up. */
export function KeptSection(props: Props) {
  const { log, texts, language } = props;
  const events = log.events();
  const first = events.find(isAnswer);
  const health = log.health();
  const { used, capacity } = log.space();
  const isSafe = health.level === 'durable' && health.reasons.length === 0;
  return (
    <section class="recall-data__card" aria-labelledby="data-kept">
      <h2 id="data-kept">{texts('data.kept.title')}</h2>
      <p class="recall-data__count">
        {first ? (
          <>
            <strong>{texts.count('data.answers', countAnswers(events))}</strong>{' '}
            <span>{texts('data.since', { date: formatDay(first.at, language) })}</span>
          </>
        ) : (
          texts('data.none')
        )}
      </p>
      <dl class="recall-data__facts">
        <dt>{texts('data.storage')}</dt>
        <dd class={isSafe ? 'recall-data__good' : 'recall-data__bad'} data-health={health.level}>
          {describeHealth(health).map((key) => (
            <p key={key}>{texts(key)}</p>
          ))}
        </dd>
        <dt>{texts('data.last-backup')}</dt>
        <dd>
          <BackupAge {...props} />
        </dd>
        <dt>{texts('data.space')}</dt>
        <dd>{texts('data.space.of', { percent: percentOf(used, capacity) })}</dd>
        <dt>{texts('data.promise')}</dt>
        <dd>
          <StoragePromise {...props} />
        </dd>
      </dl>
    </section>
  );
}

function BackupAge({ log, lastBackup, texts }: Props) {
  const { daysAgo, answersSince } = backupAge(lastBackup, countAnswers(log.events()), readClock());
  if (daysAgo === undefined) return <>{texts('backup.never')}</>;
  return (
    <>
      {daysAgo === 0 ? texts('backup.today') : texts.count('backup.days-ago', daysAgo)}
      {answersSince > 0 && ` · ${texts.count('backup.since', answersSince)}`}
    </>
  );
}

function StoragePromise({ texts }: SectionProps) {
  const promise = useSignal<boolean | undefined>(undefined);
  const isRefused = useSignal(false);
  useEffect(() => {
    void readStoragePromise().then((kept) => {
      promise.value = kept;
    });
  }, [promise]);
  const ask = async () => {
    const kept = await askStoragePromise();
    promise.value = kept;
    isRefused.value = !kept;
  };
  if (promise.value === undefined) return <>{texts('data.promise.unknown')}</>;
  if (promise.value) return <>{texts('data.promise.kept')}</>;
  return (
    <>
      <p>{texts('data.promise.none')}</p>
      <button type="button" class="recall-data__button" onClick={ask}>
        {texts('data.promise.ask')}
      </button>
      <p role="status">{isRefused.value && texts('data.promise.refused')}</p>
    </>
  );
}

/** Whole per cent, and `<1` rather than 0 where there is something. */
function percentOf(used: number, capacity: number): string {
  const percent = Math.min(100, Math.round((used / capacity) * 100));
  return percent === 0 && used > 0 ? '<1' : String(percent);
}
