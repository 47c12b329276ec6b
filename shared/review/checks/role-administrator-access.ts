import { matchesAnyArnPattern } from '../../account/arn-pattern.ts';
import { arnOf, authorization, awsPolicy, reads, role } from '../../account/example.ts';
import type { RoleDetail } from '../../account/snapshot-identities.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';
import { isPermissionSetRole, isServiceLinked } from '../role-kinds.ts';

export const check = defineCheck({
  id: 'role-administrator-access',
  topic: 'roles',
  severity: 'high',
  title: 'Role has AdministratorAccess',
  why: 'Whoever may take on the role, and every program that runs with it, owns the account.',
  fix: 'Give the role what it calls, no more. Name roles that must be administrators in approvedAdminRoles or breakGlassRoles.',
  misses:
    'Policies of your own that allow everything: policy-admin-customer-attached and policy-admin-inline.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      attached: 'The role {role} has AdministratorAccess.',
      bounded: 'The role {role} has AdministratorAccess within the boundary {boundary}.',
    },
    PASS: {
      none: 'The role {role} has no AdministratorAccess.',
      approved: 'The role {role} has AdministratorAccess, as the settings say it may.',
    },
    NOT_APPLICABLE: {
      'no-roles': 'The account has no role of its own.',
      'permission-set': 'The role {role} is made by IAM Identity Center: its permission set is judged there.',
    },
  },

  judge({ sources, account, criteria }) {
    const { breakGlassRoles = [], approvedAdminRoles = [] } = criteria.account;
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', (found) => {
      const about = { resource: found.arn, resourceId: found.name };
      const data = { role: found.name };
      if (!hasAwsPolicy(found.attachedPolicies, 'AdministratorAccess'))
        return { message: 'none', ...about, data };
      if (isPermissionSetRole(found)) return { message: 'permission-set', ...about, data };
      if (matchesAnyArnPattern([...breakGlassRoles, ...approvedAdminRoles], found.arn))
        return { message: 'approved', ...about, data };
      return found.boundaryArn === undefined
        ? { message: 'attached', ...about, data }
        : {
            message: 'bounded',
            ...about,
            data: { ...data, boundary: found.boundaryArn },
            severity: 'medium',
          };
    });
  },
});

const state = (name: string, over: Partial<RoleDetail> = {}) =>
  reads(
    authorization({ roles: [role(name, { attachedPolicies: [awsPolicy('AdministratorAccess')], ...over })] }),
  );

export const examples = (): CheckExample[] => [
  { name: 'attached', expect: ['attached'], severity: 'high', state: state('deploy') },
  {
    name: 'attached, within a boundary',
    expect: ['bounded'],
    severity: 'medium',
    state: state('deploy', { boundaryArn: arnOf('policy/boundary') }),
  },
  {
    name: 'attached to the role for emergencies',
    expect: ['approved'],
    account: { breakGlassRoles: ['arn:aws:iam::*:role/break-glass'] },
    state: state('break-glass'),
  },
  {
    name: 'a role of a permission set',
    expect: ['permission-set'],
    state: state('AWSReservedSSO_Admin_0123456789abcdef', {
      path: '/aws-reserved/sso.amazonaws.com/eu-central-1/',
    }),
  },
  {
    name: 'a role that only calls itself so',
    expect: ['attached'],
    state: state('AWSReservedSSO_Admin_0123456789abcdef'),
  },
  {
    name: 'a service-linked role',
    expect: ['no-roles'],
    state: state('x', { path: '/aws-service-role/x.amazonaws.com/' }),
  },
  { name: 'none', expect: ['none'], state: state('app', { attachedPolicies: [] }) },
];
