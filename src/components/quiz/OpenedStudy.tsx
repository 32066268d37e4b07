import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Locale } from '../../format/locale.ts';
import { HealthBanner } from '../health/HealthBanner.tsx';
import { openStudy, type Study } from '../study.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly children: (study: Study) => ComponentChildren;
}

/** Opens the learner's log and the deck, says so meanwhile, and shows what is made of them. */
export function OpenedStudy({ locale, texts, children }: Props) {
  const study = useSignal<Study | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const open = () => {
    failure.value = undefined;
    openStudy(locale).then(
      (opened) => {
        study.value = opened;
      },
      (error: unknown) => {
        failure.value = error instanceof Error ? error.message : String(error);
      },
    );
  };
  // Opened once: the page is the lifetime of a study.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` is made anew at each render
  useEffect(open, []);
  if (failure.value) return <Failed reason={failure.value} texts={texts} retry={open} />;
  if (!study.value) return <Loading texts={texts} />;
  return (
    <>
      <HealthBanner log={study.value.log} texts={texts} />
      {children(study.value)}
    </>
  );
}

/** Says that questions are on their way. */
export function Loading({ texts }: { readonly texts: Texts }) {
  return <p class="recall-message">{texts('quiz.loading')}</p>;
}

/** Says why questions could not be read, and offers to try again. */
export function Failed(props: {
  readonly reason: string;
  readonly texts: Texts;
  readonly retry: () => void;
}) {
  const { reason, texts, retry } = props;
  return (
    <div class="recall-message" role="alert">
      <p>{texts('quiz.failed', { reason })}</p>
      <button type="button" class="recall-button" onClick={retry}>
        {texts('review.retry')}
      </button>
    </div>
  );
}
