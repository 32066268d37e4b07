import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { LessonId } from '../../format/id.ts';
import type { ShownQuestion } from '../decks.ts';
import type { Texts } from '../texts.ts';
import type { GivenAnswer } from './given-answer.ts';
import { Html } from './Html.tsx';

interface Props {
  readonly question: ShownQuestion;
  readonly given: GivenAnswer;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** The verdict with how its credit came about, why the answer is right, and where that is taught. */
export function Feedback({ question, given, texts, lessonHref }: Props) {
  const { outcome, score } = given.assessment;
  const { verdict, rule, nearMiss } = outcome;
  return (
    <>
      <p class={`recall-verdict recall-verdict--${verdict}`}>
        <span aria-hidden="true">{ICONS[verdict]}</span> {texts(`quiz.verdict.${verdict}`)}
        <span class="recall-verdict__score"> · {texts('quiz.score', { score })}</span>
      </p>
      {(verdict === 'partly' || (verdict === 'wrong' && rule.code !== 'all-or-nothing')) && (
        <p class="recall-feedback__rule">
          {texts(`quiz.rule.${rule.code}`, { right: rule.right, wrong: rule.wrong, of: rule.of })}
        </p>
      )}
      {given.hints > 0 && (
        <p class="recall-feedback__rule">{texts('quiz.hints-used', { count: given.hints })}</p>
      )}
      {nearMiss && <p>{texts(`quiz.near.${nearMiss.code}`, { accepted: nearMiss.accepted })}</p>}
      <p>
        <strong>{texts('quiz.explanation')}</strong>{' '}
        <Html lang={question.language} html={question.text.explanation} />
      </p>
      <p>
        <a
          class="recall-feedback__source"
          href={`${lessonHref(question.lesson)}#${NOTE_ANCHOR_PREFIX}${question.note}`}
        >
          {texts('quiz.source')} · {question.lessonTitle}
        </a>
      </p>
    </>
  );
}

const ICONS = { right: '✓', partly: '◐', wrong: '✗' } as const;
