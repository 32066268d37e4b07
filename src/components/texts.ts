import { PREFIX } from '../format/prefix.ts';
import type { StringFamily, StringKey } from '../format/strings.ts';

/** Reads the interface texts of one language. */
export interface Texts {
  /** The text of a key, with `{{name}}` filled in from `values`. */
  (key: StringKey, values?: Readonly<Record<string, string | number>>): string;
  /** The plural form of `key_one` and `key_other` that fits `count`. */
  count(key: PluralKey, count: number, values?: Readonly<Record<string, string | number>>): string;
}

/** A key that has the forms `_one` and `_other`. */
export type PluralKey = StringKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** Creates texts from a table of `<prefix>.<key>` entries, as Starlight gives them. A missing text shows its key. */
export function createTexts(table: Readonly<Record<string, string>>, language: string): Texts {
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (table[`${PREFIX}.${key}`] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  return Object.assign(text, {
    count: (key: PluralKey, count: number, values = {}) => {
      const form = `${key}_${rulesOf(language).select(count)}`;
      return text(`${PREFIX}.${form}` in table ? form : `${key}_other`, { ...values, count });
    },
  });
}

/** Kept by language: a build makes texts for several parts of each page, and rules take longer than all the rest. */
function rulesOf(language: string): Intl.PluralRules {
  const rules = RULES.get(language) ?? new Intl.PluralRules(language);
  RULES.set(language, rules);
  return rules;
}

const RULES = new Map<string, Intl.PluralRules>();

/** The engine's own texts among all that a page knows; of these the given families only, to be handed to the browser. */
export function selectTexts(
  all: Readonly<Record<string, unknown>>,
  families?: readonly StringFamily[],
): Readonly<Record<string, string>> {
  // Every page of a language hands over the same table, so it is gone through once for all of them.
  const known = SELECTED.get(all) ?? new Map<string, Record<string, string>>();
  SELECTED.set(all, known);
  const name = families?.join(' ') ?? '';
  const selected = known.get(name) ?? select(all, families);
  known.set(name, selected);
  return selected;
}

const SELECTED = new WeakMap<object, Map<string, Record<string, string>>>();

function select(
  all: Readonly<Record<string, unknown>>,
  families?: readonly StringFamily[],
): Record<string, string> {
  const isWanted = (key: string) =>
    families?.some((family) => isOfFamily(key.slice(PREFIX.length + 1), family)) ?? true;
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) =>
      key.startsWith(`${PREFIX}.`) && typeof text === 'string' && isWanted(key) ? [[key, text]] : [],
    ),
  );
}

/** Whether a key, of a plural its stem, belongs to a family of texts. */
export function isOfFamily(key: string, family: string): boolean {
  return (
    key === family || key.startsWith(`${family}.`) || key === `${family}_one` || key === `${family}_other`
  );
}
