import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import { checkShape } from '../check-shape.ts';
import { createIssue } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { checkLocalizedRevision } from '../revision.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { LongCell, longCellSchema, textsSchema } from './fact-schema.ts';
import type { FactCell, FactColumn, FactSource, FactValue } from './fact-table.ts';

/** Where a cell stands and what it may name. */
export interface CellContext {
  readonly yaml: YamlFile;
  readonly locales: readonly Locale[];
  readonly schemas: CellSchemas;
  readonly path: readonly PropertyKey[];
  readonly row: string;
  readonly column: FactColumn;
  readonly sources: readonly FactSource[];
  /** Sources of the row, for a cell that names none. */
  readonly rowSources: readonly string[];
}

/** Schemas for one set of locales, made once a file. */
export interface CellSchemas {
  readonly cell: ReturnType<typeof longCellSchema>;
  readonly texts: ReturnType<typeof textsSchema>;
}

/** A cell, written short or as a map, with its mistakes; `undefined` if one of them spoils it. */
export function parseCell(
  written: unknown,
  context: CellContext,
): { readonly cell: FactCell | undefined; readonly issues: readonly Issue[] } {
  const { yaml, locales, schemas, path, column } = context;
  const long = isLong(written, context) ? written : { value: written };
  const isMap = long === written;
  const shape = checkShape(schemas.cell, long, yaml, locales, path);
  if (shape.length > 0) return { cell: undefined, issues: shape };

  const { value, note, asOf, sources: own, rev, was, study, unknown } = schemas.cell.parse(long);
  const valuePath = isMap ? [...path, 'value'] : path;
  const isKnown = unknown !== true;
  const parsed: ParsedValue = isKnown
    ? parseValue(value, valuePath, context)
    : { value: undefined, issues: [] };
  const issues = [...parsed.issues];
  if (!isKnown && value !== undefined) {
    issues.push(createIssue('invalid-value', yaml.placeOf(valuePath), { key: 'value', expected: LEFT_OUT }));
  }
  if (asOf !== undefined && !isDate(asOf)) {
    issues.push(createIssue('malformed-as-of', yaml.placeOf([...path, 'asOf']), { written: asOf }));
  }
  const named = own ?? context.rowSources;
  if (named.length === 0 && parsed.value !== undefined) {
    const { row } = context;
    issues.push(createIssue('missing-fact-source', yaml.placeOf(path), { row, column: column.id }));
  }
  if (own !== undefined) issues.push(...checkReferences(own, [...path, 'sources'], context));
  issues.push(...checkLocalizedRevision({ rev, was }, (key) => yaml.placeOf([...path, key]), locales));
  if (issues.length > 0) return { cell: undefined, issues };
  const cell = {
    value: parsed.value,
    note,
    asOf,
    sources: numbersOf(named, context.sources),
    rev,
    was,
    isStudied: isKnown && column.isStudied && study !== false,
  };
  return { cell, issues };
}

/** Issues of the sources that a row or a cell names and the table has not. */
export function checkReferences(
  named: readonly string[],
  path: readonly PropertyKey[],
  { yaml, sources }: Pick<CellContext, 'yaml' | 'sources'>,
): Issue[] {
  const known = sources.map(({ id }) => id);
  return named.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          createIssue('unknown-fact-source', yaml.placeOf([...path, index]), {
            id,
            near: nearest(id, known),
          }),
        ],
  );
}

const LEFT_OUT = 'left out where `unknown: true` stands';
const EXPECTED = {
  'yes-no': '`yes` or `no`',
  'one-of': 'the id of one value of its column',
  list: 'a list of ids of values of its column, each once',
  number: 'a number',
  text: 'a text in each language',
} as const;

interface ParsedValue {
  readonly value: FactValue | undefined;
  readonly issues: readonly Issue[];
}

/** In a text column a map of locales is the text itself. */
function isLong(written: unknown, { column, locales }: CellContext): written is LongCell {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return false;
  return column.kind !== 'text' || !Object.keys(written).some((key) => locales.includes(key));
}

function parseValue(written: unknown, path: readonly PropertyKey[], context: CellContext): ParsedValue {
  const { yaml, column, row } = context;
  if (written === undefined || written === null) {
    const issue = createIssue('missing-fact-cell', yaml.placeOf(path), { row, column: column.id });
    return { value: undefined, issues: [issue] };
  }
  const wrong = (): ParsedValue => ({
    value: undefined,
    issues: [
      createIssue('invalid-value', yaml.placeOf(path), { key: column.id, expected: EXPECTED[column.kind] }),
    ],
  });
  switch (column.kind) {
    case 'yes-no': {
      const isYes = written === true || written === 'yes';
      if (!isYes && written !== false && written !== 'no') return wrong();
      return { value: { kind: 'ids', ids: [isYes ? 'yes' : 'no'] }, issues: [] };
    }
    case 'one-of':
      return typeof written === 'string' ? parseIds([written], [path], context) : wrong();
    case 'list': {
      const isList = Array.isArray(written) && written.length > 0 && new Set(written).size === written.length;
      if (!isList || !written.every((id) => typeof id === 'string')) return wrong();
      const paths = written.map((_, index) => [...path, index]);
      return parseIds(written, paths, context);
    }
    case 'number':
      if (typeof written !== 'number' || !Number.isFinite(written)) return wrong();
      return { value: { kind: 'number', number: written }, issues: [] };
    case 'text':
      return parseTexts(written, path, context, wrong);
  }
}

function parseIds(
  ids: readonly string[],
  paths: readonly (readonly PropertyKey[])[],
  { yaml, column }: CellContext,
): ParsedValue {
  const known = column.values.map(({ id }) => id);
  const issues = ids.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          createIssue('unknown-fact-value', yaml.placeOf(paths[index] ?? []), {
            id,
            column: column.id,
            near: nearest(id, known),
            known,
          }),
        ],
  );
  // In the order of the column, so that two rows with the same values read the same.
  return { value: { kind: 'ids', ids: known.filter((id) => ids.includes(id)) }, issues };
}

function parseTexts(
  written: unknown,
  path: readonly PropertyKey[],
  { yaml, locales, schemas }: CellContext,
  wrong: () => ParsedValue,
): ParsedValue {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return wrong();
  const issues = checkShape(schemas.texts, written, yaml, locales, path);
  if (issues.length > 0) return { value: undefined, issues };
  return { value: { kind: 'text', text: schemas.texts.parse(written) }, issues };
}

/** Numbers from 1, in order; an id that the row names in vain is reported there. */
function numbersOf(named: readonly string[], sources: readonly FactSource[]): number[] {
  return sources.flatMap(({ id }, index) => (named.includes(id) ? [index + 1] : []));
}

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(written)) return false;
  const day = written.length === 7 ? `${written}-01` : written;
  const time = Date.parse(`${day}T00:00:00Z`);
  // `2026-02-31` would silently become a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
