/** Puts copies of the header's selects into the menu of a phone, where the header has no room for them. */
export function copySelects(): void {
  const menu = document.querySelector('.recall-preferences');
  if (!menu) return;
  for (const select of document.querySelectorAll('.header .recall-select'))
    menu.append(select.cloneNode(true));
  // A copy of a select shows its first state.
  window.StarlightThemeProvider.updatePickers();
}
