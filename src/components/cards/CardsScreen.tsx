import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CardTexts } from '../../format/card-texts.ts';
import { Loading, OpenedStudy } from '../quiz/OpenedStudy.tsx';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import type { TagChoice } from '../tag-choices.ts';
import { Cards } from './Cards.tsx';
import type { CoursePlaces } from './course-places.ts';
import { loadCardTexts } from './load-card-texts.ts';

interface Props extends ScreenProps {
  readonly places: CoursePlaces;
  readonly tags: readonly TagChoice[];
}

/** Every card of the course: what is known of it, and what can be done with it. */
export function CardsScreen(props: Props) {
  const { locale, texts } = props;
  const cardTexts = useSignal<CardTexts | undefined>(undefined);
  useEffect(() => {
    void loadCardTexts(locale).then((loaded) => {
      cardTexts.value = loaded;
    });
  }, [locale, cardTexts]);
  return (
    <OpenedStudy locale={locale} texts={texts}>
      {(study) =>
        cardTexts.value ? (
          <Cards {...props} study={study} cardTexts={cardTexts.value} />
        ) : (
          <Loading texts={texts} />
        )
      }
    </OpenedStudy>
  );
}
