/**
 * Tables and code wider than the page scroll by themselves, and take the focus, so that keys scroll them, for as long as
 * they do. Code is a group then: Expressive Code, which comes later, would make each piece a landmark without a name.
 */
export function watchWideBlocks(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const isWide = target.scrollWidth > target.clientWidth;
      setOrRemove(target, 'tabindex', isWide ? '0' : undefined);
      if (target.matches('pre')) setOrRemove(target, 'role', isWide ? 'group' : undefined);
    }
  });
  const blocks = document.querySelectorAll('.sl-markdown-content :is(table, .expressive-code pre)');
  for (const block of blocks) observer.observe(block);
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
