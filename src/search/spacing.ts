/**
 * A text in which every CJK character is a word of its own, by zero-width spaces: Pagefind then keeps the place of
 * each, so that a quoted run is found exactly where its characters stand side by side, whatever dictionary the
 * browser cuts words with.
 */
export function spaceCharacters(text: string): string {
  return text.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, '$&\u200b');
}

/** A CJK run as Pagefind's exact search takes it. */
export function toExactPhrase(run: string): string {
  return `"${[...run].join(' ')}"`;
}
