import type { ComponentChildren } from 'preact';
import type { Locale } from '../../format/locale.ts';
import { HealthBanner } from '../health/HealthBanner.tsx';
import { Opened } from '../screen/Opened.tsx';
import { openStudy, type Study } from '../study.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly children: (study: Study) => ComponentChildren;
}

/** Opens the learner's log and the deck, says so meanwhile, and shows what is made of them. */
export function OpenedStudy({ locale, texts, children }: Props) {
  return (
    <Opened texts={texts} loading={texts('quiz.loading')} open={() => openStudy(locale)}>
      {(study) => (
        <>
          <HealthBanner log={study.log} texts={texts} />
          {children(study)}
        </>
      )}
    </Opened>
  );
}

/** Says that questions are on their way. */
export function Loading({ texts }: { readonly texts: Texts }) {
  return <p class="recall-message">{texts('quiz.loading')}</p>;
}
