import { coversAction } from './match-pattern.ts';
import { asksExternalId, limitsCaller, shutsOutOthers } from './narrowing.ts';
import type { Policy, Statement } from './policy.ts';

const assumeActions = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

/** Whether a statement of a trust policy is about taking on the role (not only about tags or the source identity). */
export const isAboutAssuming = ({ actions }: Statement): boolean =>
  assumeActions.some((action) => coversAction(actions, action));

/** `*`, `{"AWS": "*"}`, or everybody but a few (Allow with NotPrincipal). */
export const namesEveryone = ({ principals }: Statement): boolean =>
  principals.except ||
  principals.list.some(({ type, id }) => id === '*' && (type === '*' || type.toUpperCase() === 'AWS'));

/**
 * A Deny for everyone else makes up for an Allow for everyone. Its tests are joined by "and", so one that is not about who calls
 * lets strangers through.
 */
const isShutByDeny = ({ statements }: Policy): boolean =>
  statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      namesEveryone(statement) &&
      !statement.principals.except &&
      coversAction(statement.actions, 'sts:AssumeRole') &&
      statement.conditions.length > 0 &&
      statement.conditions.every(shutsOutOthers),
  );

/** How far a trust policy is open: to any AWS principal of any account, or to those who know an external id. */
export type Openness = 'everyone' | 'external-id' | 'closed';

/**
 * Whether a role's trust policy lets in callers it does not name. Looks at the document alone; conditions on anything but who
 * calls or from where (MFA, dates, tags) do not close it.
 */
export const opennessOf = (policy: Policy): Openness => {
  const open = policy.statements.filter(
    (statement) =>
      statement.effect === 'Allow' &&
      isAboutAssuming(statement) &&
      namesEveryone(statement) &&
      !statement.conditions.some(limitsCaller),
  );
  if (open.length === 0 || isShutByDeny(policy)) return 'closed';
  return open.every((statement) => statement.conditions.some(asksExternalId)) ? 'external-id' : 'everyone';
};
