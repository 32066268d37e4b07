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
        import('./mount-inline-quiz.tsx')
          .then(({ mountInlineQuiz }) => mountInlineQuiz(target))
          .catch(() => undefined);
      }
    },
    { rootMargin: NEAR },
  );
  for (const quiz of document.querySelectorAll(`.${PREFIX}-quiz[data-quiz]`)) observer.observe(quiz);
}
