import type { Locale } from '../format/locale.ts';

/** Words of cards and questions that the compiler makes itself. `{name}` is filled in; all are Markdown. */
export interface Phrases {
  readonly yes: string;
  readonly no: string;
  /** Between the values of a list. */
  readonly comma: string;
  /** Between the clauses of a sentence. */
  readonly semicolon: string;
  readonly noted: string;
  readonly asOf: string;
  readonly rowValue: string;
  readonly byColumn: string;
  readonly heldBy: string;
  readonly whichTerm: string;
  readonly oddOneOut: string;
  readonly match: string;
}

/** The phrases of a locale's language; English where there are none. */
export function phrasesOf(locale: Locale): Phrases {
  return PHRASES[locale.split('-')[0] ?? ''] ?? ENGLISH;
}

/** A template with its placeholders filled; what it does not name stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

const ENGLISH: Phrases = {
  yes: 'yes',
  no: 'no',
  comma: ', ',
  semicolon: '; ',
  noted: '{value} ({note})',
  asOf: 'As of {date}',
  rowValue: '{row}: {value}',
  byColumn: '{column} — {cells}',
  heldBy: 'This is so for {rows}.',
  whichTerm: 'Which term is this?',
  oddOneOut: 'All but one of these agree on “{column}”. Which one is **different**?',
  match: '{rowLabel} and “{column}”: match the pairs.',
};

const CHINESE: Phrases = {
  yes: '是',
  no: '否',
  comma: '、',
  semicolon: '；',
  noted: '{value}（{note}）',
  asOf: '截至 {date}',
  rowValue: '{row}：{value}',
  byColumn: '{column}——{cells}',
  heldBy: '这说的是：{rows}。',
  whichTerm: '这是哪个术语？',
  oddOneOut: '在“{column}”这一点上，有一项与其余各项**不同**。是哪一项？',
  match: '{rowLabel}与“{column}”：把对应的配成对。',
};

const PHRASES: Readonly<Record<string, Phrases>> = { en: ENGLISH, zh: CHINESE };
