import type { Condition } from './policy.ts';

/** The parts of a condition operator, e.g. `ForAnyValue:StringLikeIfExists`. */
interface Operator {
  readonly base: string;
  readonly forAllValues: boolean;
  readonly ifExists: boolean;
}

/** Splits an operator into set prefix, lower-case name and `IfExists`. */
export const operatorOf = ({ operator }: Condition): Operator => {
  const lower = operator.toLowerCase();
  const name = lower.slice(lower.indexOf(':') + 1);
  const ifExists = name.endsWith('ifexists');
  return {
    base: ifExists ? name.slice(0, -'ifexists'.length) : name,
    forAllValues: lower.startsWith('forallvalues:'),
    ifExists,
  };
};

const equality = new Set(['stringequals', 'stringequalsignorecase']);
const likeness = new Set(['stringlike', 'arnlike', 'arnequals']);
const denials = new Set([
  'stringnotequals',
  'stringnotequalsignorecase',
  'stringnotlike',
  'arnnotequals',
  'arnnotlike',
  'notipaddress',
]);

/** Whether the operator is one of "equals" or "like", so that the test limits the key to its values. */
export const isPositive = (condition: Condition): boolean => {
  const { base } = operatorOf(condition);
  return equality.has(base) || likeness.has(base) || base === 'ipaddress';
};

/** Whether `*` and `?` in the values are wildcards; in `StringEquals` they are plain characters. */
export const readsWildcards = (condition: Condition): boolean => likeness.has(operatorOf(condition).base);

// Keys that say who calls or from where. The list follows "The meaning of public" (Amazon S3 User Guide, "Blocking public
// access") without aws:SourceArn of services, plus the principal keys of "AWS global condition context keys".
const identityKeys = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  // Keys of one service: the caller of a KMS key, the owner of what an SNS topic hears of, the owner of an S3 access point.
  'kms:calleraccount',
  'aws:sourceowner',
  's3:dataaccesspointaccount',
]);

/** Always in the request context of a signed call, so that `IfExists` takes nothing away. */
const alwaysPresent = new Set(['aws:principalaccount', 'aws:principalarn', 'aws:userid']);

/** Account in an ARN pattern; undefined when the pattern leaves it open, e.g. `arn:aws:iam::*:role/x`. */
const hasFixedAccount = (arn: string): boolean => /^\d{12}$/.test(arn.split(':')[4] ?? '');

/** S3 calls IPv4 ranges wider than /8 and IPv6 ranges wider than /32 public ("The meaning of public", Amazon S3 User Guide). */
const isNarrowRange = (range: string): boolean => {
  const [address = '', length] = range.split('/');
  const prefix = length === undefined ? 128 : Number.parseInt(length, 10);
  return prefix >= (address.includes(':') ? 32 : 8);
};

const isFixed = (key: string, value: string, wildcards: boolean): boolean => {
  if (value === '' || value.includes('${')) return false;
  if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') return isNarrowRange(value);
  if (!wildcards || !/[*?]/.test(value)) return true;
  if (key === 'aws:principalarn' || key === 'aws:sourcearn') return hasFixedAccount(value);
  // An organisation path such as `o-a1b2c3d4e5/*` names the organisation.
  return key === 'aws:principalorgpaths' && /^o-[a-z0-9]+\//.test(value);
};

const hasFixedValues = (condition: Condition): boolean => {
  const key = condition.key.toLowerCase();
  const wildcards = !equality.has(operatorOf(condition).base);
  return (
    identityKeys.has(key) &&
    condition.values.length > 0 &&
    condition.values.every((value) => isFixed(key, value, wildcards))
  );
};

/**
 * Whether a test of an Allow statement limits who may call to somebody in particular. `ForAllValues` and `IfExists` also hold
 * when the key is absent, so they limit nobody (IAM User Guide, "Set operators for multi-valued context keys").
 */
export const limitsCaller = (condition: Condition): boolean => {
  const { forAllValues, ifExists } = operatorOf(condition);
  const holdsWithoutKey = forAllValues || (ifExists && !alwaysPresent.has(condition.key.toLowerCase()));
  return isPositive(condition) && !holdsWithoutKey && hasFixedValues(condition);
};

/** Whether a test of a Deny statement shuts out all but somebody in particular. Negated operators hold when the key is absent. */
export const shutsOutOthers = (condition: Condition): boolean =>
  denials.has(operatorOf(condition).base) && hasFixedValues(condition);

/** Whether a test asks for an external id: a shared word that AWS does not treat as a secret. */
export const asksExternalId = (condition: Condition): boolean =>
  condition.key.toLowerCase() === 'sts:externalid' &&
  isPositive(condition) &&
  !operatorOf(condition).ifExists;
