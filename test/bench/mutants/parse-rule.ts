import { parseSync } from '@swc/core';

/** A node of swc's syntax tree, as far as mutants look at it. Positions are offsets in UTF-16 units of the text that was parsed. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

// Its position tells where swc begins to count: positions go on from one parse to the next.
const marker = ';';

/** UTF-16 offsets by UTF-8 offsets. */
const offsetsOf = (text: string): readonly number[] => {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The statements of a TypeScript module. */
export const parseRule = (text: string): readonly Node[] => {
  const { body } = parseSync(marker + text, { syntax: 'typescript', target: 'es2022' });
  const base = (body[0]?.span.start ?? 0) + marker.length;
  const offsets = offsetsOf(text);
  const offsetOf = (position: number): number => {
    const offset = offsets[position - base];
    if (offset === undefined) throw new Error(`swc tells of a position outside the text: ${position - base}`);
    return offset;
  };
  const positioned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(positioned);
    if (!isObject(value)) return value;
    const { span, ...fields } = value;
    const node = Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, positioned(one)]));
    if (isObject(span)) {
      const { start, end } = span as unknown as Span;
      return { ...node, start: offsetOf(start), end: offsetOf(end) };
    }
    // swc gives properties no position of their own.
    const { key, value: of } = node;
    return isNode(key) && isNode(of) ? { ...node, start: key.start, end: of.end } : node;
  };
  return body.slice(1).map((item) => positioned(item) as Node);
};

/** Whether a field of a node is a node. */
export const isNode = (value: unknown): value is Node =>
  isObject(value) && typeof value['type'] === 'string' && typeof value['start'] === 'number';

/** The nodes in the fields of a node, also those in lists and in plain wrappers such as arguments. */
export const childrenOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap((one) => (isNode(one) ? [one] : childrenOf(one)));
  if (!isObject(value)) return [];
  return Object.values(value).flatMap((one) => (isNode(one) ? [one] : childrenOf(one)));
};
