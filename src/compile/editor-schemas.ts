import { z } from 'zod';
import type { Locale } from '../format/locale.ts';
import { factFileSchema } from './facts/fact-schema.ts';
import { questionFileSchema } from './question-file.ts';

/** One JSON Schema by which editors complete and check a kind of file while it is written. */
export interface EditorSchema {
  /** Path of the schema from the project root. */
  readonly path: string;
  readonly text: string;
}

/** The JSON Schemas of every kind of file that authors write in YAML. */
export function createEditorSchemas(locales: readonly Locale[]): EditorSchema[] {
  return Object.entries(FILES).map(([path, { title, schema }]) => {
    const json = z.toJSONSchema(schema(locales), { target: 'draft-7', io: 'input', unrepresentable: 'any' });
    const { $schema, ...rest } = json;
    return { path, text: formatJson({ $schema, title, ...rest }) };
  });
}

const FILES: Readonly<
  Record<string, { title: string; schema: (locales: readonly Locale[]) => z.core.$ZodType }>
> = {
  'quizzes/question-file.schema.json': { title: 'Questions of a lesson', schema: questionFileSchema },
  'quizzes/facts-file.schema.json': { title: 'A fact table', schema: factFileSchema },
};

/** As the project's formatter writes it: short lists of plain values stand on one line. */
function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(
    /(?<=^(.*))\[\n\s+((?:"[^"\n]*"|[\w.-]+)(?:,\n\s+(?:"[^"\n]*"|[\w.-]+))*)\n\s+\]/gm,
    (source, before: string, items: string) => {
      const line = `[${items.replace(/,\n\s+/g, ', ')}]`;
      return before.length + line.length < MAX_WIDTH ? line : source;
    },
  );
  return `${text}\n`;
}

const MAX_WIDTH = 110;
