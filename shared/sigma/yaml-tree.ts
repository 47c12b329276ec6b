import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import type { Report } from './sigma-file.ts';

/** A single value. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly line: number;
  readonly value: string | number | boolean | null;
  /** As written: `1.10` and `012345678901` are numbers in YAML, but not in a log. */
  readonly text: string;
}

export interface YamlList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly YamlValue[];
}

/** One `key: value`. */
export interface YamlEntry {
  readonly key: string;
  /** Of the key. */
  readonly line: number;
  readonly value: YamlValue;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: readonly YamlEntry[];
}

/** YAML with line numbers, and with aliases put in. */
export type YamlValue = YamlScalar | YamlList | YamlMap;

// An alias of an alias of an alias makes a small file large. The longest rule in use has some hundred values.
const maxValues = 20_000;

// A rule needs four levels; an alias of what it stands in has no end.
const deepest = 40;

interface Reading {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly report: Report;
  values: number;
  depth: number;
  isTooDeep: boolean;
}

const lineOf = (
  node: { readonly range?: readonly number[] | null | undefined } | null,
  { lines }: Reading,
): number => lines.linePos(node?.range?.[0] ?? 0).line;

const isPlain = (value: unknown): value is YamlScalar['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const emptyAt = (line: number): YamlScalar => ({ kind: 'scalar', line, value: null, text: '' });

const readScalar = (
  node: { value: unknown; source?: string },
  line: number,
  reading: Reading,
): YamlScalar => {
  const { value } = node;
  if (isPlain(value))
    return {
      kind: 'scalar',
      line,
      value,
      text: typeof value === 'string' ? value : (node.source ?? String(value)),
    };
  reading.report(line, `a value of type ${typeof value} is not supported`);
  return emptyAt(line);
};

const readEntry = (key: unknown, value: unknown, at: number, reading: Reading): YamlEntry => {
  const line = isScalar(key) ? lineOf(key, reading) : at;
  if (!isScalar(key) || !isPlain(key.value)) reading.report(line, 'the key of a map must be a single value');
  const name = isScalar(key) ? String(key.value) : '';
  if (name === '<<') reading.report(line, 'merge keys (<<) are not supported; repeat the entries');
  return { key: name, line, value: readNode(value as Node | null, line, reading) };
};

const readNode = (node: Node | null | undefined, at: number, reading: Reading): YamlValue => {
  reading.values += 1;
  if (!node || reading.values > maxValues) return emptyAt(at);
  const line = lineOf(node, reading);
  if (isScalar(node)) return readScalar(node, line, reading);
  if (reading.depth >= deepest) {
    if (!reading.isTooDeep) reading.report(line, `more than ${deepest} levels inside each other`);
    reading.isTooDeep = true;
    return emptyAt(line);
  }
  reading.depth += 1;
  const value = readInner(node, line, reading);
  reading.depth -= 1;
  return value;
};

const readInner = (node: Node, line: number, reading: Reading): YamlValue => {
  if (isAlias(node)) return readNode(node.resolve(reading.document), line, reading);
  if (isSeq(node))
    return {
      kind: 'list',
      line,
      items: node.items.map((item) => readNode(item as Node | null, line, reading)),
    };
  if (isMap(node))
    return {
      kind: 'map',
      line,
      entries: node.items.map(({ key, value }) => readEntry(key, value, line, reading)),
    };
  return emptyAt(line);
};

/** One document of a file; no value where it could not be read. A document with faults must not be used. */
export interface YamlDocument {
  readonly line: number;
  readonly value?: YamlValue;
  readonly faults: readonly YamlFault[];
}

export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

const readDocument = (document: Document, lines: LineCounter): readonly YamlDocument[] => {
  const faults: YamlFault[] = [];
  const report: Report = (line, message) => faults.push({ line, message });
  for (const { pos, message } of [...document.errors, ...document.warnings])
    report(lines.linePos(pos[0]).line, `no valid YAML: ${message}`);
  const [first] = faults;
  if (first) return [{ line: first.line, faults }];
  // "---" at the end of a file begins a document that holds nothing.
  if (!document.contents || isEmpty(document.contents)) return [];
  const reading: Reading = { document, lines, report, values: 0, depth: 0, isTooDeep: false };
  const value = readNode(document.contents, 1, reading);
  if (reading.values > maxValues)
    report(value.line, `more than ${maxValues} values, counting each use of an alias: split the file`);
  return [{ line: value.line, value, faults }];
};

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null;

const maxLength = 1_000_000;

/** Reads the documents of a YAML file (YAML 1.2, where `no` is a text). */
export const readYaml = (text: string): readonly YamlDocument[] => {
  if (text.length > maxLength)
    return [
      { line: 1, faults: [{ line: 1, message: `longer than ${maxLength} characters: split the file` }] },
    ];
  const lineCounter = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
    if ('empty' in documents) return [];
    return documents.flatMap((document) => readDocument(document as Document, lineCounter));
  } catch (error) {
    // The parser recurses, and thousands of brackets inside each other leave no room on the stack.
    if (!(error instanceof RangeError)) throw error;
    return [{ line: 1, faults: [{ line: 1, message: 'no valid YAML: too many levels inside each other' }] }];
  }
};

/** The entry of a key; undefined when the map has none. */
export const entryOf = (map: YamlMap, key: string): YamlEntry | undefined =>
  map.entries.find((entry) => entry.key === key);
