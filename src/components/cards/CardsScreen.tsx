import { unpackCardTexts } from '../../format/card-texts.ts';
import { HealthBanner } from '../health/HealthBanner.tsx';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import { Opened } from '../screen/Opened.tsx';
import { openStudy } from '../study.ts';
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
  const open = async () => {
    const [study, packed] = await Promise.all([openStudy(locale), loadCardTexts(locale)]);
    return { study, cardTexts: unpackCardTexts(study.decks, packed) };
  };
  return (
    <Opened texts={texts} loading={texts('review.loading')} open={open}>
      {({ study, cardTexts }) => (
        <>
          <HealthBanner log={study.log} texts={texts} />
          <Cards {...props} study={study} cardTexts={cardTexts} />
        </>
      )}
    </Opened>
  );
}
