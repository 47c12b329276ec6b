import { isNode, type Node } from './parse-rule.ts';

/** A change of a piece of text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly kind: 'negated' | 'dropped' | 'flipped' | 'literal' | 'method';
}

const flipped: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};

const otherMethod: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
};

const textOf = (source: string, { start, end }: Node): string => source.slice(start, end);

const child = (node: Node, field: string): Node | undefined => {
  const value = node[field];
  return isNode(value) ? value : undefined;
};

const replaced = (node: Node, replacement: string, kind: Change['kind']): Change => ({
  start: node.start,
  end: node.end,
  replacement,
  kind,
});

const ofBinary = (source: string, node: Node): readonly Change[] => {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (!left || !right) return [];
  const operator = String(node['operator']);
  // What stands in for a missing value is mostly for people to read.
  if (operator === '??') return [];
  if (operator === '&&' || operator === '||')
    return [left, right].map((kept) => replaced(node, `(${textOf(source, kept)})`, 'dropped'));
  return (flipped[operator] ?? []).map((other) =>
    replaced(node, `(${textOf(source, left)} ${other} ${textOf(source, right)})`, 'flipped'),
  );
};

const ofTest = (source: string, node: Node): readonly Change[] => {
  const test = child(node, 'test');
  // A comparison is flipped anyhow, and a negation dropped.
  if (!test || (test.type === 'BinaryExpression' && String(test['operator']) in flipped)) return [];
  return test.type === 'UnaryExpression' ? [] : [replaced(test, `!(${textOf(source, test)})`, 'negated')];
};

const ofCall = (node: Node): readonly Change[] => {
  const callee = child(node, 'callee');
  const property = callee?.type === 'MemberExpression' ? child(callee, 'property') : undefined;
  const other = property && otherMethod[String(property['value'])];
  return property && other && Object.hasOwn(otherMethod, String(property['value']))
    ? [replaced(property, other, 'method')]
    : [];
};

/** An anchor less: what matched a whole text then matches a part. */
const ofRegex = (node: Node): readonly Change[] => {
  const [pattern, flags] = [String(node['pattern']), String(node['flags'])];
  const looser = [pattern.replace(/^\^/, ''), pattern.replace(/(?<!\\)\$$/, '')];
  return looser.filter((one) => one !== pattern).map((one) => replaced(node, `/${one}/${flags}`, 'literal'));
};

/** Windows are made twice as long, thresholds one more and one less, other numbers one more. */
const ofNumber = (node: Node, name: string): readonly Change[] => {
  const value = Number(node['value']);
  if (value > 0 && /days|hours|minutes|seconds/i.test(name))
    return [replaced(node, String(value * 2), 'literal')];
  const others = /threshold|least|most/i.test(name) ? [value + 1, value - 1] : [value + 1];
  return others.map((other) => replaced(node, String(other), 'literal'));
};

const ofLiteral = (node: Node, name: string): readonly Change[] => {
  const value = node['value'];
  if (node.type === 'NumericLiteral') return ofNumber(node, name);
  if (node.type === 'BooleanLiteral') return [replaced(node, String(!value), 'literal')];
  return [replaced(node, JSON.stringify(`${String(value)}~`), 'literal')];
};

/**
 * What can be changed in this node itself, not in those below it.
 *
 * @param name of the property or the constant that the node belongs to, or empty
 */
export const changesOf = (source: string, node: Node, name = ''): readonly Change[] => {
  switch (node.type) {
    case 'BinaryExpression':
      return ofBinary(source, node);
    case 'IfStatement':
    case 'ConditionalExpression':
      return ofTest(source, node);
    case 'UnaryExpression': {
      const argument = child(node, 'argument');
      return node['operator'] === '!' && argument
        ? [replaced(node, `(${textOf(source, argument)})`, 'negated')]
        : [];
    }
    case 'CallExpression':
      return ofCall(node);
    case 'RegExpLiteral':
      return ofRegex(node);
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'StringLiteral':
      return ofLiteral(node, name);
    default:
      return [];
  }
};
