import {
  authorization,
  awsPolicy,
  documentOf,
  group,
  reads,
  report,
  reportRow,
  user,
} from '../../account/example.ts';
import type { SnapshotValues } from '../../account/snapshot.ts';
import type { UserDetail } from '../../account/snapshot-identities.ts';
import { administratorsOf } from '../administrators.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { usersIn } from '../report-rows.ts';

export const check = defineCheck({
  id: 'group-admin-member-without-mfa',
  topic: 'permissions',
  severity: 'high',
  title: 'Administrator has no MFA',
  why: 'One phished password or leaked key, and the account is somebody else’s.',
  fix: 'Have the user register a FIDO key, and add a policy that denies everything without MFA; better, give a role to take on.',
  misses: 'Users who can make themselves administrators: policy-privilege-escalation.',
  needs: ['authorization', 'credentialReport'],
  messages: {
    FAIL: { off: '{user} is an administrator ({reasons}) and has no MFA device.' },
    PASS: { on: '{user} is an administrator ({reasons}) and has MFA.' },
    NOT_APPLICABLE: { 'no-administrators': 'No IAM user is an administrator.' },
    NOT_EVALUATED: {
      unknown: 'Whether {user}, an administrator, has MFA is not in the credential report.',
    },
  },

  judge({ sources, account, criteria }) {
    const { reasonsOf } = administratorsOf(sources.authorization);
    const privileged = criteria.account.privilegedGroups ?? [];
    const rows = new Map(usersIn(sources.credentialReport).map((row) => [row.user.toLowerCase(), row]));
    const administrators = sources.authorization.users
      .map((found) => ({
        found,
        reasons: [
          ...reasonsOf(found),
          ...found.groups
            .filter((name) => privileged.includes(name))
            .map((name) => `privileged group ${name}`),
        ],
      }))
      .filter(({ reasons }) => reasons.length > 0);
    return judgeEach(administrators, account, 'no-administrators', ({ found: { name, arn }, reasons }) => {
      const about = { resource: arn, resourceId: name, data: { user: name, reasons } };
      const mfa = rows.get(name.toLowerCase())?.mfaActive;
      if (mfa === true) return { message: 'on', ...about };
      return { message: mfa === false ? 'off' : 'unknown', ...about };
    });
  },
});

const state = (
  over: Partial<UserDetail>,
  mfaActive = false,
  details: Partial<SnapshotValues['authorization']> = {},
) =>
  reads({
    ...authorization({ users: [user('kim', over)], ...details }),
    ...report(reportRow('kim', { mfaActive })),
  });
const attached = () => [awsPolicy('AdministratorAccess')];
const admins = () => ({ groups: [group('admins', { attachedPolicies: attached() })] });
const everything = () => ({ name: 'all', document: documentOf({ Action: '*' }) });

export const examples = (): CheckExample[] => [
  {
    name: 'a member of a group with AdministratorAccess',
    expect: ['off'],
    severity: 'high',
    state: state({ groups: ['admins'] }, false, admins()),
  },
  { name: 'with the policy attached', expect: ['off'], state: state({ attachedPolicies: attached() }) },
  {
    name: 'with an inline policy that allows everything',
    expect: ['off'],
    state: state({ inlinePolicies: [everything()] }),
  },
  {
    name: 'a member of a group whose inline policy allows everything',
    expect: ['off'],
    state: state({ groups: ['g'] }, false, { groups: [group('g', { inlinePolicies: [everything()] })] }),
  },
  {
    name: 'a member of a group that the settings call privileged',
    expect: ['off'],
    account: { privilegedGroups: ['ops'] },
    state: state({ groups: ['ops'] }),
  },
  { name: 'an administrator with MFA', expect: ['on'], state: state({ attachedPolicies: attached() }, true) },
  { name: 'no administrator', expect: ['no-administrators'], state: state({}) },
  {
    name: 'an administrator who is not in the report',
    expect: ['unknown'],
    state: { ...state({ attachedPolicies: attached() }), ...reads(report()) },
  },
];
