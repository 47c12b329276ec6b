import { call } from '../../../events/example.ts';
import { describeCondition } from '../../../policy/describe-statement.ts';
import { lookupsOfTrust, trustShiftOf } from '../../change/trust-shift.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { writtenTrustOf } from '../../trust-document.ts';

export default defineRule({
  id: 'role-trust-condition-removed',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:UpdateAssumeRolePolicy'] },
  infrastructureAsCode: 'lower',
  title: 'Condition taken out of a role trust policy',
  why: 'External ids, MFA, source accounts and the claims of tokens are what tells the one who is meant from everybody else of the same partner, service or provider. Without them the principal is the same, and many more can be it.',
  fix: 'Put the condition back; the diff shows the old one. Then look for sessions of the role that would not have met it.',
  misses:
    'Conditions that are kept and made wider (another value, a pattern). Tests of addresses and dates. Changes that were made and taken back between two nightly snapshots. It is off until there is a snapshot.',
  falsePositives:
    'A partner that changes how it is told apart, for instance from an external id to an organization.',
  attack: ['T1098.003', 'T1556'],
  messages: {
    removed: '{actor} took conditions out of the trust policy of role {role}: {conditions}.',
  },

  lookups: (event, _, answerTo) => lookupsOfTrust(event, answerTo),

  evaluate(event, { answerTo }) {
    const shift = trustShiftOf(event, answerTo);
    if (shift?.status !== 'known' || shift.removed.length === 0) return [];
    const { resource, role } = writtenTrustOf(event);
    const conditions = shift.removed.map(
      ({ principal, condition }) => `${describeCondition(condition)} for ${principal}`,
    );
    return [{ message: 'removed', resource, data: { role, conditions: [...new Set(conditions)] } }];
  },
});

const night = '2026-03-04T01:00:00Z';
const trusts = (principal: object, condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition ? { Condition: condition } : {}),
      },
    ],
  });
const partner = { AWS: 'arn:aws:iam::444455556666:root' };
const externalId = { StringEquals: { 'sts:ExternalId': 'x1' } };
const before = (trustPolicy: string, readAt = night) => ({
  'prior-state': { 'role/web': { readAt, trustPolicy } },
});
const update = (policyDocument: string) =>
  call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'web', policyDocument } });

export const examples = (): Example[] => [
  {
    name: 'the external id',
    expect: ['removed'],
    severity: 'high',
    lookups: before(trusts(partner, externalId)),
    record: update(trusts(partner)),
  },
  {
    name: 'MFA',
    expect: ['removed'],
    lookups: before(trusts(partner, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    record: update(trusts(partner, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  },
  {
    name: 'the account that a service acts for',
    expect: ['removed'],
    lookups: before(
      trusts({ Service: 'sns.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '111122223333' } }),
    ),
    record: update(trusts({ Service: 'sns.amazonaws.com' })),
  },
  {
    name: 'together with the principal',
    expect: [],
    lookups: before(trusts(partner, externalId)),
    record: update(trusts({ Service: 'ec2.amazonaws.com' })),
  },
  {
    name: 'another external id',
    expect: [],
    lookups: before(trusts(partner, externalId)),
    record: update(trusts(partner, { StringEquals: { 'sts:ExternalId': 'x2' } })),
  },
  {
    name: 'there was none',
    expect: [],
    lookups: before(trusts(partner)),
    record: update(trusts(partner)),
  },
  {
    name: 'a role that was made since the snapshot',
    expect: [],
    lookups: { 'prior-state': { 'role/web': null } },
    record: update(trusts(partner)),
  },
  {
    name: 'a snapshot that could not be read',
    expect: [],
    undecided: 'unavailable',
    record: update(trusts(partner)),
  },
];
