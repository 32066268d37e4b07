import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findAbsolute } from '../../src/compile/wording.ts';
import { ROOT } from '../run.ts';

/** Sentences by locale. */
export type Sentences = Readonly<Record<string, readonly string[]>>;

/**
 * The sentences of the real course's paragraphs in one locale, so that made-up lessons read and index like real ones.
 * Without those that allow no exception: as options of a question they would give themselves away.
 */
export function readSentences(locale: string): readonly string[] {
  const folder = path.join(ROOT, 'content/docs', locale);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
  const sentences = files.flatMap((file) =>
    withoutBlocks(readFileSync(path.join(folder, file), 'utf8'))
      .filter((line) => /^[\p{Lu}\p{Script=Han}]/u.test(line))
      .flatMap((line) =>
        line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split(/(?<=[。？！])|(?<=[.?!]) (?=\p{Lu})/u),
      )
      .filter((sentence) => /[.。]$/.test(sentence) && !/[:<>{}[\]|=*]/.test(sentence))
      .filter((sentence) => findAbsolute(sentence) === undefined),
  );
  return [...new Set(sentences)];
}

/** The lines of a lesson outside its frontmatter, code and directives. */
function withoutBlocks(text: string): string[] {
  return text
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^```.*?^```$/gms, '')
    .replace(/^:::.*?^:::$/gms, '')
    .split('\n');
}
