/** Lets the language selects open the same page in the chosen language. */
export function watchLanguageSelects(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('.recall-select--language select')) {
    select.addEventListener('change', () => location.assign(select.value));
    // A page that comes back from the browser's memory would name the language it was left for.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) select.value = select.querySelector<HTMLOptionElement>('[selected]')?.value ?? '';
    });
  }
}
