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
  const head = /^[a-z0-9]/.test(name) ? ' ' : '';
  const tails = /[a-z0-9]$/.test(name) ? [' ', 's ', 'es '] : [''];
  return tails.some((tail) => ` ${text} `.includes(head + name + tail));
}

/** Whether two plain texts are the same or one is part of the other, spaces or not. */
export function overlap(a: string, b: string): boolean {
  const [one, other] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  return one.includes(other) || other.includes(one);
}
