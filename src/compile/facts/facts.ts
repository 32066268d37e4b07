import type { Card, Deck } from '../../format/deck.ts';
import type { FactTable } from '../../format/facts.ts';
import type { Issue } from '../../format/issue.ts';
import type { Question } from '../../format/question.ts';
import type { Document } from '../document.ts';
import { generateFromFacts } from '../generate/generate.ts';
import { compare, createIssue, formatPlace, type Place } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { createInlineRenderer } from '../render-inline.ts';
import type { CourseSource } from '../source.ts';
import { toFacts } from './fact-deck.ts';
import type { AuthoredTable } from './fact-table.ts';
import { checkFactsEmbeds } from './facts-embeds.ts';
import { createFactParser, factTableId } from './parse-fact-table.ts';

/** What the fact tables of a course give to its deck, in course order, and the mistakes in them. */
export interface CompiledFacts {
  readonly facts: readonly FactTable[];
  readonly cards: readonly Card[];
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
}

/** An id that stands elsewhere in the course, with its place. */
export interface TakenId {
  readonly id: string;
  place(): Place;
}

/** Compiles the fact tables of a course. A table with an unknown lesson or a taken id gives nothing. */
export function compileFacts(
  { files, locales, base }: CourseSource,
  modules: Deck['modules'],
  documents: readonly Document[],
  taken: readonly TakenId[],
): CompiledFacts {
  const lessons = modules.flatMap((module) => module.lessons.map(({ id }) => id));
  const issues: Issue[] = [];
  const ids: string[] = [];
  const tables: AuthoredTable[] = [];
  const parse = createFactParser(locales);
  for (const file of [...files].sort((a, b) => compare(a.path, b.path))) {
    const id = factTableId(file.path);
    if (id === undefined) continue;
    const parsed = parse(file, id);
    issues.push(...parsed.issues);
    const other = taken.find((candidate) => candidate.id === id);
    const isTwice = ids.includes(id);
    ids.push(id);
    if (parsed.table === undefined) continue;
    const own = checkTable(parsed.table, file.path, lessons, isTwice ? undefined : other);
    issues.push(...own);
    if (own.length === 0 && !isTwice) tables.push(parsed.table);
  }
  tables.sort((a, b) => lessons.indexOf(a.lesson) - lessons.indexOf(b.lesson));
  const compiled = tables.map((table) => {
    const renderers = new Map(
      locales.map((locale) => [locale, createInlineRenderer(base, `/${locale}/${table.lesson}/`)]),
    );
    const renderIn = (locale: string) => renderers.get(locale) ?? ((markdown: string) => markdown);
    return {
      ...toFacts(table, locales, renderIn),
      questions: generateFromFacts({ table, locales, renderIn }),
    };
  });
  return {
    facts: compiled.map(({ table }) => table),
    cards: compiled.flatMap(({ cards }) => cards),
    questions: compiled.flatMap(({ questions }) => questions),
    issues: [...issues, ...checkFactsEmbeds(documents, tables, ids)],
  };
}

function checkTable(
  { id, lesson, place }: AuthoredTable,
  file: string,
  lessons: readonly string[],
  other: TakenId | undefined,
): Issue[] {
  const issues: Issue[] = [];
  if (!lessons.includes(lesson)) {
    issues.push(createIssue('unknown-lesson', place, { lesson, near: nearest(lesson, lessons) }));
  }
  if (other !== undefined) {
    const top = { file, line: 1, column: 1 };
    const details = { id, other: formatPlace(other.place()), proposal: `${id}-facts` };
    issues.push(createIssue('duplicate-id', top, details));
  }
  return issues;
}
