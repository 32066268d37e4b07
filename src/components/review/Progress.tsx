import type { StringKey } from '../../format/strings.ts';
import { expectedMinutes, measurePace, type Queue, type QueueKind } from '../../scheduler/index.ts';
import { readInterfaceSetting } from '../interface-settings.ts';
import { formatWait } from '../interval-text.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';

interface Props {
  readonly study: Study;
  readonly session: Session;
  readonly texts: Texts;
}

/** How far the day is, how long it has taken, and whether the last answer is safe. */
export function Progress({ study, session, texts }: Props) {
  const answers = session.run.answers.value;
  const { items, counts } = session.queue.value;
  const saved = session.saved.value;
  const left = items.length;
  const schedule = study.schedule.value;
  const spentMs = answers.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return (
    <div class="recall-review__status">
      <progress
        aria-label={texts('review.progress')}
        value={answers.length}
        max={Math.max(1, answers.length + left)}
      />
      <div class="recall-review__figures">
        <span>{texts.count('review.left', left)}</span>
        {schedule.memories.size > 0 && left > 0 && (
          <Counts counts={counts} kind={items[0]?.kind} texts={texts} />
        )}
        {readInterfaceSetting(schedule, 'show-elapsed') && left > 0 && (
          <span>
            {spentMs >= MINUTE && `${texts('review.spent', { time: formatWait(spentMs, texts) })} · `}
            {texts('review.to-go', { count: expectedMinutes(counts, measurePace(study.log.events())) })}
          </span>
        )}
        <span class="recall-review__saved" role="status">
          {saved === 'saving' && texts('review.saving')}
          {saved === 'saved' && `✓ ${texts('review.saved')}`}
        </span>
      </div>
    </div>
  );
}

const MINUTE = 60_000;

interface CountsProps {
  readonly counts: Queue['counts'];
  readonly kind: QueueKind | undefined;
  readonly texts: Texts;
}

/** What is left of each sort; that of the card in hand is marked. */
function Counts({ counts, kind, texts }: CountsProps) {
  return (
    <ul class="recall-review__counts">
      {KINDS.map((each) => (
        <li
          key={each}
          class={`recall-review__count--${each}`}
          aria-current={each === kind ? 'true' : undefined}
        >
          {texts(`review.count.${each}` satisfies StringKey, { count: counts[each] })}
        </li>
      ))}
    </ul>
  );
}

const KINDS: readonly QueueKind[] = ['fresh', 'learning', 'review'];
