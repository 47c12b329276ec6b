import type { AccountSettings } from '../../../account/account-settings.ts';
import { call } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import type { ChangedPrincipal } from '../../../policy/diff-principals.ts';
import { lookupsOfTrust, trustShiftOf } from '../../change/trust-shift.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isForeignPrincipal } from '../../foreign-principals.ts';
import { type Severity, worseOf } from '../../severity.ts';
import { writtenTrustOf } from '../../trust-document.ts';

const textOf = ({ type, id, except }: ChangedPrincipal): string => {
  const name = type.toLowerCase() === 'aws' || type === '*' ? id : `${type} ${id}`;
  return except ? `everybody but ${name}` : name;
};

/** Everybody, strangers and whoever has a provider's token; one's own people; a service, which acts for those who may pass the role. */
const severityOf = (
  event: IamEvent,
  settings: AccountSettings,
  { type, id, except }: ChangedPrincipal,
): Severity => {
  if (except || id.includes('*') || type.toLowerCase() === 'federated') return 'high';
  if (isForeignPrincipal(event, settings, id)) return 'high';
  return type.toLowerCase() === 'service' ? 'low' : 'medium';
};

export default defineRule({
  id: 'role-trust-widened',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:UpdateAssumeRolePolicy'] },
  infrastructureAsCode: 'lower',
  title: 'Role opened to somebody who could not take it on before',
  why: 'Whoever is let into a role has all that the role has, and nothing of it shows in their own policies.',
  fix: 'Check that those who were let in should have what the role may do. Put the old trust policy back otherwise; the diff shows it.',
  misses:
    'What other policies forbid. Changes that were made and taken back between two nightly snapshots. It is off until there is a snapshot; role-trust-policy-external-account and role-trust-policy-public need none.',
  falsePositives:
    'New users of a role. People of the account itself are told with severity medium, services with low.',
  attack: ['T1098.003', 'T1484'],
  messages: {
    widened: '{actor} opened role {role} to {principals}, who could not take it on like that before.',
    unknown:
      '{actor} changed who may take on role {role}; whom that lets in is not known, since the state before is not: {cause}.',
  },

  lookups: (event, _, answerTo) => lookupsOfTrust(event, answerTo),

  evaluate(event, { answerTo, settings }) {
    const shift = trustShiftOf(event, answerTo);
    if (shift === undefined) return [];
    const { resource, role } = writtenTrustOf(event);
    if (shift.status === 'unknown')
      return [{ message: 'unknown', severity: 'low', resource, data: { role, cause: shift.cause } }];
    const more = [...shift.gained, ...shift.widened];
    if (more.length === 0) return [];
    const severity = more.map((principal) => severityOf(event, settings, principal)).reduce(worseOf);
    return [{ message: 'widened', severity, resource, data: { role, principals: more.map(textOf) } }];
  },
});

const night = '2026-03-04T01:00:00Z';
const trusts = (...principals: object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: principals.map((Principal) => ({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })),
  });
const ec2 = { Service: 'ec2.amazonaws.com' };
const before = (trustPolicy: string, readAt = night) => ({
  'prior-state': { 'role/web': { readAt, trustPolicy } },
});
const update = (...principals: object[]) =>
  call('iam:UpdateAssumeRolePolicy', {
    request: { roleName: 'web', policyDocument: trusts(...principals) },
  });

export const examples = (): Example[] => [
  {
    name: 'to a foreign account',
    expect: ['widened'],
    severity: 'high',
    lookups: before(trusts(ec2)),
    record: update(ec2, { AWS: 'arn:aws:iam::444455556666:root' }),
  },
  {
    name: 'to everybody',
    expect: ['widened'],
    severity: 'high',
    lookups: before(trusts(ec2)),
    record: update({ AWS: '*' }),
  },
  {
    name: 'to a user of the account',
    expect: ['widened'],
    severity: 'medium',
    lookups: before(trusts(ec2)),
    record: update(ec2, { AWS: 'arn:aws:iam::111122223333:user/eve' }),
  },
  {
    name: 'to another account that is known',
    expect: ['widened'],
    severity: 'medium',
    settings: { organizationAccounts: ['444455556666'] },
    lookups: before(trusts(ec2)),
    record: update(ec2, { AWS: '444455556666' }),
  },
  {
    name: 'to a service',
    expect: ['widened'],
    severity: 'low',
    lookups: before(trusts(ec2)),
    record: update(ec2, { Service: 'lambda.amazonaws.com' }),
  },
  {
    name: 'compared with a snapshot that was read after the call',
    expect: ['unknown'],
    severity: 'low',
    lookups: before(trusts(ec2), '2026-03-05T01:00:00Z'),
    record: update(ec2),
  },
  { name: 'the same in other words', expect: [], lookups: before(trusts(ec2)), record: update(ec2) },
  {
    name: 'fewer than before',
    expect: [],
    lookups: before(trusts(ec2, { AWS: '444455556666' })),
    record: update(ec2),
  },
  {
    name: 'a snapshot that could not be read',
    expect: [],
    undecided: 'unavailable',
    record: update({ AWS: '*' }),
  },
];
