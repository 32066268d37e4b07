/** Whether two words are one letter apart: one more, one less, one other, or two neighbours exchanged. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Whether two words of four letters or more have the same letters, two neighbours being exchanged. */
export function isExchanged(a: string, b: string): boolean {
  return (
    a.length > 3 &&
    a.length === b.length &&
    isOneEdit(a, b) &&
    [...a].sort().join('') === [...b].sort().join('')
  );
}

/** Share of the pairs of neighbouring letters that two words have in common, from 0 to 1 (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  const pairsOf = (word: string) =>
    new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}
