import { arnEquals } from './arn-equals.ts';
import { arnLike } from './arn-like.ts';
import { arnNotEquals } from './arn-not-equals.ts';
import { arnNotLike } from './arn-not-like.ts';
import { binaryEquals } from './binary-equals.ts';
import { bool } from './bool.ts';
import { dateEquals } from './date-equals.ts';
import { dateGreaterThan } from './date-greater-than.ts';
import { dateGreaterThanEquals } from './date-greater-than-equals.ts';
import { dateLessThan } from './date-less-than.ts';
import { dateLessThanEquals } from './date-less-than-equals.ts';
import { dateNotEquals } from './date-not-equals.ts';
import { ipAddress } from './ip-address.ts';
import { notIpAddress } from './not-ip-address.ts';
import { nullOperator } from './null.ts';
import { numericEquals } from './numeric-equals.ts';
import { numericGreaterThan } from './numeric-greater-than.ts';
import { numericGreaterThanEquals } from './numeric-greater-than-equals.ts';
import { numericLessThan } from './numeric-less-than.ts';
import { numericLessThanEquals } from './numeric-less-than-equals.ts';
import { numericNotEquals } from './numeric-not-equals.ts';
import type { ConditionOperator } from './operator.ts';
import { stringEquals } from './string-equals.ts';
import { stringEqualsIgnoreCase } from './string-equals-ignore-case.ts';
import { stringLike } from './string-like.ts';
import { stringNotEquals } from './string-not-equals.ts';
import { stringNotEqualsIgnoreCase } from './string-not-equals-ignore-case.ts';
import { stringNotLike } from './string-not-like.ts';

/** Every condition operator of IAM ("Condition operators", IAM User Guide): 26 comparisons and Null. */
export const operators = [
  stringEquals,
  stringNotEquals,
  stringEqualsIgnoreCase,
  stringNotEqualsIgnoreCase,
  stringLike,
  stringNotLike,
  numericEquals,
  numericNotEquals,
  numericLessThan,
  numericLessThanEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  dateEquals,
  dateNotEquals,
  dateLessThan,
  dateLessThanEquals,
  dateGreaterThan,
  dateGreaterThanEquals,
  bool,
  binaryEquals,
  ipAddress,
  notIpAddress,
  arnEquals,
  arnNotEquals,
  arnLike,
  arnNotLike,
  nullOperator,
  // Each keeps its two types together by itself; of the list only the contract is known.
] as readonly ConditionOperator<unknown, unknown>[];

const byName = new Map(operators.map((operator) => [operator.name.toLowerCase(), operator]));

/** How an operator is written in a policy: `ForAnyValue:StringLikeIfExists` is StringLike for any value, if it exists. */
export interface OperatorUse {
  readonly operator: ConditionOperator;
  readonly set?: 'any' | 'all';
  readonly ifExists: boolean;
}

const suffix = 'ifexists';
const prefixes = [
  ['foranyvalue:', 'any'],
  ['forallvalues:', 'all'],
] as const;

/** Reads an operator as written, in any case; undefined when IAM has no such operator, or one that takes no suffix (Null…IfExists). */
export const operatorUse = (written: string): OperatorUse | undefined => {
  const lower = written.toLowerCase();
  const [prefix = '', set] = prefixes.find(([start]) => lower.startsWith(start)) ?? [];
  const name = lower.slice(prefix.length);
  const ifExists = name.endsWith(suffix);
  const operator = byName.get(ifExists ? name.slice(0, -suffix.length) : name);
  if (operator === undefined || (ifExists && operator.family === 'null')) return undefined;
  return { operator, ...(set === undefined ? {} : { set }), ifExists };
};
