import { isNode } from 'yaml';
import { z } from 'zod';
import type { Issue } from '../format/issue.ts';
import { createIssue } from './issue.ts';
import type { ListedLesson } from './lesson-list.ts';
import type { ListedTag } from './tag-list.ts';
import { type NodeOf, startOf } from './tree.ts';
import { endSentence, loadYaml, placesIn, type YamlPath } from './yaml-file.ts';

/** What a page's frontmatter says that the compiler needs. Other keys belong to the site generator. */
export interface Frontmatter {
  readonly title: string;
  readonly description: string;
  /** Place among its siblings, the lowest first; `undefined` comes last. */
  readonly order: number | undefined;
  /** Lessons to read first, as written; not checked. */
  readonly prerequisites: readonly ListedLesson[];
  /** Tags of every card of a lesson, as written; not checked. */
  readonly tags: readonly ListedTag[];
}

/** The frontmatter of a file, with an issue for each mistake; what is wrong is left empty. */
export function parseFrontmatter(
  yaml: NodeOf<'yaml'> | undefined,
  file: string,
  required: readonly RequiredKey[],
): { frontmatter: Frontmatter; issues: Issue[] } {
  const issues: Issue[] = [];
  const top = yaml === undefined ? { line: 1, column: 1 } : startOf(yaml);
  const report = (problem: string, fix: string, line = top.line, column = top.column) =>
    issues.push(createIssue('invalid-frontmatter', { file, line, column }, { problem, fix }));
  if (yaml === undefined) {
    const fix = `begin the file with \`---\`, a line for ${required.map((key) => `\`${key}\``).join(' and ')}, and \`---\`.`;
    report('This page has no frontmatter.', fix);
    return { frontmatter: EMPTY_FRONTMATTER, issues };
  }

  let placed: ReturnType<typeof placesIn> | undefined;
  const withPlaces = () => {
    placed ??= placesIn(yaml.value, file);
    return placed;
  };
  const at = (offset: number): [number, number] => {
    const { line, column } = withPlaces().at(offset);
    return [top.line + line, column];
  };
  const placeOf = (path: YamlPath): [number, number] => {
    const node = withPlaces().document.getIn(path, true);
    return isNode(node) && node.range ? at(node.range[0]) : [top.line, top.column];
  };
  let data = loadYaml(yaml.value);
  if (data === undefined) {
    const { document } = withPlaces();
    for (const error of document.errors) {
      const [sentence = ''] = error.message.split('\n');
      report(`The frontmatter is not valid YAML: ${endSentence(sentence)}`, YAML_FIX, ...at(error.pos[0]));
    }
    if (document.errors.length > 0) return { frontmatter: EMPTY_FRONTMATTER, issues };
    data = document.toJS() ?? {};
  }

  const parsed = PAGE.safeParse(data);
  for (const { path } of parsed.error?.issues ?? []) {
    const [first] = path;
    const key = first === 'prerequisites' || first === 'tags' ? first : path.join('.');
    report(
      `Frontmatter key \`${key}\` must be ${EXPECTED[key] ?? 'a map of keys'}.`,
      FIXES[key] ?? YAML_FIX,
      ...placeOf(path),
    );
  }
  const page = LENIENT.parse(data);
  for (const key of required) {
    if (page[key] === undefined)
      report(`Frontmatter key \`${key}\` is missing.`, `add a line \`${FIXES_MISSING[key]}\`.`);
  }
  /** The texts of a list, each with its place. */
  const listOf = (key: 'prerequisites' | 'tags') =>
    (page[key] ?? []).flatMap((value, index) => {
      if (value === undefined) return [];
      const [line, column] = placeOf([key, index]);
      return [{ value, place: { file, line, column } }];
    });
  const frontmatter = {
    title: page.title ?? '',
    description: page.description ?? '',
    order: page.sidebar?.order,
    prerequisites: listOf('prerequisites').map(({ value: lesson, place }) => ({ lesson, place })),
    tags: listOf('tags').map(({ value: tag, place }) => ({ tag, place })),
  };
  return { frontmatter, issues };
}

/** A key that a page cannot do without. */
export type RequiredKey = 'title' | 'description';

/** How many lessons a page can name to be read first. */
const MOST_PREREQUISITES = 3;

const text = z.string().trim().min(1);
const PAGE = z.looseObject({
  title: text.nullish(),
  description: text.nullish(),
  sidebar: z.looseObject({ order: z.number().nullish() }).nullish(),
  prerequisites: z.array(text).max(MOST_PREREQUISITES).nullish(),
  tags: z.array(text).nullish(),
});

// The same shape once more, in which a wrong value does not hide the good ones beside it.
const order = z.number().optional().catch(undefined);
const list = z.array(text.optional().catch(undefined)).optional().catch(undefined);
const LENIENT = z
  .looseObject({
    title: z.coerce.string().trim().min(1).optional().catch(undefined),
    description: z.coerce.string().trim().min(1).optional().catch(undefined),
    sidebar: z.looseObject({ order }).optional().catch(undefined),
    prerequisites: list,
    tags: list,
  })
  .catch({});

/** What a page without frontmatter says. */
export const EMPTY_FRONTMATTER: Frontmatter = {
  title: '',
  description: '',
  order: undefined,
  prerequisites: [],
  tags: [],
};

const YAML_FIX =
  'write one `key: value` a line, and put a value that contains `: ` or begins with a sign in quotes.';
const EXPECTED: Readonly<Record<string, string>> = {
  title: 'text',
  description: 'text',
  'sidebar.order': 'a number',
  prerequisites: `a list of at most ${MOST_PREREQUISITES} lessons`,
  tags: 'a list of tags',
};
const FIXES: Readonly<Record<string, string>> = {
  title: "write some words, and put a bare number or date in quotes: `title: '2024'`.",
  description: 'write one sentence that says what one learns.',
  'sidebar.order': 'write the place of the page among its siblings, e.g. `order: 2`.',
  prerequisites:
    'write `prerequisites: [<module>/<lesson>]`, with those lessons only that are needed directly before.',
  tags: 'write `tags: [<tag>, <tag>]`, with tags that content/tags.yaml declares.',
};
const FIXES_MISSING = { title: 'title: …', description: 'description: …' } as const;
