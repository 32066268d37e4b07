import type { EventId, WriterId } from '../format/id.ts';
import { startOfEventId, TIME_DIGITS } from './event-id.ts';

/** Event ids that are written one after the other and then cut from one text: a fourth of the memory and time. */
export interface IdBlock {
  /** Writes the id of a writer's event; the times and numbers of one writer mostly lie close together. */
  add(at: number, writer: WriterId, seq: number): void;
  /** Gives the ids since the last time, in order. */
  take(): readonly EventId[];
}

/** A block without ids. */
export function createIdBlock(): IdBlock {
  let bytes = new Uint8Array(16 * 1024);
  let length = 0;
  const ends: number[] = [];
  let epoch = Number.NaN;
  let start = '';
  let lastWriter = '';
  let middle = '';

  function write(text: string): void {
    for (let index = 0; index < text.length; index += 1) bytes[length + index] = text.charCodeAt(index);
    length += text.length;
  }

  function writeFourDigits(value: number): void {
    const high = Math.floor(value / PAIR);
    const low = value % PAIR;
    bytes[length] = DIGITS.charCodeAt(Math.floor(high / BASE));
    bytes[length + 1] = DIGITS.charCodeAt(high % BASE);
    bytes[length + 2] = DIGITS.charCodeAt(Math.floor(low / BASE));
    bytes[length + 3] = DIGITS.charCodeAt(low % BASE);
    length += 4;
  }

  return {
    add(at, writer, seq) {
      if (length + MAX_ID > bytes.length) {
        const grown = new Uint8Array(2 * bytes.length);
        grown.set(bytes);
        bytes = grown;
      }
      const low = at % EPOCH;
      if (at - low !== epoch) {
        epoch = at - low;
        start = startOfEventId(at).slice(0, TIME_DIGITS - 4);
      }
      if (writer !== lastWriter) {
        lastWriter = writer;
        middle = `-${writer}-`;
      }
      write(start);
      writeFourDigits(low);
      write(middle);
      if (seq < EPOCH) writeFourDigits(seq);
      else write(seq.toString(BASE));
      ends.push(length);
    },
    take() {
      const text = DECODER.decode(bytes.subarray(0, length));
      let from = 0;
      const ids = ends.map((end) => {
        const id = text.slice(from, end) as EventId;
        from = end;
        return id;
      });
      ends.length = 0;
      length = 0;
      return ids;
    },
  };
}

const BASE = 36;
const PAIR = BASE ** 2;
// Four digits: some 28 minutes in ms.
const EPOCH = BASE ** 4;
// 9 digits of time, 16 of the writer, 11 of the number and 2 hyphens.
const MAX_ID = 38;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const DECODER = new TextDecoder();
