import { buildQueue } from '../../scheduler/index.ts';
import { selectReviewItems } from '../outlook.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly study: Study;
  /** Whether due questions come among the cards of the review. */
  readonly hasQuestions: boolean;
  readonly texts: Texts;
}

/** What today holds: cards due and new ones, or that all is done. */
export function Today({ study, hasQuestions, texts }: Props) {
  const schedule = study.schedule.value;
  const { memories } = schedule;
  const { counts } = buildQueue({
    ...selectReviewItems(study.decks, memories, hasQuestions),
    schedule,
    now: study.now(),
  });
  const due = counts.learning + counts.review;
  if (memories.size === 0) return <>{texts('today.nothing')}</>;
  if (due + counts.fresh === 0) return <>{texts('today.done')}</>;
  return (
    <>
      <strong>{due}</strong> {texts('today.due')} · <strong>{counts.fresh}</strong> {texts('today.fresh')}
    </>
  );
}
