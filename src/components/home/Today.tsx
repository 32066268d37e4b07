import { buildQueue } from '../../scheduler/index.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';

/** What today holds: cards due and new ones, or that all is done. */
export function Today({ study, texts }: { readonly study: Study; readonly texts: Texts }) {
  const memories = study.memories.value;
  const { counts } = buildQueue({ deck: study.decks.cards, memories, now: study.now() });
  const due = counts.learning + counts.review;
  if (memories.size === 0) return <>{texts('today.nothing')}</>;
  if (due + counts.fresh === 0) return <>{texts('today.done')}</>;
  return (
    <>
      <strong>{due}</strong> {texts('today.due')} · <strong>{counts.fresh}</strong> {texts('today.fresh')}
    </>
  );
}
