const filter = document.getElementById('recall-glossary-filter');
const count = document.getElementById('recall-glossary-count');
const entries = [...document.querySelectorAll<HTMLElement>('#recall-glossary > div')].map((element) => ({
  element,
  text: fold(element.textContent ?? ''),
}));

filter?.addEventListener('input', (event) => {
  const words = fold((event.target as HTMLInputElement).value)
    .split(/\s+/)
    .filter(Boolean);
  let shown = 0;
  for (const { element, text } of entries) {
    const isShown = words.every((word) => text.includes(word));
    element.hidden = !isShown;
    if (isShown) shown++;
  }
  const form = shown === 1 ? count?.dataset['one'] : count?.dataset['other'];
  if (count && form) count.textContent = form.replace('{{count}}', String(shown));
});

/** Without differences of width, case and hyphens. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('-', ' ');
}
