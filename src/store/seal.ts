/** Puts the CRC-32 of an ASCII text in front of it, as 8 hex digits. */
export function seal(body: string): string {
  return checksum(body) + body;
}

/** The text behind its checksum; `undefined` if the two do not match. */
export function unseal(text: string): string | undefined {
  const body = text.slice(CHECKSUM_LENGTH);
  return text.slice(0, CHECKSUM_LENGTH) === checksum(body) ? body : undefined;
}

/** CRC-32 (IEEE 802.3, reflected) of a text's UTF-16 units, as 8 hex digits; for ASCII the usual CRC of its bytes. */
export function checksum(text: string): string {
  const sum = createChecksum();
  sum.add(text);
  return sum.value();
}

/**
 * The {@link checksum} of a part of a text. By the way it is copied to the same place of `bytes`, which are far faster to
 * read one by one: right for ASCII, of which all that we seal consists.
 */
export function checksumWithCopy(text: string, start: number, end: number, bytes: Uint8Array): string {
  return format(extend(EMPTY, text, start, end, bytes));
}

/** A {@link checksum} of texts that come one after the other. */
export function createChecksum(): { add(text: string): void; value(): string } {
  let crc = EMPTY;
  return {
    add(text) {
      crc = extend(crc, text, 0, text.length);
    },
    value: () => format(crc),
  };
}

function extend(sum: number, text: string, start: number, end: number, bytes?: Uint8Array): number {
  let crc = sum;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (bytes !== undefined) bytes[index] = unit;
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ unit) & 0xff] ?? 0);
    // Without the high byte a unit above 0xff could change unseen.
    if (unit > 0xff) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (unit >>> 8)) & 0xff] ?? 0);
  }
  return crc;
}

function format(crc: number): string {
  return (~crc >>> 0).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

const CHECKSUM_LENGTH = 8;

// A CRC begins with all bits set, which as a whole number of 32 bits is this.
const EMPTY = -1;

/** What each value of a byte adds to a CRC-32. */
export const CRC_TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
