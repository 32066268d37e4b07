/** Reads a file of the index value by value: the part of CBOR (RFC 8949) that Pagefind writes. */
export interface CborReader {
  /** Reads a list by reading each of its values. */
  list<T>(read: () => T): T[];
  /** Reads a list of unlike values: those that `read` wants, `count` from the first on, and over the others. */
  record<T>(count: number, read: () => T): T;
  /** Reads how many values follow in a list. */
  length(): number;
  integer(): number;
  text(): string;
  /** Whether the text that follows begins with these bytes (0), or stands before (-1) or behind (1) all that do. */
  orderTo(start: Uint8Array): -1 | 0 | 1;
  /** Passes over so many values. */
  skip(count: number): void;
}

/** A reader from a place on. Its methods throw an Error where the file holds something else. */
export function createCborReader(bytes: Uint8Array, start = 0): CborReader {
  const decoder = new TextDecoder();
  let at = start;
  let type = 0;
  const byte = (): number => {
    const next = bytes[at++];
    if (next === undefined) throw new Error(`Inconsistent: the index ends at byte ${at}.`);
    return next;
  };
  /** Reads the type of a value and its number: what it is, or how long. */
  const head = (): number => {
    const first = byte();
    type = first >> 5;
    const short = first & 31;
    if (short < 24) return short;
    const size = SIZES[short - 24];
    if (size === undefined) throw new Error(`Inconsistent: byte ${at - 1} of the index is ${first}.`);
    let number = 0;
    for (let rest = size; rest > 0; rest--) number = number * 256 + byte();
    return number;
  };
  const headOf = (wanted: number): number => {
    const number = head();
    if (type !== wanted) throw new Error(`Inconsistent: type ${type} before byte ${at} of the index.`);
    return number;
  };
  const length = () => headOf(LIST);
  const skip = (count: number) => {
    for (let rest = count; rest > 0; rest--) {
      const number = head();
      if (type === TEXT) at += number;
      else if (type === LIST) skip(number);
    }
  };
  const text = () => {
    const size = headOf(TEXT);
    at += size;
    return decoder.decode(bytes.subarray(at - size, at));
  };
  return {
    length,
    skip,
    text,
    list<T>(read: () => T) {
      const values: T[] = [];
      for (let rest = length(); rest > 0; rest--) values.push(read());
      return values;
    },
    record(count, read) {
      const found = length();
      if (found < count) throw new Error(`Inconsistent: ${found} values before byte ${at}, not ${count}.`);
      const value = read();
      skip(found - count);
      return value;
    },
    integer() {
      const number = head();
      if (type > NEGATIVE) throw new Error(`Inconsistent: no number before byte ${at} of the index.`);
      return type === NEGATIVE ? -1 - number : number;
    },
    orderTo(start) {
      const before = at;
      const end = headOf(TEXT) + at;
      let order: -1 | 0 | 1 = 0;
      for (let nth = 0; order === 0 && nth < start.length; nth++) {
        const own = at + nth < end ? (bytes[at + nth] ?? 0) : -1;
        const wanted = start[nth] ?? 0;
        if (own !== wanted) order = own < wanted ? -1 : 1;
      }
      at = before;
      return order;
    },
  };
}

const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;
const SIZES: readonly number[] = [1, 2, 4];
