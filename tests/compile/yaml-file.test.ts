import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { readYaml } from '../../src/compile/yaml-file.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (text: string) => readYaml({ path: 'a.yaml', text });
const known = (text: string): unknown => parseDocument(text).toJS();

describe('data read without places is what the parser that knows them reads', () => {
  const files = ['quizzes', 'content'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => path.join(ROOT, folder, file)),
  );

  it('in every file of the course', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(read(text).yaml?.data, file).toEqual(known(text));
    }
  });

  it.each([
    'a: 1_000',
    'a: 0b11',
    'a: 0o17',
    'a: 017',
    'a: yes',
    'a: ~',
    'a: .inf',
    'a: 1e3',
    'a: 2001-12-14',
    '<<: { a: 1 }',
    'a: +1',
    'a: 0x1F',
    'a: Null',
    'a: TRUE',
    '"a": "\\x41\\u4e2d"',
    '? a\n: b',
    'a: !!str 1',
    'a: &x 1\nb: *x',
    'a: |\n  x\n  y\n',
    'a: >-\n  x\n  y',
    "a: 'it''s'",
    '%YAML 1.2\n---\na: 1',
    'a: 1:30',
    '1: a',
    'a: # none',
  ])('in %j', (text) => {
    const { yaml, issues } = read(text);
    expect(issues).toEqual([]);
    expect(yaml?.data).toEqual(known(text));
  });

  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'a1 :#-\'"{[|>&*!%@`,\n中'.split('')) }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('value'), { maxKeys: 3 }),
    ),
  })).value;

  it('in anything written as YAML, in lines or in braces', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { minKeys: 1 }),
        fc.boolean(),
        (data, isFlow) => {
          const text = stringify(data, isFlow ? { collectionStyle: 'flow' } : {});
          fc.pre(parseDocument(text).errors.length === 0);
          expect(read(text).yaml?.data).toEqual(known(text));
        },
      ),
    );
  });

  it('or the file is refused by both', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab1:#-\'"{}[]|>%@`, \n'.split('')), maxLength: 30 });
    fc.assert(
      fc.property(signs, (text) => {
        const { yaml, issues } = read(`a: ${text}`);
        const document = parseDocument(`a: ${text}`);
        // A key of nothing, which no file has, is called `null` by the one and nothing by the other.
        fc.pre(!JSON.stringify(document).includes('"":'));
        expect(issues.length > 0).toBe(document.errors.length > 0);
        expect(yaml?.data).toEqual(issues.length > 0 ? undefined : document.toJS());
      }),
      { numRuns: 2000 },
    );
  });
});

it('places are known of a file without an error, too', () => {
  const { yaml } = read('a: 1\nb:\n  - c: 2\n    d: 3\n');
  const placeOf = (...at: PropertyKey[]) => yaml?.placeOf(at);
  expect(placeOf('b', 0, 'd')).toEqual({ file: 'a.yaml', line: 4, column: 8 });
  expect(placeOf('b', 0, 'missing')).toEqual({ file: 'a.yaml', line: 3, column: 5 });
  expect(yaml?.placeOfKey(['b', 0, 'd'])).toEqual({ file: 'a.yaml', line: 4, column: 5 });
});

it.each(['', '# only\n', 'null', '~'])('%j is empty', (text) => {
  expect(read(text)).toMatchObject({ yaml: undefined, issues: [{ code: 'empty-file' }] });
});
