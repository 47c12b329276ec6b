import { type Change, changesOf } from './mutate-node.ts';
import { childrenOf, isNode, type Node, parseRule } from './parse-rule.ts';

/** A rule with one of its conditions changed. */
export interface Mutant extends Change {
  /** From 1. */
  readonly line: number;
  readonly original: string;
}

// What a rule says of itself and to people. Triggers and tables of calls are data, and what is said of a match is looked at by other tests.
const notConditions = new Set([
  'id',
  'kind',
  'on',
  'title',
  'why',
  'fix',
  'misses',
  'falsePositives',
  'attack',
  'messages',
  'undo',
  'actions',
  'needs',
  'data',
  'aspect',
  'resource',
  'note',
]);

const keyOf = (node: Node): string => {
  const key = node['key'];
  return isNode(key) ? String(key['value']) : '';
};

/** The nodes below that hold conditions. Types, keys and tables of names do not. */
const below = (node: Node): readonly Node[] => {
  if (node.type === 'KeyValueProperty' || node.type === 'MethodProperty') {
    if (notConditions.has(keyOf(node))) return [];
    const { key, ...rest } = node;
    return childrenOf(rest);
  }
  if (node.type === 'ArrayExpression') return childrenOf(node).filter(({ type }) => type !== 'StringLiteral');
  // The right of `??` stands in for a missing value; templates are keys and texts.
  if (node.type === 'BinaryExpression' && node['operator'] === '??')
    return childrenOf(node['left'] ? [node['left']] : []);
  if (node.type === 'TemplateLiteral') return childrenOf(node['expressions']);
  return childrenOf(node);
};

const isType = ({ type }: Node): boolean =>
  /^Ts/.test(type) && !/^Ts(As|NonNull|Satisfies|ConstAssertion)/.test(type);

const nameOf = (node: Node): string => {
  const id = node['id'];
  return node.type === 'VariableDeclarator' && isNode(id) ? String(id['value']) : keyOf(node);
};

const changesBelow = (source: string, node: Node, name = ''): readonly Change[] =>
  isType(node)
    ? []
    : [
        ...changesOf(source, node, name),
        ...below(node).flatMap((one) => changesBelow(source, one, nameOf(node) || name)),
      ];

const isDefault = ({ type }: Node): boolean => type === 'ExportDefaultExpression';

/** What comes before the rule and the rule; what follows are its examples. */
const ruleParts = (items: readonly Node[]): readonly Node[] =>
  items
    .slice(0, items.findIndex(isDefault) + 1)
    .filter(({ type }) => type === 'VariableDeclaration' || type === 'ExportDefaultExpression');

/**
 * All mutants of a rule's source: conditions negated, one side of `&&` and `||` dropped, comparisons flipped, literals changed. Imports, texts,
 * triggers, tables of names and examples stay as they are.
 */
export const mutantsOf = (source: string): readonly Mutant[] =>
  ruleParts(parseRule(source))
    .flatMap((part) => changesBelow(source, part))
    .map((change) => ({
      ...change,
      line: source.slice(0, change.start).split('\n').length,
      original: source.slice(change.start, change.end),
    }));

/** The source with the change in it. */
export const mutated = (source: string, { start, end, replacement }: Change): string =>
  source.slice(0, start) + replacement + source.slice(end);
