/** Loads what explains terms when the pointer, the focus or a finger first comes to one: most visits need none of it. */
export function wakeTermNotes(base: string): void {
  let isAwake = false;
  let isBroken = false;
  const wake = (event: Event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a.recall-gloss');
    if (!link || isBroken) return;
    const { pointerType } = event as PointerEvent;
    const isTap = event.type === 'click' && pointerType === 'touch';
    // A finger has no hover: its first tap asks what the word means.
    if (isTap) event.preventDefault();
    if (isAwake || (event.type === 'pointerover' && pointerType !== 'mouse')) return;
    isAwake = true;
    import('./term-popover.ts').then(
      ({ explainTerms }) => explainTerms(base, link),
      () => {
        isBroken = true;
        if (isTap) location.assign(link.href);
      },
    );
  };
  for (const type of ['pointerover', 'focusin', 'click']) document.addEventListener(type, wake);
}
