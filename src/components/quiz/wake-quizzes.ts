import { PREFIX } from '../../format/prefix.ts';

// Only when the reader does something, so that a page which is just looked at stays light; and for each quiz before it comes
// into view, so that nothing moves under the reader's eyes.
const ACTS = ['wheel', 'pointermove', 'pointerdown', 'keydown'] as const;
// A page that opens at a place in it scrolls by itself, and what grew above that place would push it away.
const acts = location.hash ? ACTS : ([...ACTS, 'scroll'] as const);
const NEAR = '800px';

const acted = new AbortController();
for (const act of acts) addEventListener(act, watch, { passive: true, signal: acted.signal });

function watch(): void {
  acted.abort();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        mount(target);
      }
    },
    { rootMargin: NEAR },
  );
  for (const quiz of document.querySelectorAll(`.${PREFIX}-quiz[data-quiz]`)) observer.observe(quiz);
}

/** What the build rendered stays where the answerable quiz cannot be had: it can be read, and says why. */
function mount(quiz: Element): void {
  import('./mount-inline-quiz.tsx')
    .then(({ mountInlineQuiz }) => mountInlineQuiz(quiz))
    .catch(() => {
      const note = document
        .querySelector<HTMLTemplateElement>(`#${PREFIX}-quiz-failed`)
        ?.content.cloneNode(true);
      if (!note) return;
      quiz.querySelector('ol')?.before(note);
      const [retry, reload] = quiz.querySelectorAll(`.${PREFIX}-failed button`);
      retry?.addEventListener('click', () => {
        retry.parentElement?.remove();
        mount(quiz);
      });
      reload?.addEventListener('click', () => location.reload());
    });
}
