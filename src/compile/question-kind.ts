import { z } from 'zod';
import type { Locale } from '../format/locale.ts';
import type { QuestionText } from '../format/question.ts';
import { revisionShape, textsSchema } from './facts/fact-schema.ts';
import type { IssueCode, IssueDetails } from './issues/registry.ts';
import type { LocalizedRevision } from './revision.ts';

/** One kind of question: what an author writes of it, and what becomes of that. */
export interface QuestionKindSpec<Source, Text extends QuestionText> {
  /** The shape of such a question in a file; its error messages say what is expected. */
  schema(locales: readonly Locale[]): z.ZodType<Source>;
  /** Reports what the shape cannot say: no right answer, options that are alike. */
  check(source: Source, report: Report, locales: readonly Locale[]): void;
  /** The question in one locale. */
  text(source: Source, context: TextContext): Text;
}

/** Texts of one thing by locale, as authored. */
export type AuthoredTexts = Readonly<Record<Locale, string>>;

/** Reports an issue at a path within the question. */
export type Report = <Code extends IssueCode>(
  code: Code,
  path: readonly PropertyKey[],
  details: IssueDetails[Code],
) => void;

/** What a question's text in one locale is made with. */
export interface TextContext {
  readonly locale: Locale;
  /** Whose texts the keys of options are made of. */
  readonly keyLocale: Locale;
  /** HTML of a text in inline Markdown. */
  render(markdown: string): string;
}

/** The keys that every kind has. */
export function baseShape(locales: readonly Locale[]) {
  const texts = textsSchema(locales);
  const hints = z.array(texts, { error: 'a list of hints, each with its text in each language' });
  return {
    id: z
      .string({ error: 'an id of its own, such as `<topic>-q-<words>`, which never changes again' })
      .meta({ pattern: ID_PATTERN, description: 'Unique in the site and permanent: history depends on it.' }),
    ...revisionShape(locales),
    tests: z
      .string({ error: 'the id of the term or card of the lesson that it tests' })
      .describe('Id of the term or card of the lesson whose knowledge it tests.'),
    stem: texts,
    hints: hints.optional().describe('Shown one by one on demand, the gentlest first.'),
    explanation: texts.describe('Why the answer is right, in one to three sentences.'),
  };
}

/** The parts of a question that every kind shows alike. */
export function baseText(
  { stem, hints, explanation }: Pick<QuestionBase, 'stem' | 'hints' | 'explanation'>,
  { locale, render }: TextContext,
): Pick<QuestionText, 'stem' | 'hints' | 'explanation'> {
  return {
    stem: render(stem[locale] ?? ''),
    hints: (hints ?? []).map((hint) => render(hint[locale] ?? '')),
    explanation: render(explanation[locale] ?? ''),
  };
}

/** What the base of every kind is parsed to. */
export interface QuestionBase extends LocalizedRevision {
  readonly id: string;
  readonly tests: string;
  readonly stem: AuthoredTexts;
  readonly hints?: readonly AuthoredTexts[] | undefined;
  readonly explanation: AuthoredTexts;
}

const ID_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
