import type { Texts } from '../texts.ts';

interface Props {
  /** Cards due on each of the coming days, tomorrow first. */
  readonly counts: readonly number[];
  /** A learner's day, in days since 1970. */
  readonly today: number;
  readonly texts: Texts;
  readonly language: string;
}

/** What is due tomorrow and on the days after, as figures with a bar each. */
export function Week({ counts, today, texts, language }: Props) {
  const most = Math.max(1, ...counts);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <section class="recall-review__week">
      <h3>{texts('review.week')}</h3>
      <p>{texts('review.tomorrow', { count: counts[0] ?? 0 })}</p>
      <ol>
        {counts.map((count, index) => {
          const day = today + 1 + index;
          return (
            <li key={day}>
              <span class="recall-review__bar-box" aria-hidden="true">
                <span style={{ blockSize: `${(100 * count) / most}%` }} />
              </span>
              <span>{weekday.format(day * DAY)}</span> <strong>{count}</strong>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const DAY = 86_400_000;
