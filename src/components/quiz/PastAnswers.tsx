import type { QuestionAnswered } from '../../format/event.ts';
import type { QuestionText } from '../../format/question.ts';
import type { LearnerLog } from '../../store/index.ts';
import type { ShownQuestion } from '../decks.ts';
import type { Texts } from '../texts.ts';
import { Html } from './Html.tsx';

interface Props {
  readonly log: Pick<LearnerLog, 'events'>;
  readonly question: ShownQuestion;
  readonly texts: Texts;
}

/** How often a question was answered, with what results lately, and which options were chosen how often. */
export function PastAnswers({ log, question, texts }: Props) {
  const answers = log
    .events()
    .filter(
      (event): event is QuestionAnswered =>
        event.type === 'question.answered' && event.question === question.id,
    );
  if (answers.length < 2) return null;
  const lately = answers.slice(-LATELY).map(({ score }) => texts('quiz.score', { score }));
  const chosen = countChosen(answers, question.text);
  return (
    <details class="recall-past">
      <summary>{texts('quiz.past', { count: answers.length })}</summary>
      <p>{texts('quiz.past.lately', { results: lately.join(' · ') })}</p>
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ key, html, count }) => (
            <li key={key}>
              {count} × <Html lang={question.language} html={html} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** So many of the last results are shown. */
const LATELY = 5;

/** Options of a choice that were ever chosen, the most frequent first. An option that was reworded is another one. */
function countChosen(answers: readonly QuestionAnswered[], text: QuestionText) {
  if (text.kind !== 'choice') return [];
  const keys = answers.flatMap(({ response }) => ('keys' in response ? response.keys : []));
  return text.options
    .map(({ key, text: html }) => ({ key, html, count: keys.filter((chosen) => chosen === key).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
