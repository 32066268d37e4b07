import { useId } from 'preact/hooks';
import type { Instant } from '../../format/event.ts';
import { type CurvePoint, drawMemoryCurve, type ItemEvent, type Schedule } from '../../scheduler/index.ts';
import { formatDay } from '../data/date-text.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly history: readonly ItemEvent[];
  readonly schedule: Schedule;
  /** When the card comes back, in milliseconds UTC. */
  readonly dueAt: number;
  readonly now: Instant;
  readonly texts: Texts;
  readonly language: string;
}

/** Predicted recall over time: each answer lifts it, and what is to come is dashed. The table beside it says the same. */
export function MemoryCurve({ history, schedule, dueAt, now, texts, language }: Props) {
  const id = useId();
  const first = history.find(({ type }) => type === 'card.reviewed' || type === 'question.answered');
  if (!first) return null;
  const from = Math.min(first.at, now.at);
  const past = Math.max(now.at - from, DAY);
  const to = Math.max(now.at + past * 0.25, Math.min(dueAt, now.at + past * 2)) + DAY;
  const lines = drawMemoryCurve(history, schedule, from, to);
  const { desiredRetention } = schedule.options;
  // What is well known lies in a narrow band: the upper half of the scale shows more of it.
  const lowest = lines.flat().some(({ recall }) => recall < 0.5) ? 0 : 0.5;
  // Drawn as wide as it is shown on a phone, so that its words keep their size.
  const width = Math.min(WIDEST, Math.max(NARROWEST, innerWidth - 40));
  const x = (at: number) => LEFT + ((at - from) / (to - from)) * (width - LEFT - RIGHT);
  const y = (recall: number) => TOP + ((1 - recall) / (1 - lowest)) * (HEIGHT - TOP - BOTTOM);
  const path = (points: readonly CurvePoint[]) =>
    points
      .map(({ at, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(recall).toFixed(1)}`)
      .join('');
  const recallNow = lines.flat().findLast(({ at }) => at <= now.at)?.recall;
  return (
    <figure class="recall-curve">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>
          {texts('cards.curve', {
            from: formatDay(from, language),
            now: Math.round((recallNow ?? 1) * 100),
            wanted: Math.round(desiredRetention * 100),
          })}
        </title>
        {[1, (1 + lowest) / 2, lowest].map((recall) => (
          <g key={recall}>
            <line class="recall-curve__grid" x1={LEFT} x2={width - RIGHT} y1={y(recall)} y2={y(recall)} />
            <text x={LEFT - 6} y={y(recall) + 4} text-anchor="end">
              {recall * 100}%
            </text>
          </g>
        ))}
        <line
          class="recall-curve__wanted"
          x1={LEFT}
          x2={width - RIGHT}
          y1={y(desiredRetention)}
          y2={y(desiredRetention)}
        />
        {lines.map((line, index) => (
          <g key={String(index)}>
            <path class="recall-curve__line" d={path(line.filter(({ at }) => at <= now.at))} />
            <path
              class="recall-curve__line recall-curve__line--future"
              d={path(line.filter(({ at }) => at >= now.at))}
            />
          </g>
        ))}
        <line class="recall-curve__now" x1={x(now.at)} x2={x(now.at)} y1={TOP} y2={HEIGHT - BOTTOM} />
        {history.map((event) =>
          event.type === 'card.reviewed' || event.type === 'question.answered' ? (
            <circle
              key={event.id}
              class={`recall-curve__answer recall-curve__answer--${event.grade === 1 ? 'again' : 'good'}`}
              cx={x(event.at)}
              cy={y(1)}
              r="4"
            />
          ) : null,
        )}
        <g>
          <text x={LEFT} y={HEIGHT - 6}>
            {formatDay(from, language)}
          </text>
          <text x={width - RIGHT} y={HEIGHT - 6} text-anchor="end">
            {formatDay(to, language)}
          </text>
        </g>
      </svg>
      <figcaption>{texts('cards.curve.caption')}</figcaption>
    </figure>
  );
}

const DAY = 86_400_000;
const WIDEST = 640;
const NARROWEST = 280;
const HEIGHT = 200;
const LEFT = 44;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 26;
