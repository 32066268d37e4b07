/** A text for comparing: width, case, white space, tags and punctuation do not count. */
export function plainWords(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu, ' ')
    .trim();
}

/**
 * Whether one plain text names another one: as whole words, also in the plural, or anywhere for scripts without
 * spaces.
 */
export function mentions(text: string, name: string): boolean {
  if (name === '') return false;
  const beginsWord = /^[a-z0-9]/.test(name);
  const endsWord = /[a-z0-9]$/.test(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (beginsWord && at > 0 && text[at - 1] !== ' ') continue;
    if (!endsWord || isWordEnd(text, at + name.length)) return true;
  }
  return false;
}

/** Whether a word may end here: at a space or the end of the text, or before a plural ending and one of these. */
function isWordEnd(text: string, at: number): boolean {
  return ['', 's', 'es'].some((ending) => {
    const end = at + ending.length;
    return text.startsWith(ending, at) && (end === text.length || text[end] === ' ');
  });
}

/** Whether two plain texts are the same or one is part of the other, spaces or not. */
export function overlap(a: string, b: string): boolean {
  const [one, other] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  return one.includes(other) || other.includes(one);
}
