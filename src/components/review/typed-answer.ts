import type { CardKind } from '../../format/deck.ts';
import { ALIAS_DIVIDER } from '../../format/term-html.ts';
import { plainText } from '../../search/plain-text.ts';

/** A stretch of a typed answer beside the expected one. */
export interface DiffPart {
  readonly type: 'same' | 'missing' | 'extra';
  readonly text: string;
}

/**
 * What may be typed for a card's answer, the first being the one that is shown: the term or one of its aliases, the text
 * of a cloze, or an answer of a few words. Empty where the answer is too long to type.
 */
export function expectedAnswers(kind: CardKind, back: string): readonly string[] {
  if (kind === 'cloze')
    return short([...back.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, text = '']) => text).slice(0, 1));
  const blocks = [...back.matchAll(/<p([^>]*)>(.*?)<\/p>/gs)];
  const isPlain = back.replace(/<p[^>]*>.*?<\/p>/gs, '').trim() === '';
  const [answer, ...rest] = blocks.map(([, attributes = '', html = '']) => ({ attributes, html }));
  const aliases = rest.filter(({ attributes }) => attributes.includes('recall-aliases'));
  if (!answer || !isPlain || aliases.length !== rest.length) return [];
  return short([answer.html, ...aliases.flatMap(({ html }) => html.split(ALIAS_DIVIDER))]);
}

/** The accepted answer that is nearest to what was typed, and how the two differ. */
export function compareTyped(
  typed: string,
  expected: readonly string[],
): { readonly isRight: boolean; readonly parts: readonly DiffPart[] } {
  const written = [...typed.normalize('NFKC').trim()];
  const diffs = expected.map((answer) => orWhole(diff(written, [...answer.normalize('NFKC')])));
  const wrong = (parts: readonly DiffPart[]) =>
    parts.reduce((sum, { type, text }) => sum + (type === 'same' ? 0 : [...text].length), 0);
  const [best = []] = diffs.sort((a, b) => wrong(a) - wrong(b));
  return { isRight: wrong(best) === 0, parts: best };
}

/** A diff as one answer in place of another, where they have so little in common that its pieces say nothing. */
function orWhole(parts: readonly DiffPart[]): readonly DiffPart[] {
  const text = (...types: readonly DiffPart['type'][]) =>
    parts.flatMap((part) => (types.includes(part.type) ? part.text : [])).join('');
  const [same, typed, expected] = [text('same'), text('same', 'extra'), text('same', 'missing')];
  if (2 * [...same].length >= Math.min([...typed].length, [...expected].length)) return parts;
  return [
    { type: 'extra', text: typed },
    { type: 'missing', text: expected },
  ];
}

/** Letters alike but for their case are the same; the longest common subsequence decides what is. */
function diff(typed: readonly string[], expected: readonly string[]): DiffPart[] {
  const isSame = (i: number, j: number) => typed[i]?.toLowerCase() === expected[j]?.toLowerCase();
  const common: number[][] = Array.from({ length: typed.length + 1 }, () =>
    Array(expected.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = typed.length - 1; i >= 0; i -= 1)
    for (let j = expected.length - 1; j >= 0; j -= 1)
      (common[i] as number[])[j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: { type: DiffPart['type']; text: string }[] = [];
  const add = (type: DiffPart['type'], text = '') => {
    const last = parts.at(-1);
    if (last?.type === type) last.text += text;
    else parts.push({ type, text });
  };
  let [i, j] = [0, 0];
  while (i < typed.length || j < expected.length) {
    if (i < typed.length && j < expected.length && isSame(i, j)) {
      add('same', expected[j]);
      i += 1;
      j += 1;
    } else if (i < typed.length && (j >= expected.length || at(i + 1, j) >= at(i, j + 1))) {
      add('extra', typed[i]);
      i += 1;
    } else {
      add('missing', expected[j]);
      j += 1;
    }
  }
  return parts;
}

/** Answers as plain text, if they can be typed without a sentence. */
function short(answers: readonly string[]): readonly string[] {
  const texts = answers.map(plainText).filter(Boolean);
  return (texts[0]?.length ?? LONGEST + 1) > LONGEST ? [] : texts;
}

/** Letters of an answer that is still short. */
const LONGEST = 32;
