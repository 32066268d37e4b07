/** Reads letters as the search compares them: without differences of width, case, accent and script variant. */
export interface Folder {
  fold(text: string): string;
  /** The same, with the place in `text` (UTF-16 units) from which each unit of the result comes. */
  foldWithPlaces(text: string): { readonly text: string; readonly places: readonly number[] };
}

/** Creates a folder; `pairs` are characters each followed by the one it is read as. */
export function createFolder(pairs: string): Folder {
  const variants = new Map<string, string>();
  const characters = [...pairs];
  for (let at = 0; at + 1 < characters.length; at += 2) {
    variants.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  const foldCharacter = (character: string) => {
    // Nearly all characters of a text, and normalizing is slow.
    if (character < '\u0080') return character.toLowerCase();
    if (character >= '\u4e00' && character <= '\u9fff') return variants.get(character) ?? character;
    const plain = character
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
    return variants.get(plain) ?? plain;
  };
  return {
    fold: (text) => Array.from(text.normalize('NFC'), foldCharacter).join(''),
    foldWithPlaces(text) {
      let folded = '';
      const places: number[] = [];
      let at = 0;
      for (const character of text) {
        const plain = foldCharacter(character);
        for (let unit = 0; unit < plain.length; unit++) places.push(at);
        folded += plain;
        at += character.length;
      }
      return { text: folded, places };
    },
  };
}
