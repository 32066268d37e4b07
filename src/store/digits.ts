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
  if (value >>> 0 === value) return value & 1 ? -(value >>> 1) - 1 : value >>> 1;
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Reads what {@link writeNumber} wrote, one number after the other. Whatever is no digit, or missing, is `NaN`. */
export interface DigitReader {
  readonly text: string;
  /** The text's units. */
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Where reading has come to. */
  at: number;
}

/** A reader of a part of an ASCII text, whose units stand at the same places of `bytes`. */
export function createDigitReader(
  text: string,
  bytes: Uint8Array,
  start = 0,
  end: number = text.length,
): DigitReader {
  return { text, bytes, end, at: start };
}

/** Reads one digit of 6 bits. */
export function readDigit(reader: DigitReader): number {
  const { bytes, end, at } = reader;
  reader.at = at + 1;
  const value = at < end ? (VALUES[bytes[at] ?? 0] ?? INVALID) : INVALID;
  return value === INVALID ? Number.NaN : value;
}

/** Reads one number. */
export function readNumber(reader: DigitReader): number {
  const { bytes, end } = reader;
  let value = 0;
  let { at } = reader;
  // Nearly all numbers are this short, and whole numbers of 30 bits are what engines are fastest with.
  for (let shift = 0; shift < 30 && at < end; shift += 5) {
    const digit = VALUES[bytes[at] ?? 0] ?? INVALID;
    at += 1;
    if (digit < GROUP) {
      reader.at = at;
      return value | (digit << shift);
    }
    if (digit === INVALID) break;
    value |= (digit - GROUP) << shift;
  }
  return readLong(reader);
}

function readLong(reader: DigitReader): number {
  let value = 0;
  for (let scale = 1; scale <= LARGEST_SCALE; scale *= GROUP) {
    const next = readDigit(reader);
    if (!(next >= GROUP)) return value + next * scale;
    value += (next - GROUP) * scale;
  }
  return Number.NaN;
}

/** Reads so many characters as they are. */
export function readText(reader: DigitReader, length: number): string {
  const { at } = reader;
  reader.at = at + length;
  return reader.text.slice(at, reader.at);
}

/** The digit of a value below 64. */
export function writeDigit(value: number): string {
  return DIGITS.charAt(value);
}

const GROUP = 32;

const LARGEST_SCALE = 32 ** 10;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

const INVALID = 255;

const VALUES: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = DIGITS.indexOf(String.fromCharCode(code));
  return value < 0 ? INVALID : value;
});
