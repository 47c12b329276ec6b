import { coversGrant } from '../../policy/compare-grants.ts';
import { coversPattern } from '../../policy/compare-patterns.ts';
import { describeCondition, describeStatement } from '../../policy/describe-statement.ts';
import { patternOf } from '../../policy/pattern.ts';
import type { Condition, Policy, Principal, Scope, Statement } from '../../policy/policy.ts';
import type { ChangedKind } from './access-change.ts';

const has = (effect: Statement['effect']) => (statement: Statement) => statement.effect === effect;

const lower = ({ patterns }: Scope) => patterns.map((pattern) => patternOf(pattern.toLowerCase()));

const coversActions = (outer: Scope, inner: Scope): boolean => {
  const [wide, narrow] = [lower(outer), lower(inner)];
  if (!outer.except)
    return !inner.except && narrow.every((each) => wide.some((one) => coversPattern(one, each)));
  return inner.except && wide.every((left) => narrow.some((out) => coversPattern(out, left)));
};

/** Whether everything that one Deny denies is denied by another one. A yes is certain. */
const isDeniedBy = (old: Statement, now: Statement): boolean =>
  coversGrant(now, old) && coversActions(now.actions, old.actions);

/** Denials of the old document that are gone or shrank. */
export const removedDenials = (before: Policy, after: Policy): readonly Statement[] => {
  const denials = after.statements.filter(has('Deny'));
  return before.statements.filter(has('Deny')).filter((old) => !denials.some((now) => isDeniedBy(old, now)));
};

/** Keys by which a trust policy tells the ones it means from others ("IAM condition context keys", IAM User Guide). */
const guardingKey =
  /^(sts:(externalid|sourceidentity)|aws:(multifactorauth(present|age)|source(arn|account|orgid|orgpaths|ip|vpc|vpce|identity)|principal(orgid|orgpaths|arn|account|tag\/.*)|requesttag\/.*)|saml:.+|[^:]+:(sub|aud|amr|azp|oaud|repository(_id|_owner|_owner_id)?|job_workflow_ref|environment|ref))$/i;

const nameOf = ({ type, id }: Principal): string => `${type} ${id}`;

const isOfPrincipal = (statement: Statement, principal: Principal): boolean =>
  !statement.principals.except && statement.principals.list.some((one) => nameOf(one) === nameOf(principal));

const sameKey = (a: Condition, b: Condition): boolean => a.key.toLowerCase() === b.key.toLowerCase();

/** A condition that a principal no longer has to meet. */
export interface RemovedCondition {
  readonly principal: string;
  readonly condition: Condition;
}

/** The tests that some statement of the new document asks nothing of the like instead. */
const lostBy = (principal: Principal, old: Statement, after: Policy): readonly RemovedCondition[] => {
  const now = after.statements
    .filter(has('Allow'))
    .filter((statement) => isOfPrincipal(statement, principal));
  // Who is no longer let in at all has lost nothing but the way in.
  return old.conditions
    .filter(({ key }) => guardingKey.test(key))
    .filter((test) => now.some(({ conditions }) => !conditions.some((one) => sameKey(one, test))))
    .map((condition) => ({ principal: principal.id, condition }));
};

/** Whether the principal got in without the condition already. */
const wasFree = (before: Policy, principal: Principal, { key }: Condition): boolean =>
  before.statements
    .filter(has('Allow'))
    .some(
      (statement) =>
        isOfPrincipal(statement, principal) &&
        !statement.conditions.some((one) => one.key.toLowerCase() === key.toLowerCase()),
    );

/** Conditions of a trust policy that the same principals no longer have to meet. */
export const removedConditions = (before: Policy, after: Policy): readonly RemovedCondition[] =>
  before.statements
    .filter(has('Allow'))
    .filter(({ principals }) => !principals.except)
    .flatMap((old) =>
      old.principals.list.flatMap((principal) =>
        lostBy(principal, old, after).filter(({ condition }) => !wasFree(before, principal, condition)),
      ),
    );

/** What guarded and is gone, in words. */
export const removedGuards = (of: ChangedKind, before: Policy, after: Policy): readonly string[] => [
  ...removedDenials(before, after).map(describeStatement),
  ...(of === 'trust-policy' ? removedConditions(before, after) : []).map(
    ({ principal, condition }) => `${describeCondition(condition)} for ${principal}`,
  ),
];
