import { hasStarted } from '../started/has-started.ts';

const root = document.getElementById('recall-lesson-cards');
// A newcomer's page is complete as it is.
if (root && hasStarted()) {
  const show = () =>
    void import('./show-lesson-cards.tsx').then(({ showLessonCards }) => showLessonCards(root));
  // The text comes first; the marks may come when nothing else is to be done.
  if ('requestIdleCallback' in window) requestIdleCallback(show, { timeout: 2000 });
  else setTimeout(show, 200);
}
