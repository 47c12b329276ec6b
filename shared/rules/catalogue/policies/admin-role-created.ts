import { after, call, identityCenterUser, role, service, user } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isIdentityCenterItself } from '../../identity-providers.ts';
import { madeAdminBy, madeAdminData, madeAdminHistory } from '../../made-admin.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'admin-role-created',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'] },
  // Services and stacks make such roles as part of what was asked of them; the attachment itself is told by rules of its own.
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Role created and made an administrator',
  why: 'A new role that an outsider’s account may trust and that may do everything is a back door that survives every change of users and keys.',
  fix: 'Read whom the role trusts. Unless a change request names it, detach the policy, revoke the sessions of the role and look at who made it.',
  misses:
    'Roles that become administrators by a customer-managed policy of another name. More than 30 hours between the two steps. Roles that an AWS service makes by itself.',
  falsePositives:
    'Setting up deployment roles by hand or by Terraform. Through CloudFormation (also when CDK prepares an account) it is told one level lower.',
  attack: ['T1136.003', 'T1098.003'],
  messages: {
    byOne: '{creator} created role {role} and within {minutes} min made it an administrator ({policy}).',
    byTwo:
      '{creator} created role {role}, and within {minutes} min {raiser} made it an administrator ({policy}).',
  },

  history: (event) => (isIdentityCenterItself(event) ? [] : madeAdminHistory(event)),

  evaluate(event, { history: [sequence] }) {
    if (!isNewlyMet(sequence)) return [];
    const { name: role, arn: resource } = policyHolderOf(event);
    const data = madeAdminData(sequence);
    return [{ message: madeAdminBy(data), resource, data: { role, ...data } }];
  },
});

const policyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
const request = { roleName: 'backup', assumeRolePolicyDocument: '{"Statement":[]}' };
const creates = (over: object = {}) => call('iam:CreateRole', { request, time: after(-60), ...over });
const attaches = (over: object = {}) =>
  call('iam:AttachRolePolicy', { request: { roleName: 'backup', policyArn }, ...over });
const cloudFormation = () => ({ by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }) });
const identityCenter = () => ({
  by: role('AWSServiceRoleForSSO', 'AWS-SSO', {}, '/aws-service-role/sso.amazonaws.com/'),
  sourceIp: 'sso.amazonaws.com',
});

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['byOne'],
    severity: 'critical',
    before: [creates({ by: identityCenterUser('mallory') })],
    record: attaches({ by: identityCenterUser('mallory') }),
  },
  {
    name: 'by one caller, raised by another',
    expect: ['byTwo'],
    before: [creates()],
    record: attaches({ by: identityCenterUser('mallory') }),
  },
  {
    name: 'when the creation arrives last',
    expect: ['byOne'],
    before: [attaches()],
    record: creates(),
  },
  {
    name: 'through CloudFormation',
    expect: ['byOne'],
    severity: 'high',
    before: [creates(cloudFormation())],
    record: attaches(cloudFormation()),
  },
  {
    name: 'by Identity Center',
    expect: [],
    before: [creates(identityCenter())],
    record: attaches(identityCenter()),
  },
  {
    name: 'by an AWS service',
    expect: [],
    before: [creates({ by: service('controltower.amazonaws.com') })],
    record: attaches({ by: service('controltower.amazonaws.com') }),
  },
  { name: 'an old role', expect: [], record: attaches() },
  {
    name: 'raised, deleted and made anew',
    expect: [],
    before: [attaches({ time: after(-600) })],
    record: creates({ time: after(0) }),
  },
];
