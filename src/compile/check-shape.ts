import { z } from 'zod';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { createIssue } from './issue.ts';
import { nearest } from './nearest.ts';
import type { YamlFile } from './yaml-file.ts';

/**
 * The issues of a value of a YAML file that has not the shape of a schema: unknown keys, missing keys and texts,
 * and wrong values. In the schema each error message says what is expected, e.g. “text”. `path` leads to the value.
 */
export function checkShape(
  schema: z.ZodType,
  value: unknown,
  yaml: YamlFile,
  locales: readonly Locale[],
  path: readonly PropertyKey[] = [],
): Issue[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).flatMap((issue): Issue[] => {
    const at = [...path, ...issue.path];
    const holder = schemaAt(schema, value, issue.path);
    if (issue.code === 'unrecognized_keys') {
      const known = holder instanceof z.ZodObject ? Object.keys(holder.shape) : [];
      return issue.keys.map((key) =>
        createIssue('unknown-key', yaml.placeOfKey([...at, key]), { key, near: nearest(key, known), known }),
      );
    }
    const key = String(at.at(-1) ?? '');
    const isText = isLocalized(schemaAt(schema, value, issue.path.slice(0, -1)), locales);
    if (valueAt(value, issue.path) === undefined && issue.path.length > 0) {
      const place = yaml.placeOf(at.slice(0, -1));
      if (isText) return [createIssue('missing-text', place, { key: keyAbove(at), locale: key })];
      return [createIssue('missing-key', place, { key, expected: issue.message })];
    }
    if (isText && issue.code === 'too_small') {
      return [createIssue('missing-text', yaml.placeOfKey(at), { key: keyAbove(at), locale: key })];
    }
    return [createIssue('invalid-value', yaml.placeOf(at), { key: nameOf(at), expected: issue.message })];
  });
}

/** The schema of a part of a value, through objects, arrays, records and unions told apart by a key. */
function schemaAt(schema: unknown, value: unknown, path: readonly PropertyKey[]): unknown {
  if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), value, path);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = schema.options.find(
      (candidate) => candidate instanceof z.ZodObject && fits(candidate, schema.def.discriminator, value),
    );
    return option === undefined ? undefined : schemaAt(option, value, path);
  }
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const inner = valueAt(value, [step]);
  if (schema instanceof z.ZodObject) return schemaAt(schema.shape[String(step)], inner, rest);
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, inner, rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, inner, rest);
  return undefined;
}

function fits(option: z.ZodObject, discriminator: string, value: unknown): boolean {
  const literal: unknown = option.shape[discriminator];
  return literal instanceof z.ZodLiteral && literal.safeParse(valueAt(value, [discriminator])).success;
}

/** Whether a schema is that of a text in every language. */
function isLocalized(schema: unknown, locales: readonly Locale[]): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const keys = Object.keys(schema.shape);
  return keys.length === locales.length && locales.every((locale) => keys.includes(locale));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** A key as an author looks for it: with the number of its item in a list, from 1. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `${keyAbove(path)} ${last + 1}` : String(last);
}

function keyAbove(path: readonly PropertyKey[]): string {
  const above = path.slice(0, -1).findLast((key) => typeof key === 'string');
  return above === undefined ? 'the file' : String(above);
}
