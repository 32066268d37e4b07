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

/** A {@link checksum} of texts that come one after the other. */
export function createChecksum(): { add(text: string): void; value(): string } {
  let crc = 0xffffffff;
  return {
    add(text) {
      crc = extend(crc, text);
    },
    value: () => ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(CHECKSUM_LENGTH, '0'),
  };
}

function extend(start: number, text: string): number {
  let crc = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ unit) & 0xff] ?? 0);
    // Without the high byte a unit above 0xff could change unseen.
    if (unit > 0xff) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (unit >>> 8)) & 0xff] ?? 0);
  }
  return crc;
}

const CHECKSUM_LENGTH = 8;

/** What each value of a byte adds to a CRC-32. */
export const CRC_TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
