import { authorization, awsPolicy, group, reads, user } from '../../account/example.ts';
import type { AuthorizationDetails, UserDetail } from '../../account/snapshot-identities.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';

const hasAccess = (holder: Pick<UserDetail, 'attachedPolicies'>): boolean =>
  hasAwsPolicy(holder.attachedPolicies, 'AdministratorAccess');

/** Names of the groups that give it to a user. */
const groupsOf = ({ groups }: UserDetail, details: AuthorizationDetails): readonly string[] =>
  details.groups.filter((found) => groups.includes(found.name) && hasAccess(found)).map(({ name }) => name);

export const check = defineCheck({
  id: 'user-administrator-access',
  topic: 'permissions',
  severity: 'critical',
  title: 'User has AdministratorAccess',
  why: 'Whoever gets hold of one password or key of this user owns the account.',
  fix: 'Give administrators a role to take on, with MFA, for as long as the work takes; detach the policy from the user.',
  misses:
    'Policies of your own that allow everything: policy-admin-customer-attached and policy-admin-inline.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      direct: '{user} has AdministratorAccess attached.',
      both: '{user} has AdministratorAccess attached, and by the group(s) {groups}.',
      inherited: '{user} has AdministratorAccess by the group(s) {groups}.',
    },
    PASS: { none: '{user} has no AdministratorAccess.' },
    NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  },

  judge: ({ sources, account }) =>
    judgeEach(sources.authorization.users, account, 'no-users', (found) => {
      const groups = groupsOf(found, sources.authorization);
      const about = { resource: found.arn, resourceId: found.name };
      const data = { user: found.name };
      if (hasAccess(found))
        return groups.length > 0
          ? { message: 'both', ...about, data: { ...data, groups } }
          : { message: 'direct', ...about, data };
      if (groups.length === 0) return { message: 'none', ...about, data };
      // A group is at least a place where somebody looks.
      return { message: 'inherited', ...about, data: { ...data, groups }, severity: 'high' };
    }),
});

const administrator = () => ({ attachedPolicies: [awsPolicy('AdministratorAccess')] });
const state = (over: Partial<UserDetail>) =>
  reads(
    authorization({
      users: [user('kim', over)],
      groups: [group('admins', administrator()), group('others')],
    }),
  );

export const examples = (): CheckExample[] => [
  { name: 'attached', expect: ['direct'], severity: 'critical', state: state(administrator()) },
  {
    name: 'attached, and by a group',
    expect: ['both'],
    state: state({ ...administrator(), groups: ['admins'] }),
  },
  {
    name: 'by a group',
    expect: ['inherited'],
    severity: 'high',
    state: state({ groups: ['admins', 'others'] }),
  },
  {
    name: 'in China',
    expect: ['direct'],
    state: state({
      attachedPolicies: [{ name: 'x', arn: 'arn:aws-cn:iam::aws:policy/AdministratorAccess' }],
    }),
  },
  {
    name: 'a policy of the account with that name',
    expect: ['none'],
    state: state({
      attachedPolicies: [
        { name: 'AdministratorAccess', arn: 'arn:aws:iam::111122223333:policy/AdministratorAccess' },
      ],
    }),
  },
  { name: 'another group', expect: ['none'], state: state({ groups: ['others'] }) },
];
