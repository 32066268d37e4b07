/** Tables wider than the page scroll by themselves, and take the focus, so that keys scroll them, for as long as they do. */
export function watchWideTables(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const table of document.querySelectorAll('.sl-markdown-content table')) observer.observe(table);
}
