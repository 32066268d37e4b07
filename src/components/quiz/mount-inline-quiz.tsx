import { options } from 'virtual:recall/options';
import { render } from 'preact';
import { QUESTION_ANCHOR_PREFIX } from '../../format/anchor.ts';
import { PREFIX } from '../../format/prefix.ts';
import { CourseChangedError } from '../failure/course-changed.ts';
import { addStyles } from '../late-styles.ts';
import { loadLessonTexts } from '../lesson/load-lesson-texts.ts';
import { pageLocale } from '../page-locale.ts';
import { openStudy } from '../study.ts';
import styles from '../styles/quiz.css?url';
import { InlineQuiz } from './InlineQuiz.tsx';
import { createSeed } from './seed.ts';

/**
 * Puts the answerable quiz in the place of the one that the build rendered. Without the deck that one stays, readable and
 * with its answers.
 * @throws Error when the deck or the texts cannot be read, as `openStudy`.
 */
export async function mountInlineQuiz(quiz: Element) {
  const locale = pageLocale() ?? options.defaultLocale;
  const [opened, texts] = await Promise.all([openStudy(locale), loadLessonTexts(locale), addStyles(styles)]);
  const ids = [...quiz.querySelectorAll(`li[id^="${QUESTION_ANCHOR_PREFIX}"]`)].map(({ id }) =>
    id.slice(QUESTION_ANCHOR_PREFIX.length),
  );
  const listed = ids.flatMap((id) => opened.decks.questions.find((question) => question.id === id) ?? []);
  const questions = await Promise.all(listed.map(opened.decks.loadQuestion));
  if (questions.length === 0) throw new CourseChangedError('None of the questions is in the deck');
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
