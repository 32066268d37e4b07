/** A size for people, in the units that systems show (1 MB = 10⁶ bytes), with a digit that means something. */
export function formatSize(bytes: number, language: string): string {
  const [divisor, unit] = UNITS.find(([from]) => bytes >= from) ?? [1, 'byte'];
  const value = bytes / divisor;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 && divisor > 1 ? 1 : 0,
  }).format(value);
}

const UNITS: readonly (readonly [number, string])[] = [
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [1e3, 'kilobyte'],
];
