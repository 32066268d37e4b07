import { options } from 'virtual:recall/options';
import { render } from 'preact';
import { PREFIX } from '../../format/prefix.ts';
import { addStyles } from '../late-styles.ts';
import { loadLessonTexts } from '../lesson/load-lesson-texts.ts';
import { pageLocale } from '../page-locale.ts';
import { openStudy, type Study } from '../study.ts';
import styles from '../styles/quiz.css?url';
import { InlineQuiz } from './InlineQuiz.tsx';
import { createSeed } from './seed.ts';

let study: Promise<Study> | undefined;

/**
 * Puts the answerable quiz in the place of the one that the build rendered. Without the deck that one stays, readable and
 * with its answers.
 */
export async function mountInlineQuiz(quiz: Element) {
  const locale = pageLocale() ?? options.defaultLocale;
  study ??= openStudy(locale);
  const [opened, texts] = await Promise.all([study, loadLessonTexts(locale), addStyles(styles)]);
  const ids = [...quiz.querySelectorAll<HTMLElement>('[data-question]')].map(
    ({ dataset }) => dataset['question'],
  );
  const listed = ids.flatMap((id) => opened.decks.questions.find((question) => question.id === id) ?? []);
  const questions = await Promise.all(listed.map(opened.decks.loadQuestion));
  if (questions.length === 0) return;
  const title = quiz.querySelector(`.${PREFIX}-quiz__title`);
  const place = document.createElement('div');
  quiz.replaceChildren(...(title ? [title] : []), place);
  render(
    <InlineQuiz
      questions={questions}
      seed={createSeed()}
      study={opened}
      texts={texts}
      lessonHref={(lesson) => `${options.base}${locale}/${lesson}/`}
    />,
    place,
  );
}
