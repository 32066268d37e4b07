import { failedTexts } from 'virtual:recall/failed-texts';
import { options } from 'virtual:recall/options';
import { PREFIX } from '../../format/prefix.ts';
import { pageLocale } from '../page-locale.ts';

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
      const texts = failedTexts[pageLocale() ?? options.defaultLocale];
      if (!texts) return;
      const note = createElement('div', `${PREFIX}-failed`);
      note.role = 'alert';
      const retry = createElement('button', `${PREFIX}-button`, texts.retry);
      retry.addEventListener('click', () => {
        note.remove();
        mount(quiz);
      });
      const reload = createElement('button', `${PREFIX}-button`, texts.reload);
      reload.addEventListener('click', () => location.reload());
      note.append(createElement('p', `${PREFIX}-failed__reason`, texts.reason), retry, reload);
      quiz.querySelector('ol')?.before(note);
    });
}

function createElement(tag: 'button' | 'div' | 'p', className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
