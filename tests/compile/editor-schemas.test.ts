import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createEditorSchemas } from '../../src/compile/editor-schemas.ts';
import { LOCALES } from '../../tools/locales.ts';

const ROOT = path.join(import.meta.dirname, '../..');

test.each(createEditorSchemas(LOCALES))('[C46] $path is fresh: else run `npm run schema`', (schema) => {
  expect(readFileSync(path.join(ROOT, schema.path), 'utf8')).toBe(schema.text);
});

test('[C46] editors are told which file has which schema', () => {
  const settings = JSON.parse(readFileSync(path.join(ROOT, '.vscode/settings.json'), 'utf8'));
  const paths = createEditorSchemas(LOCALES).map((schema) => `./${schema.path}`);
  expect(Object.keys(settings['yaml.schemas']).sort()).toEqual(paths.sort());
});

test('[C46] a schema names the locales and the kinds, and refuses other keys', () => {
  const [questions] = createEditorSchemas(['de']);
  const schema = JSON.parse(questions?.text ?? '{}');
  const kinds = schema.properties.questions.items.oneOf;
  expect(
    kinds.map((kind: { properties: { kind: { const: string } } }) => kind.properties.kind.const),
  ).toEqual(['choice', 'true-false', 'cloze', 'order', 'match']);
  expect(kinds[0]).toMatchObject({
    additionalProperties: false,
    required: ['id', 'tests', 'stem', 'explanation', 'kind', 'options'],
    properties: { stem: { required: ['de'] }, options: { minItems: 3, maxItems: 6 } },
  });
});
