import { type Exam, responseOf } from '../../quiz/index.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly exam: Exam;
  readonly texts: Texts;
  readonly onTurn: (place: number) => void;
}

/** A button for each question, which says whether it is answered and flagged. */
export function AnswerSheet({ exam, texts, onTurn }: Props) {
  return (
    <nav class="recall-sheet" aria-label={texts('quiz.exam.sheet')}>
      <ol>
        {exam.questions.map((id, place) => {
          const isAnswered = responseOf(exam, id) !== undefined;
          const isFlagged = exam.flags.includes(id);
          const states = [
            texts(isAnswered ? 'quiz.exam.answered' : 'quiz.exam.open'),
            ...(isFlagged ? [texts('quiz.exam.flagged')] : []),
          ];
          return (
            <li key={id}>
              <button
                type="button"
                class={isAnswered ? 'recall-sheet__answered' : undefined}
                aria-current={place === exam.place ? 'step' : undefined}
                onClick={() => onTurn(place)}
              >
                {place + 1}
                <span aria-hidden="true">{`${isAnswered ? '✓' : ''}${isFlagged ? '⚑' : ''}`}</span>
                <span class="recall-unseen"> {states.join(', ')}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
