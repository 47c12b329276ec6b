import { type Expression, type ModuleItem, parse } from '@swc/core';

/** A piece of the source, in bytes from its beginning. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

interface Node {
  readonly type?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every call below a node. */
const callsIn = function* (node: unknown): Generator<Node> {
  if (!isNode(node)) return;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') yield node;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const one of value) yield* callsIn(one);
    else yield* callsIn(value);
  }
};

/** Marks the calls of a constant as free of effects: a constant that only the examples use is then dropped with them. */
const pureCalls = (item: ModuleItem): readonly Cut[] => {
  const declaration = item.type === 'ExportDeclaration' ? item.declaration : item;
  if (declaration.type !== 'VariableDeclaration') return [];
  return [...callsIn(declaration)].flatMap(({ span }) =>
    span ? [{ start: span.start, end: span.start, insert: '/* @__PURE__ */ ' }] : [],
  );
};

const ruleIn = (expression: Expression) => {
  if (expression.type !== 'CallExpression') return undefined;
  const [argument] = expression.arguments;
  return argument?.expression.type === 'ObjectExpression' ? argument.expression : undefined;
};

const nameOf = (property: Node & { key?: { type?: string; value?: unknown } }): unknown =>
  property.key?.type === 'Identifier' ? property.key.value : undefined;

/** Cuts properties of the rule out, up to the next one or to the end of the object. */
const droppedProperties = (item: ModuleItem, drop: ReadonlySet<string>): readonly Cut[] => {
  if (item.type !== 'ExportDefaultExpression') return [];
  const rule = ruleIn(item.expression);
  if (!rule) return [];
  const properties = rule.properties as readonly (Node & { key?: Node; value?: Node })[];
  const startOf = (one: (typeof properties)[number] | undefined): number =>
    one?.key?.span?.start ?? one?.span?.start ?? rule.span.end - 1;
  return properties.flatMap((property, index) =>
    drop.has(String(nameOf(property as never)))
      ? [{ start: startOf(property), end: startOf(properties[index + 1]), insert: '' }]
      : [],
  );
};

const apply = (source: Buffer, cuts: readonly Cut[]): string => {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { start, end, insert } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(source.subarray(at, start), Buffer.from(insert));
    at = end;
  }
  return Buffer.concat([...pieces, source.subarray(at)]).toString();
};

/**
 * The source of a rule without what a function does not need of it.
 *
 * @param source of a file of the catalogue
 * @param drop properties of the rule
 */
export const slimRule = async (source: string, drop: ReadonlySet<string>): Promise<string> => {
  const { body, span } = await parse(source, { syntax: 'typescript' });
  const cuts = body.flatMap((item) => [...pureCalls(item), ...droppedProperties(item, drop)]);
  // swc counts on from the file it parsed before.
  const offset = span.start;
  return apply(
    Buffer.from(source),
    cuts.map((cut) => ({ ...cut, start: cut.start - offset, end: cut.end - offset })),
  );
};
