import type { Texts } from '../texts.ts';

interface Props {
  /** What comes on each day, today first. */
  readonly week: readonly number[];
  /** A learner's day, in days since 1970. */
  readonly today: number;
  readonly texts: Texts;
  readonly language: string;
}

/** A bar for each of the coming days, with its number. */
export function Forecast({ week, today, texts, language }: Props) {
  const most = Math.max(1, ...week);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <figure class="recall-forecast">
      <figcaption>{texts('today.week')}</figcaption>
      <ol>
        {week.map((count, index) => {
          const day = index === 0 ? texts('today.title') : weekday.format((today + index) * DAY);
          return (
            <li key={day} style={{ '--share': String(count / most) }}>
              <span class="recall-forecast__count">{count}</span>
              <span class="recall-forecast__day">{day}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

const DAY = 86_400_000;
