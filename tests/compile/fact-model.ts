import fc from 'fast-check';
import { type CompileResult, compile } from '../../src/compile/index.ts';
import type { Question, QuestionText } from '../../src/format/question.ts';
import { cardOf, courseOf } from './course-text.ts';

export const LOCALES = ['zh', 'en'] as const;

export type Texts = Readonly<Record<(typeof LOCALES)[number], string>>;

/** A fact table as data; JSON is YAML. A cell is a list of value ids, a number, or `null` for unknown. */
export interface ModelTable {
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly ModelRow[];
}

export interface ModelColumn {
  readonly id: string;
  readonly kind: 'yes-no' | 'one-of' | 'list' | 'number';
  readonly label: Texts;
  readonly values: readonly { readonly id: string; readonly text: Texts }[];
}

export interface ModelRow {
  readonly id: string;
  readonly label: Texts;
  /** In the order of the columns. */
  readonly cells: readonly (readonly string[] | number | null)[];
}

export const textsOf = (text: string): Texts => ({ zh: `中${text}`, en: text });

/** Compiles a course of one lesson that shows the table `t`. */
export function compileTable(table: ModelTable, extra = ''): CompileResult {
  return compileYaml(JSON.stringify(toFile(table)), extra);
}

/** Compiles a course of one lesson that shows the table `t` of this text. */
export function compileYaml(text: string, extra = ''): CompileResult {
  const marking = `${cardOf('c', 'Q', 'A')}\n\n${extra}\n\n::facts{#t}`;
  const files = courseOf({ zh: { marking }, en: { marking } });
  return compile({ locales: LOCALES, base: '/', files: [...files, { path: 'quizzes/facts/t.yaml', text }] });
}

/** The file of a table, as data. */
export function toFile({ columns, rows }: ModelTable) {
  return {
    lesson: 'heap/marking',
    title: textsOf('Table'),
    rowLabel: textsOf('Row'),
    sources: [{ id: 's', title: 'Source', url: 'https://example.org/' }],
    columns: columns.map(({ id, kind, label, values }) => ({
      id,
      kind,
      label,
      study: true,
      question: { zh: `{row}的 ${id}？`, en: `What of {row} and ${id}?` },
      statement: {
        zh: `{row}：${id}${kind === 'yes-no' ? '' : ' {value}'}`,
        en: `{row} is ${id} ${kind === 'yes-no' ? '' : '{value}'}.`,
      },
      ...(kind === 'one-of' || kind === 'list' ? { values } : {}),
    })),
    rows: rows.map(({ id, label, cells }) => ({
      id,
      label,
      sources: ['s'],
      cells: Object.fromEntries(
        columns.map((column, index) => [column.id, cellOf(column, cells[index] ?? null)]),
      ),
    })),
  };
}

function cellOf({ kind }: ModelColumn, cell: readonly string[] | number | null) {
  if (cell === null) return { unknown: true };
  if (kind === 'list' || typeof cell === 'number') return cell;
  return cell[0];
}

/** Few words, so that labels and values of random tables often read the same. */
const word = fc.constantFrom(
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'Seven!',
  'eight',
  'nine',
);
const mostlyOwn = (prefix: string, index: number) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(`${prefix}${index}`) }, { weight: 1, arbitrary: word });
const twoTexts = (prefix: string, index: number) =>
  fc.record({ zh: mostlyOwn(`${prefix}中`, index), en: mostlyOwn(prefix, index) });

const column = (index: number): fc.Arbitrary<ModelColumn> =>
  fc
    .tuple(fc.constantFrom('yes-no', 'one-of', 'list', 'number'), fc.integer({ min: 2, max: 5 }))
    .chain(([kind, count]) =>
      fc.record({
        id: fc.constant(`col-${index}`),
        kind: fc.constant(kind as ModelColumn['kind']),
        label: twoTexts('label', index),
        values: fc.tuple(
          ...Array.from({ length: count }, (_, value) =>
            fc.record({ id: fc.constant(`v${value}`), text: twoTexts('value', value) }),
          ),
        ),
      }),
    );

function cell({ kind, values }: ModelColumn): fc.Arbitrary<readonly string[] | number | null> {
  const ids = kind === 'yes-no' ? ['yes', 'no'] : values.map(({ id }) => id);
  const known: fc.Arbitrary<readonly string[] | number> =
    kind === 'number'
      ? fc.integer({ min: 1, max: 5 }).map((number) => number * 700)
      : kind === 'list'
        ? fc.subarray(ids, { minLength: 1 })
        : fc.constantFrom(...ids).map((id) => [id]);
  return fc.option(known, { freq: 6, nil: null });
}

/** Any table, also with labels and values that read the same. */
export const tables: fc.Arbitrary<ModelTable> = fc.tuple(column(0), column(1), column(2)).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.integer({ min: 1, max: 7 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.record({
            id: fc.constant(`row-${index}`),
            label: twoTexts('row', index),
            cells: fc.tuple(...columns.map(cell)),
          }),
        ),
      ),
    ),
  }),
);

/** A table whose labels and values all read differently, for what must hold whatever else is added. */
export const plainTables = tables.map(({ columns, rows }) => ({
  columns: columns.map((each) => ({
    ...each,
    values: each.values.map(({ id }) => ({ id, text: textsOf(`value ${id}`) })),
  })),
  rows: rows.map((row) => ({ ...row, label: textsOf(row.id) })),
}));

/** How many options of a question are right by the model, and whether the marked ones are those. */
export function countRight(
  { id }: Question,
  text: QuestionText,
  table: ModelTable,
  locale: 'zh' | 'en',
): number {
  const [, first = '', last = ''] = id.split('.');
  const at = (name: string) => table.columns.findIndex((candidate) => candidate.id === name);
  if (text.kind === 'match') {
    // Every way to join the sides of which each pair is true; the authored one must be the only one.
    const rights = text.pairs.map(({ right }) => right);
    return permutations(rights).filter((order) =>
      order.every((right, index) => isSo(table, at(first), text.pairs[index]?.left ?? '', right, locale)),
    ).length;
  }
  if (last === 'odd-one-out' && text.kind === 'choice') {
    const known = text.options.map((option) =>
      rowsNamed(table, option.text, locale).map(({ cells }) => JSON.stringify(cells[at(first)])),
    );
    const odd = known.filter((own, index) => {
      const others = known.filter((_, other) => other !== index).map((value) => value.join());
      return new Set(others).size === 1 && others[0] !== own.join();
    });
    const marked = text.options.flatMap(({ correct }, index) => (correct ? [known[index]?.join()] : []));
    return odd.length === 1 && marked.join('|') === odd[0]?.join() ? 1 : 0;
  }
  const row = table.rows.find((candidate) => candidate.id === first);
  const label = row?.label[locale] ?? '';
  const columnAt = at(last.replace(/-(?:choice|truth)$/, ''));
  if (text.kind === 'choice') {
    const truths = text.options.map((option) => isSo(table, columnAt, label, option.text, locale));
    return truths.every((truth, index) => truth === text.options[index]?.correct)
      ? truths.filter(Boolean).length
      : -1;
  }
  if (text.kind !== 'true-false') return -1;
  const { id: name = '', kind } = table.columns[columnAt] ?? {};
  const stem = text.stem.replace(/<[^>]*>/g, '').replace(/\.$/, '');
  const said = kind === 'yes-no' ? (locale === 'zh' ? '是' : 'yes') : (stem.split(`${name} `)[1] ?? '');
  return isSo(table, columnAt, label, said, locale) === text.answer ? 1 : 0;
}

function isSo(
  table: ModelTable,
  columnAt: number,
  label: string,
  words: string,
  locale: 'zh' | 'en',
): boolean {
  const columnOf = table.columns[columnAt];
  return rowsNamed(table, label, locale).some(({ cells }) => {
    const own = cells[columnAt];
    if (typeof own === 'number') return plain(own.toLocaleString('en')) === plain(words);
    const spoken = (own ?? []).map((id) => {
      if (columnOf?.kind === 'yes-no')
        return { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } }[locale][id as 'yes' | 'no'];
      return columnOf?.values.find((value) => value.id === id)?.text[locale] ?? '';
    });
    return spoken.some((text) => plain(text) === plain(words));
  });
}

function rowsNamed({ rows }: ModelTable, label: string, locale: 'zh' | 'en') {
  return rows.filter((row) => plain(row.label[locale]) === plain(label));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
