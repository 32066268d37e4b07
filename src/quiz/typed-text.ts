/**
 * A typed answer as it is compared: width and compatibility forms (NFKC), case, spaces, hyphens and punctuation make
 * no difference. What tells numbers apart stays: `1.2` is not `12`, `-1` is not `1`. Simplified and traditional
 * characters differ, unless the author accepts both.
 */
export function normalizeTyped(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    // The minus sign proper, which few keyboards have.
    .replaceAll('\u2212', '-')
    .trim();
  const bare = plain.replace(/[\p{P}\s]/gu, (sign, place: number) =>
    tellsNumbersApart(sign, plain[place - 1] ?? ' ', plain[place + 1] ?? ' ') ? sign : '',
  );
  // An answer made of punctuation alone is compared as it is.
  return bare || plain.replace(/\s/g, '');
}

/** The point, colon or stroke within a number, and the sign before one. */
function tellsNumbersApart(sign: string, before: string, after: string): boolean {
  if (!/\d/.test(after)) return false;
  return /[.:/]/.test(sign) ? /\d/.test(before) : sign === '-' && /\s/.test(before);
}
