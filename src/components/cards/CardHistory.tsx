import type { ItemEvent } from '../../scheduler/index.ts';
import { formatMoment } from '../data/date-text.ts';
import { formatInterval, formatWait } from '../interval-text.ts';
import { GRADE_NAMES } from '../review/act.ts';
import { inputOfDay } from '../review/day-input.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly history: readonly ItemEvent[];
  readonly texts: Texts;
  readonly language: string;
}

/** All that was done to a card and not taken back, the newest first. */
export function CardHistory({ history, texts, language }: Props) {
  return (
    <div>
      <h3>{texts('cards.history')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="recall-cards__scroll" aria-label={texts('cards.history')} tabIndex={0}>
        <table class="recall-cards__history">
          <thead>
            <tr>
              <th scope="col">{texts('cards.history.when')}</th>
              <th scope="col">{texts('cards.history.what')}</th>
              <th scope="col">{texts('cards.history.since')}</th>
              <th scope="col">{texts('cards.history.next')}</th>
              <th scope="col">{texts('cards.history.time')}</th>
            </tr>
          </thead>
          <tbody>
            {history
              .map((event, index) => ({ event, before: history.slice(0, index).findLast(isAnswer) }))
              .reverse()
              .map(({ event, before }) => (
                <tr key={event.id}>
                  <td>{formatMoment(event.at, language)}</td>
                  <td>{nameEvent(event, texts)}</td>
                  <td>{isAnswer(event) && before ? formatSince(event.at - before.at, texts) : ''}</td>
                  <td>{isAnswer(event) && !isCram(event) ? formatInterval(event.interval, texts) : ''}</td>
                  <td>
                    {isAnswer(event)
                      ? texts('cards.seconds', { count: Math.round(event.durationMs / 1000) })
                      : ''}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type Answered = Extract<ItemEvent, { type: 'card.reviewed' | 'question.answered' }>;

function isAnswer(event: ItemEvent): event is Answered {
  return event.type === 'card.reviewed' || event.type === 'question.answered';
}

function isCram(event: Answered): boolean {
  return event.type === 'card.reviewed' && event.cram === true;
}

function nameEvent(event: ItemEvent, texts: Texts): string {
  switch (event.type) {
    case 'card.reviewed': {
      const grade = texts(`review.${GRADE_NAMES[event.grade]}`);
      return event.cram ? texts('cards.history.cram', { grade }) : grade;
    }
    case 'question.answered':
      return texts('quiz.score', { score: event.score });
    case 'card.suspended':
      return texts('review.act.suspended');
    case 'card.unsuspended':
      return texts('review.act.unsuspended');
    case 'card.buried':
      return texts('review.act.buried');
    case 'card.unburied':
      return texts('review.act.unburied');
    case 'card.reset':
      return texts('review.act.reset');
    case 'due.set':
      return texts('cards.history.due', { day: inputOfDay(event.dueDay) });
  }
}

function formatSince(milliseconds: number, texts: Texts): string {
  const days = Math.round(milliseconds / 86_400_000);
  return days >= 1 ? formatInterval({ days }, texts) : formatWait(Math.max(0, milliseconds), texts);
}
