import { type CborReader, createCborReader } from './cbor.ts';

/** The table of contents of the index of one language: `pagefind.<hash>.pf_meta`. */
export interface IndexTable {
  /** Hash and number of words of each page, by its number. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  /** The chunks, each with the start of its first word, in the order of the words. */
  readonly chunks: readonly { readonly from: string; readonly hash: string }[];
  readonly filters: ReadonlyMap<string, string>;
}

/** Where a word stands on a page. */
export interface Posting {
  readonly page: number;
  /** Place and weight of each time, by turns. */
  readonly places: readonly number[];
}

/** Reads `pf_meta`. All readers throw an Error for what Pagefind 1.6 does not write. */
export function readTable(file: Uint8Array): IndexTable {
  const reader = open(file);
  return reader.record(4, () => {
    reader.text();
    const pages = reader.list(() =>
      reader.record(2, () => ({ hash: reader.text(), words: reader.integer() })),
    );
    const chunks = reader.list(() =>
      reader.record(3, () => {
        const from = reader.text();
        reader.text();
        return { from, hash: reader.text() };
      }),
    );
    const filters = reader.list(() =>
      reader.record(2, (): [string, string] => [reader.text(), reader.text()]),
    );
    return { pages, chunks, filters: new Map(filters) };
  });
}

/** A word of the index with the pages that have it. */
export interface IndexWord {
  readonly word: string;
  readonly postings: readonly Posting[];
}

/**
 * Reads from a `pf_index` the words that begin with a start, in their order, which is that of their bytes. The others
 * are passed over, which is quicker.
 */
export function readWords(file: Uint8Array, start: string): IndexWord[] {
  const reader = open(file);
  const wanted = new TextEncoder().encode(start);
  const words: IndexWord[] = [];
  const read = () => {
    const order = reader.orderTo(wanted);
    if (order === 0) words.push(readWord(reader));
    else reader.skip(3);
    return order;
  };
  reader.length();
  for (let left = reader.length(); left > 0; left--) if (reader.record(3, read) > 0) break;
  return words;
}

function readWord(reader: CborReader): IndexWord {
  const word = reader.text();
  const postings = readPostings(reader);
  // The same letters under other marks: one word to us.
  const variants = reader.list(() =>
    reader.record(2, () => {
      reader.text();
      return readPostings(reader);
    }),
  );
  return { word, postings: [...postings, ...variants.flat()] };
}

/** Reads `pf_filter`: the pages of each value. */
export function readFilter(file: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const reader = open(file);
  return reader.record(2, () => {
    reader.text();
    const readValue = (): [string, number[]] => [reader.text(), reader.list(reader.integer)];
    return new Map(reader.list(() => reader.record(2, readValue)));
  });
}

const SIGNATURE = 'pagefind_dcd';

function open(file: Uint8Array): CborReader {
  const signature = new TextDecoder().decode(file.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new Error('Inconsistent: a file of the index does not begin as one.');
  return createCborReader(file, SIGNATURE.length);
}

/** Pages are counted from the one before; a negative number says what the places after it weigh. */
function readPostings(reader: CborReader): Posting[] {
  let page = 0;
  const readPosting = () => {
    page += reader.integer();
    const places: number[] = [];
    let weight = UNSAID_WEIGHT;
    let place = 0;
    for (let left = reader.length(); left > 0; left--) {
      const number = reader.integer();
      if (number < 0) {
        weight = -1 - number;
        place = 0;
      } else {
        place += number;
        places.push(place, weight);
      }
    }
    return { page, places };
  };
  return reader.list(() => reader.record(2, readPosting));
}

/** What places weigh where nothing is said. */
const UNSAID_WEIGHT = 25;
