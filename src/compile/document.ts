import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { Issue } from '../format/issue.ts';
import { anchorsOf } from './anchors.ts';
import { checkDirectives } from './directives.ts';
import { readFactsEmbed } from './facts/facts-embed.ts';
import { readFigureEmbed } from './figures/figure-embed.ts';
import { EMPTY_FRONTMATTER, type Frontmatter, parseFrontmatter, type RequiredKey } from './frontmatter.ts';
import { createIssue, type Place, placeOf } from './issue.ts';
import { type LinkMark, readLinks } from './link.ts';
import type { FoundNotes, NamelessNote, Note } from './note.ts';
import { slugify } from './note-id.ts';
import { countFigures, measureProse } from './prose.ts';
import { readQuizEmbed } from './quiz.ts';
import { readNotes } from './read-notes.ts';
import { linksInWas } from './revision.ts';
import { isPathSegment, type Location, type SourceFile } from './source.ts';
import { readSources } from './sources.ts';
import { endOf, type NodeOf, startOf, type Visit, walk } from './tree.ts';

/** One parsed file. It depends on nothing but the file, so it may be kept until the file changes. */
export interface Document {
  readonly path: string;
  readonly location: Location;
  readonly frontmatter: Frontmatter;
  /** Terms and cards in the order of the text; none outside lessons. */
  readonly notes: readonly Note[];
  readonly nameless: readonly NamelessNote[];
  /** Its `::quiz` lines. */
  readonly quizzes: readonly { readonly id: string | undefined; readonly place: Place }[];
  /** Its `::facts` lines. */
  readonly facts: readonly { readonly id: string | undefined; readonly place: Place }[];
  /** Its `::figure` lines. */
  readonly figures: readonly { readonly id: string | undefined; readonly place: Place }[];
  /** Markdown of the file's link definitions. */
  readonly definitions: string;
  readonly links: readonly LinkMark[];
  /** What a link `#…` to this page can name; not known of a text that could not be parsed. */
  readonly anchors: ReadonlySet<string> | undefined;
  /** Of the prose, without cards and sources: characters of a script without spaces, and words of others. */
  readonly length: number;
  /** How many figures of any kind it shows. */
  readonly figureCount: number;
  /** `false` if the text could not be parsed, so that what it lacks says nothing. */
  readonly isReadable: boolean;
  readonly issues: readonly Issue[];
}

/** Parses one file and reports its mistakes; never throws. */
export function parseDocument(file: SourceFile, location: Location): Document {
  const { path } = file;
  // Positions would otherwise be off by one after the mark, and at every line for old line ends.
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const top = { file: path, line: 1, column: 1 };
  const unread = (issue: Issue): Document => ({ ...UNREAD, path, location, issues: [issue] });
  if (text.trim() === '') return unread(createIssue('empty-file', top, { bodyOnly: false }));

  try {
    return readDocument(text, path, location);
  } catch (error) {
    const { line, column, reason } = locateError(error);
    return unread(createIssue('unreadable-file', { file: path, line, column }, { reason }));
  }
}

/** Whether what a page lacks in its frontmatter is not due to a mistake that is reported already. */
export function hasReadFrontmatter({ isReadable, issues }: Document): boolean {
  return isReadable && !issues.some(({ code }) => code === 'invalid-frontmatter');
}

const FEATURES = { directive: true, definitionList: true, headingAttributes: true };
const UNREAD = {
  frontmatter: EMPTY_FRONTMATTER,
  notes: [],
  nameless: [],
  quizzes: [],
  facts: [],
  figures: [],
  definitions: '',
  links: [],
  anchors: undefined,
  length: 0,
  figureCount: 0,
  isReadable: false,
};
const REQUIRED: Readonly<Record<Location['kind'], readonly RequiredKey[]>> = {
  lesson: ['title', 'description'],
  module: ['title', 'description'],
  page: ['title'],
};

function readDocument(text: string, path: string, location: Location): Document {
  const parse = path.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  const root = parse(text, { features: FEATURES });
  const visits = walk(root);
  const yaml = visits.find(
    (visit): visit is Visit & { node: NodeOf<'yaml'> } => visit.node.type === 'yaml',
  )?.node;
  const { frontmatter, issues } = parseFrontmatter(yaml, path, REQUIRED[location.kind]);
  const found = readNotes(visits, text, path, lessonName(location));
  issues.push(...checkPath(path, location), ...checkDirectives(visits, text, path), ...found.issues);
  const isLesson = location.kind === 'lesson';
  if (isLesson) {
    issues.push(...checkBody(visits, found, path));
  } else {
    for (const { item, place } of [...found.notes, ...found.nameless]) {
      issues.push(createIssue('card-outside-lesson', place, { item }));
    }
  }
  return {
    path,
    location,
    frontmatter,
    notes: isLesson ? found.notes : [],
    nameless: isLesson ? found.nameless : [],
    quizzes: visits.flatMap(({ node }) => {
      const quiz = readQuizEmbed(node);
      return quiz === undefined ? [] : [{ id: quiz.id, place: placeOf(path, quiz.directive) }];
    }),
    facts: visits.flatMap(({ node }) => {
      const table = readFactsEmbed(node);
      return table === undefined ? [] : [{ id: table.id, place: placeOf(path, table.directive) }];
    }),
    figures: visits.flatMap(({ node }) => {
      const figure = readFigureEmbed(node);
      return figure === undefined ? [] : [{ id: figure.id, place: placeOf(path, figure.directive) }];
    }),
    definitions: definitionsOf(visits, text),
    links: [...readLinks(visits, path), ...found.notes.flatMap(linksInWas)],
    anchors: anchorsOf(visits, text),
    length: measureProse(root),
    figureCount: countFigures(root),
    isReadable: true,
    issues,
  };
}

function checkBody(visits: readonly Visit[], { notes, nameless }: FoundNotes, file: string): Issue[] {
  const top = { file, line: 1, column: 1 };
  if (!visits.some(({ node }) => node.type !== 'root' && node.type !== 'yaml')) {
    return [createIssue('empty-file', top, { bodyOnly: true })];
  }
  const issues: Issue[] = [];
  if (notes.length + nameless.length === 0) issues.push(createIssue('lesson-without-cards', top, {}));
  const sources = visits.flatMap(({ node }) => readSources(node) ?? []);
  const [first] = sources;
  if (first === undefined) {
    issues.push(createIssue('missing-sources', top, { found: false }));
  } else if (!sources.some(({ links }) => links.length > 0)) {
    issues.push(createIssue('missing-sources', placeOf(file, first.directive), { found: true }));
  }
  return issues;
}

function checkPath(path: string, location: Location): Issue[] {
  if (location.kind === 'page') return [];
  const segments = path
    .replace(/\.mdx?$/, '')
    .split('/')
    .slice(3);
  const segment = segments.find((part) => !isPathSegment(part));
  if (segment === undefined) return [];
  const proposal = slugify(segment) || 'lesson';
  return [createIssue('malformed-path', { file: path, line: 1, column: 1 }, { segment, proposal })];
}

function definitionsOf(visits: readonly Visit[], text: string): string {
  const definitions = visits.map(({ node }) => node).filter((node: MdastNode) => node.type === 'definition');
  return definitions.map((node) => text.slice(startOf(node).offset, endOf(node).offset)).join('\n');
}

function lessonName(location: Location): string {
  return location.kind === 'lesson' ? (location.lesson.split('/').at(-1) ?? '') : '';
}

/** The parser writes `line:column: reason (line:column) (rule)` into its message. */
function locateError(error: unknown): { line: number; column: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const [sentence = ''] = rest
    .replace(/ \(\d+:\d+\)/g, '')
    .replace(/ \([\w-]+:[\w-]+\)\s*$/, '')
    .split('\n');
  return {
    line: Number(line),
    column: Number(column),
    reason: sentence.endsWith('.') ? sentence : `${sentence}.`,
  };
}
