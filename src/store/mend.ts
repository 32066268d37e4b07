import { CRC_TABLE } from './seal.ts';

/**
 * The ASCII texts that differ from a damaged one in one character and have this CRC-32 (8 hex digits): mostly one if a
 * single character was changed, none otherwise. A checksum of their parts has to tell whether one can be believed.
 */
export function mendText(text: string, checksum: string): readonly string[] {
  const before = statesBefore(text);
  const mended: string[] = [];
  // From the end, with the state that the checksum wants after each character.
  let wanted = ~Number.parseInt(checksum, 16) >>> 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const state = before[index] ?? 0;
    const entry = entryOf(wanted);
    const unit = (entry ^ state) & 0xff;
    const leadsThere = ((state >>> 8) ^ (CRC_TABLE[entry] ?? 0)) >>> 0 === wanted;
    if (leadsThere && isAscii(unit) && unit !== text.charCodeAt(index)) {
      mended.push(text.slice(0, index) + String.fromCharCode(unit) + text.slice(index + 1));
    }
    wanted = (((wanted ^ (CRC_TABLE[entry] ?? 0)) << 8) | (entry ^ (text.charCodeAt(index) & 0xff))) >>> 0;
  }
  return mended;
}

/** The state of the CRC before each character; right up to the first that is not ASCII, which suffices. */
function statesBefore(text: string): Uint32Array {
  const states = new Uint32Array(text.length);
  let state = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    states[index] = state;
    state = (state >>> 8) ^ (CRC_TABLE[(state ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return states;
}

// The highest bytes of the table's entries are all different, so that of a state names the entry that it came by.
let entries: Uint8Array | undefined;

function entryOf(state: number): number {
  if (entries === undefined) {
    entries = new Uint8Array(256);
    for (const [index, entry] of CRC_TABLE.entries()) entries[entry >>> 24] = index;
  }
  return entries[state >>> 24] ?? 0;
}

function isAscii(unit: number): boolean {
  return unit === 10 || (unit >= 32 && unit <= 126);
}
