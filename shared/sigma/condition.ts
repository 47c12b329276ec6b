import { allOf, anyOf, type Expression } from '../custom-rules/expression.ts';
import { compileWildcards } from '../custom-rules/wildcard.ts';
import { nearest } from '../text/nearest.ts';
import { parseWildcards } from './parse-wildcards.ts';

/** The searches of a rule by name. */
export type Searches = ReadonlyMap<string, Expression>;

/** What is wrong with a condition. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

/** A parsed condition and the searches it names. */
export interface Condition {
  readonly expression: Expression;
  readonly used: ReadonlySet<string>;
}

interface Parsing {
  readonly tokens: readonly string[];
  readonly searches: Searches;
  readonly used: Set<string>;
  at: number;
  depth: number;
}

const deepest = 100;

const peek = ({ tokens, at }: Parsing): string | undefined => tokens[at]?.toLowerCase();

const take = (parsing: Parsing): string => {
  const token = parsing.tokens[parsing.at];
  if (token === undefined) throw new ConditionError('the condition ends too early');
  parsing.at += 1;
  return token;
};

const takeIf = (parsing: Parsing, word: string): boolean => {
  if (peek(parsing) !== word) return false;
  parsing.at += 1;
  return true;
};

const named = (parsing: Parsing, name: string): Expression => {
  const search = parsing.searches.get(name);
  parsing.used.add(name);
  if (search) return search;
  const meant = nearest(name, [...parsing.searches.keys()])[0];
  throw new ConditionError(
    `the condition names "${name}", which the detection does not define${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
};

/** The names a pattern stands for. `them` leaves out those that begin with `_` (Sigma Rules Specification, "Condition"). */
const namesOf = (pattern: string, { searches }: Parsing): readonly string[] => {
  const names = [...searches.keys()];
  if (pattern.toLowerCase() === 'them') return names.filter((name) => !name.startsWith('_'));
  return names.filter(compileWildcards(parseWildcards(pattern), true));
};

const parseOf = (parsing: Parsing, quantity: string): Expression => {
  take(parsing);
  const pattern = take(parsing);
  const names = namesOf(pattern, parsing);
  if (names.length === 0) throw new ConditionError(`"${quantity} of ${pattern}" stands for no search`);
  const expressions = names.map((name) => named(parsing, name));
  return quantity === 'all' ? allOf(expressions) : anyOf(expressions);
};

const quantities = new Set(['1', 'any', 'all']);

const parsePrimary = (parsing: Parsing): Expression => {
  const token = take(parsing);
  if (token === '(') {
    const inner = parseOr(parsing);
    if (!takeIf(parsing, ')')) throw new ConditionError('a parenthesis is not closed');
    return inner;
  }
  if (peek(parsing) === 'of') {
    const quantity = token.toLowerCase();
    if (quantities.has(quantity)) return parseOf(parsing, quantity);
    throw new ConditionError(`"${token} of" is not supported; use "1 of", "any of" or "all of"`);
  }
  if (token === ')' || ['and', 'or', 'of'].includes(token.toLowerCase()))
    throw new ConditionError(`"${token}" stands where a search should`);
  return named(parsing, token);
};

const parseNot = (parsing: Parsing): Expression => {
  parsing.depth += 1;
  if (parsing.depth > deepest)
    throw new ConditionError(`more than ${deepest} parentheses and "not" inside each other`);
  const expression: Expression = takeIf(parsing, 'not')
    ? { kind: 'not', of: parseNot(parsing) }
    : parsePrimary(parsing);
  parsing.depth -= 1;
  return expression;
};

const parseAnd = (parsing: Parsing): Expression => {
  const of = [parseNot(parsing)];
  while (takeIf(parsing, 'and')) of.push(parseNot(parsing));
  return allOf(of);
};

const parseOr = (parsing: Parsing): Expression => {
  const of = [parseAnd(parsing)];
  while (takeIf(parsing, 'or')) of.push(parseAnd(parsing));
  return anyOf(of);
};

/**
 * Parses a condition: `not` binds before `and`, `and` before `or`.
 *
 * @throws ConditionError with what is wrong
 */
export const parseCondition = (text: string, searches: Searches): Condition => {
  if (text.includes('|'))
    throw new ConditionError('aggregations behind "|" are not supported; write a correlation rule instead');
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  const parsing: Parsing = { tokens, searches, used: new Set(), at: 0, depth: 0 };
  const expression = parseOr(parsing);
  const rest = tokens[parsing.at];
  if (rest !== undefined) throw new ConditionError(`"${rest}" stands where "and", "or" or the end should`);
  return { expression, used: parsing.used };
};
