import { createHash } from 'node:crypto';
import type { AuthorizationDetails, RoleDetail, UserDetail } from '../account/snapshot-identities.ts';
import { administratorsOf } from './administrators.ts';
import { isDaysOld } from './age.ts';
import type { Criteria } from './criteria.ts';
import { isServiceLinked } from './role-kinds.ts';
import { longestStale } from './service-use.ts';

/** Of whom to ask which services they last accessed: it takes three calls each, and AWS throttles them soon. */
export interface AccessPlanning {
  readonly details: AuthorizationDetails;
  /** When each user or role was last asked about, ISO 8601, by ARN. */
  readonly known: ReadonlyMap<string, string>;
  readonly criteria: Criteria;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Nights in which everybody is asked about once; 1 asks about everybody. */
  readonly nights: number;
}

const day = 86_400_000;
/** Whose permissions changed in the last week is asked about every night: what is new is soon told unused or used. */
const recentDays = 7;

/** A number that stays with an ARN, so that each has its night. */
const numberOf = (arn: string): number => createHash('sha256').update(arn).digest().readUInt32BE(0);

/** Roles that a check would ask about: those of services cannot be changed, of young ones nothing can be told, unused ones are told of by role-unused. */
const worthAsking = (role: RoleDetail, { criteria, at }: AccessPlanning): boolean =>
  !isServiceLinked(role) &&
  role.lastUsedAt !== undefined &&
  isDaysOld(at, role.createdAt, Math.min(longestStale(criteria), criteria.thresholds.permissionUnusedDays));

/**
 * ARNs of the users and roles to ask about tonight, the most pressing first: administrators and those whose permissions changed, then those
 * whose night it is, the longest unasked first.
 */
export const accessPlan = (planning: AccessPlanning): readonly string[] => {
  const { details, known, at, nights } = planning;
  const { reasonsOf } = administratorsOf(details);
  const changed = new Set(
    details.policies
      .filter(({ isAwsManaged, updatedAt }) => !isAwsManaged && !isDaysOld(at, updatedAt, recentDays))
      .map(({ arn }) => arn),
  );
  const isPressing = (one: UserDetail): boolean =>
    reasonsOf(one).length > 0 || one.attachedPolicies.some(({ arn }) => changed.has(arn));
  const roles = details.roles
    .filter((role) => worthAsking(role, planning))
    .map((role): UserDetail => ({ ...role, groups: [] }));
  const tonight = Math.floor(at / day) % nights;
  return [...details.users, ...roles]
    .map((one) => ({ arn: one.arn, pressing: isPressing(one), since: known.get(one.arn) ?? '' }))
    .filter(({ arn, pressing }) => pressing || numberOf(arn) % nights === tonight)
    .toSorted(
      (a, b) =>
        Number(b.pressing) - Number(a.pressing) ||
        (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
        (a.arn < b.arn ? -1 : 1),
    )
    .map(({ arn }) => arn);
};
