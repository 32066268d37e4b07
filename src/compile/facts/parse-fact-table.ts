import { type LessonId, NOTE_ID_PATTERN, type NoteId } from '../../format/id.ts';
import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import { checkShape } from '../check-shape.ts';
import { createIssue, formatPlace } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { slugify } from '../note-id.ts';
import type { SourceFile } from '../source.ts';
import { readYaml, type YamlFile } from '../yaml-file.ts';
import { type CellSchemas, checkReferences, parseCell } from './fact-cell.ts';
import { type FactFile, factFileSchema, longCellSchema, textsSchema } from './fact-schema.ts';
import type { AuthoredTable, FactCell, FactColumn, FactRow } from './fact-table.ts';

/** The id of a fact table, which its path alone decides; `undefined` for a file that is none. */
export function factTableId(path: string): string | undefined {
  return /^quizzes\/facts\/([^/]+)\.ya?ml$/.exec(path)?.[1];
}

/** A reader of fact tables for one set of locales. A table whose head has a mistake is left out, a cell alone. */
export function createFactParser(
  locales: readonly Locale[],
): (file: SourceFile, id: string) => { table: AuthoredTable | undefined; issues: Issue[] } {
  const schema = factFileSchema(locales, true);
  const schemas = { cell: longCellSchema(locales), texts: textsSchema(locales) };
  return (file, id) => {
    const { yaml, issues: unread } = readYaml(file);
    const place = { file: file.path, line: 1, column: 1 };
    const issues = [...unread];
    if (!NOTE_ID_PATTERN.test(id)) {
      const proposal = slugify(id) || 'facts';
      issues.push(createIssue('malformed-path', place, { segment: id, proposal }));
    }
    if (yaml === undefined) return { table: undefined, issues };
    issues.push(...checkShape(schema, yaml.data, yaml, locales));
    const parsed = schema.safeParse(yaml.data);
    if (!parsed.success) return { table: undefined, issues };

    const columns = parsed.data.columns.map(toColumn);
    const head = checkHead(parsed.data, columns, yaml, locales);
    const { rows, issues: inRows } = parseRows(parsed.data, columns, yaml, locales, schemas);
    issues.push(...head, ...inRows);
    if (head.length > 0 || !NOTE_ID_PATTERN.test(id)) return { table: undefined, issues };
    const { lesson, title, rowLabel, sources } = parsed.data;
    const table: AuthoredTable = {
      id: id as NoteId,
      lesson: lesson as LessonId,
      place: yaml.placeOf(['lesson']),
      title,
      rowLabel,
      sources,
      columns,
      rows,
    };
    return { table, issues };
  };
}

/** Ends of column ids that would let the id of a card meet that of a generated question. */
const RESERVED_ENDS = /-(?:choice|truth)$/;

function toColumn(written: FactFile['columns'][number]): FactColumn {
  const { id, kind, label, study = false, question } = written;
  return {
    id,
    kind,
    label,
    isStudied: study,
    question,
    statement: 'statement' in written ? written.statement : undefined,
    values: 'values' in written ? written.values : [],
    unit: 'unit' in written ? written.unit : undefined,
    isComplete: !('complete' in written) || written.complete !== false,
  };
}

function checkHead(
  file: FactFile,
  columns: readonly FactColumn[],
  yaml: YamlFile,
  locales: readonly Locale[],
): Issue[] {
  const paths = (
    key: string,
    items: readonly { readonly id: string }[],
    above: readonly PropertyKey[] = [],
  ) => items.map(({ id }, index) => ({ id, path: [...above, key, index, 'id'] }));
  return [
    ...checkUnique(paths('sources', file.sources), yaml),
    // Columns and rows share one space, so that `<table>.<row>.…` never meets `<table>.<column>.…`.
    ...checkUnique([...paths('columns', columns), ...paths('rows', file.rows)], yaml),
    ...columns.flatMap(({ values }, index) => checkUnique(paths('values', values, ['columns', index]), yaml)),
    ...columns.flatMap((column, index) => checkColumn(column, index, yaml, locales)),
  ];
}

function checkUnique(
  items: readonly { readonly id: string; readonly path: readonly PropertyKey[] }[],
  yaml: YamlFile,
): Issue[] {
  const seen = new Map<string, string>();
  const taken = new Set(items.map(({ id }) => id));
  return items.flatMap(({ id, path }) => {
    const place = yaml.placeOf(path);
    const other = seen.get(id);
    if (other !== undefined) {
      let number = 2;
      while (taken.has(`${id}-${number}`)) number += 1;
      return [createIssue('duplicate-id', place, { id, other, proposal: `${id}-${number}` })];
    }
    seen.set(id, formatPlace(place));
    return [];
  });
}

function checkColumn(
  { id, kind, isStudied, question, statement }: FactColumn,
  index: number,
  yaml: YamlFile,
  locales: readonly Locale[],
): Issue[] {
  const path = ['columns', index];
  const issues: Issue[] = [];
  if (RESERVED_ENDS.test(id)) {
    issues.push(createIssue('reserved-id', yaml.placeOf([...path, 'id']), { id }));
  }
  if (isStudied && question === undefined) {
    issues.push(
      createIssue('missing-key', yaml.placeOf(path), {
        key: 'question',
        expected: 'a question in each language with `{row}` in it, since the column is studied',
      }),
    );
  }
  const wanted = { question: ['{row}'], statement: kind === 'yes-no' ? ['{row}'] : ['{row}', '{value}'] };
  for (const [key, texts] of Object.entries({ question, statement })) {
    for (const locale of texts === undefined ? [] : locales) {
      const text = texts?.[locale] ?? '';
      const placeholder = wanted[key as keyof typeof wanted].find((candidate) => !text.includes(candidate));
      if (placeholder === undefined) continue;
      const place = yaml.placeOf([...path, key, locale]);
      issues.push(createIssue('missing-placeholder', place, { key, placeholder }));
    }
  }
  return issues;
}

function parseRows(
  file: FactFile,
  columns: readonly FactColumn[],
  yaml: YamlFile,
  locales: readonly Locale[],
  schemas: CellSchemas,
): { rows: FactRow[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const known = columns.map(({ id }) => id);
  const rows = file.rows.map((row, index): FactRow => {
    const path = ['rows', index];
    const { sources: rowSources = [] } = row;
    issues.push(...checkReferences(rowSources, [...path, 'sources'], { yaml, sources: file.sources }));
    for (const key of Object.keys(row.cells).filter((candidate) => !known.includes(candidate))) {
      const place = yaml.placeOfKey([...path, 'cells', key]);
      issues.push(createIssue('unknown-key', place, { key, near: nearest(key, known), known }));
    }
    const cells = new Map<string, FactCell>();
    for (const column of columns) {
      const { cell, issues: own } = parseCell(row.cells[column.id], {
        yaml,
        locales,
        schemas,
        path: [...path, 'cells', column.id],
        row: row.id,
        column,
        sources: file.sources,
        rowSources,
      });
      issues.push(...own);
      if (cell !== undefined) cells.set(column.id, cell);
    }
    return { id: row.id, label: row.label, cells };
  });
  return { rows, issues };
}
