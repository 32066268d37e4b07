/** How far below the bars a heading's text has been reached, in pixels. */
const REACHED_PX = 40;

/** Marks the heading that is being read in the list of contents, and names it in the bar that opens the list. */
export function followContents(): void {
  const contents = document.querySelector('.recall-contents');
  const list = contents?.querySelector<HTMLElement>('[popover]');
  if (!contents || !list) return;
  const places = [...list.querySelectorAll('a')].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  const bar = contents.querySelector('.recall-contents__bar span');
  // A heading below the bars is where the browser stops when it is jumped to.
  const line = () =>
    Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + REACHED_PX;
  const mark = () => {
    const end = line();
    const current =
      places.findLast(({ heading }) => heading.getBoundingClientRect().top < end)?.link ?? places[0]?.link;
    if (!current || current.ariaCurrent) return;
    for (const { link } of places) link.ariaCurrent = link === current ? 'true' : null;
    if (bar) bar.textContent = current.textContent;
  };
  let observer: IntersectionObserver | undefined;
  const observe = () => {
    observer?.disconnect();
    observer = new IntersectionObserver(mark, { rootMargin: `${-line()}px 0px 0px` });
    for (const { heading } of places) observer.observe(heading);
  };
  observe();
  addEventListener('resize', observe);
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) list.hidePopover?.();
  });
}
