import type { OpenPath } from '../../policy/escalation/analyze.ts';
import { could } from '../../policy/escalation/could.ts';
import { type CompiledHolder, compileHolder } from '../../policy/escalation/holder.ts';
import { isAdministrator } from '../../policy/escalation/is-administrator.ts';
import type { AuthorizationDetails } from '../snapshot-identities.ts';
import { accountHolders } from './account-holders.ts';
import type { Edge } from './edge.ts';

/** Paths by which the caller writes or attaches a policy of its choice, to itself or to what it takes over: it then has everything. */
const byPolicyOfChoice = new Set([
  'iam-001',
  'iam-005',
  'iam-007',
  'iam-008',
  'iam-009',
  'iam-010',
  'iam-011',
  'iam-014',
  'iam-015',
  'iam-016',
  'iam-017',
  'iam-018',
  'iam-019',
  'iam-020',
  'iam-021',
  'create-user-and-key',
  'create-role-and-assume',
]);

/** Whether a path makes its caller an administrator; one that is done to somebody needs somebody. A limited one does not. */
export const givesEverything = ({ path, verdict }: OpenPath, to: Edge['to']): boolean =>
  byPolicyOfChoice.has(path.id) && verdict !== 'potential' && (path.proof === 'caller' || to.length > 0);

/** Tells whether a user may join a group whose policies allow everything. */
export const adminGroupsOf = (details: AuthorizationDetails, at: string) => {
  // A group is judged as a user that has nothing else.
  const asUsers = details.groups.map((group) => ({
    ...group,
    groups: [group.name],
    tags: [],
    arn: group.arn.replace(':group/', ':user/'),
    inlinePolicies: [],
    attachedPolicies: [],
  }));
  const { holders } = accountHolders({ ...details, users: asUsers, roles: [] });
  const groups = details.groups.filter((_, index) => {
    const holder = holders[index]?.compiled;
    return holder !== undefined && isAdministrator(compileHolder(holder.holder), at);
  });
  return (user: CompiledHolder): boolean =>
    user.holder.boundary === undefined &&
    groups.some(({ arn }) => could(user, { action: 'iam:AddUserToGroup', resource: arn }, at) !== undefined);
};
