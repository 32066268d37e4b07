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
  // Nearly all of a text stays as it is, and calls for each character would take most of a build's search step.
  const changing = new RegExp(`[^\\u0000-\\u007f\\u4e00-\\u9fff]|[${[...variants.keys()].join('')}]`, 'gu');
  return {
    fold: (text) => text.normalize('NFC').replace(changing, foldCharacter).toLowerCase(),
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
