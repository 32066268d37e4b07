import type { ChoiceText } from '../../format/question.ts';
import { mentions, overlap, plainWords } from '../plain-words.ts';
import type { QuestionDraft } from './draft.ts';
import { haveOneKey } from './fact-proof.ts';
import { type NameIndex, nameKey, type PlainTerm } from './plain-term.ts';

/**
 * Whether the definition in a question belongs to exactly one option, the marked one, in every locale. It knows
 * nothing of how the question was made: it reads the texts and looks them up among all terms that may be meant.
 */
export function isProvedByTerms(draft: QuestionDraft, terms: NameIndex): boolean {
  const texts = [...draft.texts];
  return (
    texts.length > 0 &&
    haveOneKey(texts.map(([, { authored }]) => authored)) &&
    texts.every(([locale, { authored }]) => authored.kind === 'choice' && isProved(authored, locale, terms))
  );
}

function isProved({ stem, options }: ChoiceText, locale: string, terms: NameIndex): boolean {
  const stemWords = plainWords(stem);
  const meant = options.map(({ text }) => {
    const named = terms.get(nameKey(locale, plainWords(text))) ?? [];
    return { isDefined: named.some((term) => definitionIn(term, locale) === stemWords), named };
  });
  const right = meant.flatMap(({ isDefined, named }) => (isDefined ? named : []));
  const [key] = right;
  if (key === undefined || right.length !== 1 || options.length < 3) return false;
  const names = options.map(({ text }) => plainWords(text));
  if (new Set(names).size !== names.length) return false;
  return options.every(({ correct }, index) => {
    if (correct !== (meant[index]?.isDefined === true)) return false;
    return correct || (meant[index]?.named ?? []).every((other) => !mayBeMeant(other, key, stemWords));
  });
}

/** Whether a term might pass for the key: by a name in common, or because one is explained by the other. */
function mayBeMeant(other: PlainTerm, key: PlainTerm, stem: string): boolean {
  return other.allNames.some(
    (name) =>
      mentions(stem, name) ||
      key.allNames.some(
        (own) => overlap(name, own) || other.definitions.some((definition) => mentions(definition, own)),
      ),
  );
}

function definitionIn({ locales, definitions }: PlainTerm, locale: string): string | undefined {
  return definitions[locales.indexOf(locale)];
}
