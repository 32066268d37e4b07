/**
 * Tables and code wider than the page scroll by themselves, and take the focus, so that keys scroll them, for as long as
 * they do. Code is a group then: Expressive Code, which comes later, would make each piece a landmark without a name.
 */
export function watchWideBlocks(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const isWide = target.scrollWidth > target.clientWidth;
      if (isWide) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
      if (target.matches('pre')) target.role = isWide ? 'group' : null;
    }
  });
  const blocks = document.querySelectorAll('.sl-markdown-content :is(table, .expressive-code pre)');
  for (const block of blocks) observer.observe(block);
}
