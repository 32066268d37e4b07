// After all that is seen at first: the page is complete without the figures, and stays so if they cannot be loaded.
const mountToday = () => import('./mount-today.tsx').catch(() => undefined);

addEventListener('load', () => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(mountToday, { timeout: 2000 });
  else setTimeout(mountToday);
});
