import { QUESTION_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { Question, QuestionText, Quiz } from '../../format/question.ts';
import type { Text } from './fact-table.ts';
import { escapeHtml } from './html.ts';

/**
 * A quiz as HTML that can be read without JavaScript: each question with its options, the answer and the explanation
 * in a disclosure. The script of the page puts the answerable one in its place.
 */
export function renderStaticQuiz(
  { id }: Quiz,
  questions: readonly { readonly question: Question; readonly shown: QuestionText }[],
  text: Text,
): string {
  const items = questions.map(({ question, shown }) => {
    const { options, answer } = renderParts(shown, text);
    return [
      `<li id="${QUESTION_ANCHOR_PREFIX}${question.id}"><div>${shown.stem}</div>${options}`,
      `<details><summary>${escapeHtml(text('static-quiz.answer'))}</summary>`,
      `<div data-pagefind-ignore>${answer}${shown.explanation}</div></details></li>`,
    ].join('');
  });
  return [
    `<section class="recall-quiz not-content" data-quiz="${id}" aria-label="${escapeHtml(text('static-quiz.title'))}">`,
    `<p class="recall-quiz__title">${escapeHtml(text('static-quiz.title'))}</p><ol>${items.join('')}</ol></section>`,
  ].join('');
}

function renderParts(shown: QuestionText, text: Text): { options: string; answer: string } {
  switch (shown.kind) {
    case 'choice':
      return {
        options: list(
          'ol type="A"',
          shown.options.map((option) => option.text),
        ),
        answer: `<p>${shown.options.flatMap(({ correct }, at) => (correct ? letterAt(at) : [])).join(' · ')}</p>`,
      };
    case 'true-false':
      return {
        options: '',
        answer: `<p>${escapeHtml(text(shown.answer ? 'static-quiz.true' : 'static-quiz.false'))}</p>`,
      };
    case 'cloze':
      return { options: '', answer: `<p>${escapeHtml(shown.accepted[0] ?? '')}</p>` };
    case 'order': {
      const items = shown.items.map((item) => item.text);
      return { options: list('ul', sortedByText(items)), answer: list('ol', items) };
    }
    case 'match':
      return {
        options:
          list(
            'ul',
            shown.pairs.map((pair) => pair.left),
          ) + list('ul', sortedByText(shown.pairs.map((pair) => pair.right))),
        answer: list(
          'ul',
          shown.pairs.map((pair) => `${pair.left} — ${pair.right}`),
        ),
      };
  }
}

function list(tag: 'ol' | 'ol type="A"' | 'ul', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag.slice(0, 2)}>`;
}

/** How a browser counts the items of a list of type A. */
function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** An order that says nothing of the right one. */
function sortedByText(items: readonly string[]): string[] {
  return [...items].sort((a, b) => (a < b ? -1 : 1));
}
