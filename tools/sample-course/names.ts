const SYLLABLES = [
  'ba',
  'dor',
  'fen',
  'gil',
  'hux',
  'jom',
  'kel',
  'lat',
  'mir',
  'nop',
  'pra',
  'quo',
  'ras',
  'sev',
  'tul',
  'vix',
];
const CHARACTERS = [...'岚砚榆岬琮笙蕨鹭檀柚翎岫珏荻篁澜'];

/** The name of term `number` in a locale: made up, so that it stands nowhere in the prose by accident. */
export function termName(locale: string, number: number): string {
  const digits = toDigits(number);
  if (locale === 'zh') return `${digits.map((digit) => CHARACTERS[digit]).join('')}队列`;
  const word = digits.map((digit) => SYLLABLES[digit]).join('');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} queue`;
}

/** Four digits to the base 16. */
function toDigits(number: number): number[] {
  return [12, 8, 4, 0].map((shift) => (number >> shift) & 15);
}
