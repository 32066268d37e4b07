/**
 * What Starlight's scripts of the page frame do, from the file that all pages share: a menu on narrow screens that keeps the
 * focus inside while it is open, and a sidebar that stands where it stood on the page before (its place is read inline).
 */
export function watchSidebarPane(): void {
  const pane = document.getElementById('starlight__sidebar');
  if (!pane) return;
  const isWide = matchMedia('(min-width: 50em)');
  const setPopover = () => {
    pane.popover = isWide.matches ? null : 'auto';
  };
  setPopover();
  isWide.addEventListener('change', setPopover);
  pane.addEventListener('toggle', ({ newState }) => {
    for (const element of document.querySelectorAll('.main-frame, .sl-skip-link'))
      element.toggleAttribute('inert', newState === 'open');
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepPlace(pane.scrollTop);
  });
}

function keepPlace(scroll: number): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STATE) ?? '{}');
    sessionStorage.setItem(STATE, JSON.stringify({ ...kept, scroll }));
  } catch {
    // Blocked storage: from the top.
  }
}

/** By this key Starlight keeps it, too, with what else a sidebar of its own has. */
const STATE = 'sl-sidebar-state';
