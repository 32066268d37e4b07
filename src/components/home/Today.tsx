import { KeptLine } from '../health/KeptLine.tsx';
import { readInterfaceSetting } from '../interface-settings.ts';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import type { Study } from '../study.ts';
import { Forecast } from './Forecast.tsx';
import { readToday } from './today.ts';

interface Props extends ScreenProps {
  readonly study: Study;
}

/** What today holds, how long it takes, what the week brings, and how safe all of it is. */
export function Today({ study, texts, language, locale }: Props) {
  const { today, due, fresh, held, minutes, streak, week } = readToday(study);
  const isStreakShown = readInterfaceSetting(study.schedule.value, 'show-streak') && streak.days > 1;
  return (
    <>
      {due + fresh === 0 ? (
        <p class="recall-today__done">{texts('today.done')}</p>
      ) : (
        <ul class="recall-today__counts">
          <li>
            <strong>{due}</strong> {texts('today.due')}
          </li>
          <li>
            <strong>{fresh}</strong> {texts('today.fresh')}
          </li>
          <li>
            <strong>{minutes}</strong> {texts('today.minutes')}
          </li>
        </ul>
      )}
      <p class="recall-today__note">
        {held > 0 && <span>{texts('today.held', { count: held })}</span>}
        {isStreakShown && (
          <span>
            {texts('today.streak', { days: streak.days })}
            {streak.restUsed && ` · ${texts('today.rested')}`}
          </span>
        )}
      </p>
      <Forecast week={week} today={today} texts={texts} language={language} />
      <KeptLine log={study.log} now={study.now} texts={texts} locale={locale} />
    </>
  );
}
