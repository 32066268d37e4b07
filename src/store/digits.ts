/** Writes whole numbers from 0 as digits of 5 bits, the lowest first; every digit but the last is marked. */
export function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  while (rest >= GROUP) {
    text += DIGITS.charAt(GROUP + (rest % GROUP));
    rest = Math.floor(rest / GROUP);
  }
  return text + DIGITS.charAt(rest);
}

/** Folds the sign into the lowest bit, so that small negative numbers stay short. */
export function foldSign(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The inverse of {@link foldSign}. */
export function unfoldSign(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Reads what {@link writeNumber} wrote, one number after the other. */
export interface DigitReader {
  /** One digit of 6 bits. */
  digit(): number;
  number(): number;
  /** So many characters as they are. */
  text(length: number): string;
  atEnd(): boolean;
}

/** A reader from the start of a text. Whatever is no digit, or missing, is read as `NaN`. */
export function createDigitReader(text: string, start = 0): DigitReader {
  let at = start;
  const digit = () => {
    const value = VALUES[text.charCodeAt(at)] ?? INVALID;
    at += 1;
    return value === INVALID ? Number.NaN : value;
  };
  return {
    digit,
    number() {
      let value = 0;
      for (let scale = 1; scale <= LARGEST_SCALE; scale *= GROUP) {
        const next = digit();
        if (!(next >= GROUP)) return value + next * scale;
        value += (next - GROUP) * scale;
      }
      return Number.NaN;
    },
    text(length) {
      const found = text.slice(at, at + length);
      at += length;
      return found;
    },
    atEnd: () => at >= text.length,
  };
}

/** The digit of a value below 64. */
export function writeDigit(value: number): string {
  return DIGITS.charAt(value);
}

const GROUP = 32;

const LARGEST_SCALE = 32 ** 10;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

const INVALID = 255;

const VALUES: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = DIGITS.indexOf(String.fromCharCode(code));
  return value < 0 ? INVALID : value;
});
