import { options } from 'virtual:recall/options';
import { render } from 'preact';
import { PREFIX } from '../../format/prefix.ts';
import { openStudy, type Study } from '../study.ts';
import { createTexts } from '../texts.ts';
import { InlineQuiz } from './InlineQuiz.tsx';
import { createSeed } from './seed.ts';

const settings = document.getElementById(`${PREFIX}-quiz-texts`);
let study: Promise<Study> | undefined;

if (settings) {
  const { locale = '', language = '', texts = '{}' } = settings.dataset;
  const table = createTexts(JSON.parse(texts), language);
  // A quiz is replaced before it comes into view, so that nothing moves under the reader's eyes.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        // Without the deck the quiz stays as the build rendered it, readable and with its answers.
        mount(target, locale, table).catch(() => undefined);
      }
    },
    { rootMargin: '800px' },
  );
  for (const quiz of document.querySelectorAll(`.${PREFIX}-quiz[data-quiz]`)) observer.observe(quiz);
}

async function mount(quiz: Element, locale: string, texts: ReturnType<typeof createTexts>) {
  study ??= openStudy(locale);
  const opened = await study;
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
