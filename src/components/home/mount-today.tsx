import { hasStarted } from '../started/has-started.ts';

const root = document.getElementById('recall-today');
// A newcomer's page is complete as it is.
if (root && hasStarted()) {
  const show = () => void import('./show-today.tsx').then(({ showToday }) => showToday(root));
  // The figures may come after the page, but before the reader has looked for them.
  if ('requestIdleCallback' in window) requestIdleCallback(show, { timeout: 300 });
  else setTimeout(show);
}
