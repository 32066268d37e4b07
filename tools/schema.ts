import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createEditorSchemas } from '../src/compile/editor-schemas.ts';
import { LOCALES } from './locales.ts';
import { ROOT } from './run.ts';

for (const schema of createEditorSchemas(LOCALES)) {
  await writeFile(path.join(ROOT, schema.path), schema.text);
  console.log(`Wrote ${schema.path}.`);
}
