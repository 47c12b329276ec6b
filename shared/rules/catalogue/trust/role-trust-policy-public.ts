import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { opennessOf } from '../../../policy/trust.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { trustUndoing, trustWritingActions, writtenTrustOf } from '../../trust-document.ts';

type Message = 'everyone' | 'externalId' | 'unreadable' | 'refused';

const verdictOf = (event: IamEvent): Omit<Match<Message>, 'resource'> | undefined => {
  const { role, document } = writtenTrustOf(event);
  if (document.status === 'refused')
    // People lack the right to create roles every day; rewriting the trust of an existing one is another matter.
    return { message: 'refused', severity: event.name === 'CreateRole' ? 'medium' : 'high', data: { role } };
  if (document.status === 'unreadable')
    return { message: 'unreadable', severity: 'high', data: { role, cause: document.cause } };
  const openness = opennessOf(document.policy);
  if (openness === 'closed') return undefined;
  return openness === 'everyone'
    ? { message: 'everyone', data: { role } }
    : { message: 'externalId', severity: 'high', data: { role } };
};

export default defineRule({
  id: 'role-trust-policy-public',
  kind: 'condition',
  severity: 'critical',
  on: { actions: trustWritingActions },
  outcome: 'attempted',
  title: 'Role opened to every AWS account',
  why: 'Anybody with any AWS account can take on the role, now and after your own users and keys have been changed.',
  fix: 'Name the accounts or roles that need it in the trust policy, then revoke the sessions of the role and read who assumed it since.',
  misses:
    'Foreign accounts that are named one by one. What the role allows. Conditions are judged by key and value, not evaluated: a condition on tags or MFA counts as none.',
  falsePositives:
    'Roles for the public on purpose. Conditions on your own tags that do in fact keep strangers out.',
  attack: ['T1098.003', 'T1199'],
  messages: {
    everyone: {
      done: '{actor} opened role {role} to every AWS account.',
      tried: '{actor} tried to open role {role} to every AWS account; AWS refused it.',
    },
    externalId: {
      done: '{actor} opened role {role} to everyone who knows its external id, which is no secret.',
      tried: '{actor} tried to open role {role} to everyone who knows its external id; AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a trust policy for role {role} that cannot be read ({cause}).',
      tried:
        '{actor} tried to write a trust policy for role {role} that cannot be read ({cause}); AWS refused it.',
    },
    refused: {
      done: '{actor} wrote a trust policy for {resource} that CloudTrail did not log.',
      tried:
        '{actor} tried to write a trust policy ({eventName} on {resource}); AWS refused it and CloudTrail did not log the document.',
    },
  },
  undoneBy: [trustUndoing],

  evaluate(event) {
    const verdict = verdictOf(event);
    return verdict ? [{ ...verdict, resource: writtenTrustOf(event).resource }] : [];
  },
});

const trust = (principal: string, condition = '{}') =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":${principal},"Action":"sts:AssumeRole","Condition":${condition}}]}`;
const update = (policyDocument: string) =>
  call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'deployer', policyDocument } });

const loud = (): Example[] => [
  {
    name: 'any AWS principal',
    expect: ['everyone'],
    severity: 'critical',
    record: update(trust('{"AWS":"*"}')),
  },
  {
    name: 'on creation, with a single statement that is URL-encoded',
    expect: ['everyone'],
    record: call('iam:CreateRole', {
      request: {
        roleName: 'deployer',
        assumeRolePolicyDocument: encodeURIComponent(
          '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}',
        ),
      },
    }),
  },
  {
    name: 'MFA asked of strangers',
    expect: ['everyone'],
    record: update(trust('"*"', '{"Bool":{"aws:MultiFactorAuthPresent":"true"}}')),
  },
  {
    name: 'an external id only',
    expect: ['externalId'],
    severity: 'high',
    record: update(trust('"*"', '{"StringEquals":{"sts:ExternalId":"acme"}}')),
  },
  { name: 'no JSON', expect: ['unreadable'], severity: 'high', record: update('{"Statement":') },
  {
    name: 'too large for CloudTrail',
    expect: ['unreadable'],
    record: call('iam:UpdateAssumeRolePolicy', {
      request: { omitted: true, reason: 'requestParameters too large' },
    }),
  },
  {
    name: 'refused: no document is logged',
    expect: ['refused'],
    severity: 'medium',
    record: call('iam:UpdateAssumeRolePolicy', {
      error: denied('iam:UpdateAssumeRolePolicy', 'role deployer'),
    }),
  },
  {
    name: 'a new role refused',
    expect: ['refused'],
    severity: 'low',
    record: call('iam:CreateRole', {
      error: denied('iam:CreateRole', 'arn:aws:iam::111122223333:role/deployer'),
    }),
  },
];

const quiet = (): Example[] => [
  { name: 'a service', expect: [], record: update(trust('{"Service":"ec2.amazonaws.com"}')) },
  { name: 'one account', expect: [], record: update(trust('{"AWS":"arn:aws:iam::444455556666:root"}')) },
  {
    name: 'everyone of one organisation',
    expect: [],
    record: update(trust('{"AWS":"*"}', '{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}')),
  },
  {
    name: 'malformed for IAM',
    expect: [],
    record: call('iam:UpdateAssumeRolePolicy', {
      request: { roleName: 'deployer', policyDocument: trust('"*"') },
      error: { code: 'MalformedPolicyDocumentException' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
