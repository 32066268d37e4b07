import type { Response } from '../format/event.ts';
import { type DigitReader, readDigit, readNumber, readText, writeDigit, writeNumber } from './digits.ts';
import { isKeys, MAX_RESPONSE } from './field-forms.ts';

/** Writes an answer: a tag, and behind it the option keys or the typed text. */
export function writePackedResponse(response: Response): string {
  if ('truth' in response) return writeNumber(response.truth ? TRUE : FALSE);
  if ('text' in response) {
    const text = JSON.stringify(response.text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return writeNumber(TEXT) + writeNumber(text.length) + text;
  }
  const { keys } = response;
  const isHex = keys.every((key) => HEX_KEY.test(key));
  if (isHex) return writeNumber(HEX_KEYS + 2 * keys.length) + keys.map(writeHex).join('');
  const text = keys.join(',');
  return writeNumber(KEYS) + writeNumber(text.length) + text;
}

/** Reads {@link writePackedResponse}. */
export function readPackedResponse(reader: DigitReader): Response | undefined {
  const tag = readNumber(reader);
  if (tag === TRUE || tag === FALSE) return { truth: tag === TRUE };
  if (tag === TEXT) return parseText(readText(reader, readNumber(reader)));
  if (tag === KEYS) {
    const keys = readText(reader, readNumber(reader)).split(',');
    return isKeys(keys) ? { keys } : undefined;
  }
  const count = (tag - HEX_KEYS) / 2;
  if (!(count >= 0 && count <= 64 && Number.isInteger(count))) return undefined;
  // Made as long as it will be: an array that grows takes room for 17 keys, in every answer that was ever packed.
  const keys = new Array<string>(count);
  for (let index = 0; index < count; index += 1) {
    const value = readDigit(reader) * 4096 + readDigit(reader) * 64 + readDigit(reader);
    if (!(value < 0x10000)) return undefined;
    keys[index] = `${HEX_PAIRS[value >> 8]}${HEX_PAIRS[value & 0xff]}`;
  }
  return { keys };
}

// Tags are stored: they never change.
const FALSE = 0;
const TRUE = 1;
const TEXT = 2;
const KEYS = 4;
const HEX_KEYS = 6;

const HEX_PAIRS: readonly string[] = Array.from({ length: 256 }, (_, value) =>
  value.toString(16).padStart(2, '0'),
);

const HEX_KEY = /^[0-9a-f]{4}$/;

function writeHex(key: string): string {
  const value = Number.parseInt(key, 16);
  return writeDigit(value >> 12) + writeDigit((value >> 6) & 63) + writeDigit(value & 63);
}

function parseText(escaped: string): Response | undefined {
  try {
    const text: unknown = JSON.parse(`"${escaped}"`);
    return typeof text === 'string' && text.length <= MAX_RESPONSE ? { text } : undefined;
  } catch {
    return undefined;
  }
}
