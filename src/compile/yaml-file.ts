import { CORE_SCHEMA, load } from 'js-yaml-5';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue } from '../format/issue.ts';
import { createIssue, type Place } from './issue.ts';
import type { SourceFile } from './source.ts';

/** A path into the data of a YAML file: keys and indexes, the outermost first. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file as data that still knows where each part of it was written. */
export interface YamlFile {
  readonly data: unknown;
  /** Where a value stands; for one that is missing, where the nearest value around it does. */
  placeOf(path: YamlPath): Place;
  /** Where a key stands; for one that is missing, where the nearest value around it does. */
  placeOfKey(path: YamlPath): Place;
}

/** Parses a YAML file; never throws. `yaml` is `undefined` if the file is empty or not YAML. */
export function readYaml({ path, text: raw }: SourceFile): {
  readonly yaml: YamlFile | undefined;
  readonly issues: readonly Issue[];
} {
  // Positions would otherwise be off by one after the mark, and at every line for old line ends.
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const top = { file: path, line: 1, column: 1 };
  try {
    return parseYaml(text, path, top);
  } catch (error) {
    // Nesting beyond the stack, and an alias that is repeated without end.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const issue = createIssue('unreadable-file', top, { reason: endSentence(reason) });
    return { yaml: undefined, issues: [issue] };
  }
}

/**
 * The data of a text without an error, in a sixth of the time that it takes to know where each part of it stands: that is
 * asked only where something is wrong. Both parsers read YAML 1.2 alike. `undefined` for a text that is empty or wrong.
 */
export function loadYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA }) ?? undefined;
  } catch {
    return undefined;
  }
}

function parseYaml(text: string, file: string, top: Place): ReturnType<typeof readYaml> {
  const data = loadYaml(text);
  if (data === undefined) return parseWithPlaces(text, file, top);
  let places: Places | undefined;
  const find = () => {
    places ??= placesIn(text, file).places;
    return places;
  };
  const yaml: YamlFile = {
    data,
    placeOf: (path) => find().placeOf(path),
    placeOfKey: (path) => find().placeOfKey(path),
  };
  return { yaml, issues: [] };
}

/** For a file that is empty or wrong, as this parser knows best what is wrong. */
function parseWithPlaces(text: string, file: string, top: Place): ReturnType<typeof readYaml> {
  const { document, at, places } = placesIn(text, file);
  const issues = document.errors.map((error) => {
    const place = at(error.pos[0]);
    const [sentence = ''] = error.message.split('\n');
    const details = { problem: endSentence(sentence), snippet: quotedLine(text, place.line) };
    return createIssue('invalid-yaml', place, details);
  });
  if (issues.length > 0) return { yaml: undefined, issues };
  const data: unknown = document.toJS();
  if (data === null) {
    return { yaml: undefined, issues: [createIssue('empty-file', top, { bodyOnly: false })] };
  }
  return { yaml: { data, ...places }, issues };
}

type Places = Omit<YamlFile, 'data'>;

/** A text parsed with the places of its parts; it may have errors. */
export function placesIn(text: string, file: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const startOf = (node: Node | undefined) => at(node?.range?.[0] ?? 0);
  const places: Places = {
    placeOf: (path) => startOf(nodeAt(document, path) ?? nearestNode(document, path)),
    placeOfKey: (path) => startOf(keyNodeAt(document, path) ?? nearestNode(document, path)),
  };
  return { document, at, places };
}

function nodeAt(document: Document.Parsed, path: YamlPath): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

function nearestNode(document: Document.Parsed, path: YamlPath): Node | undefined {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return undefined;
}

function keyNodeAt(document: Document.Parsed, path: YamlPath): Node | undefined {
  const map = nodeAt(document, path.slice(0, -1));
  if (!isMap(map)) return nodeAt(document, path);
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key : undefined;
}

/** A line `key: some: text` or `key: 'a' b` with its value in quotes, if that is what is wrong with it. */
function quotedLine(text: string, line: number): string | undefined {
  const [, key, value = ''] = /^[\s-]*([\w-]+: )(\S.*?)\s*$/.exec(text.split('\n')[line - 1] ?? '') ?? [];
  if (key === undefined || !/: |[\w"'`] #/.test(value) || /^["'{[|>&]/.test(value)) return undefined;
  return key + JSON.stringify(value);
}

/** A sentence of a parser, with a full stop. */
export function endSentence(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
