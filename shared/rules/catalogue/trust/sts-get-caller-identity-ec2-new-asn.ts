import { type AddressFact, foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, instance, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { isAmazonNetwork, networkName } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress } from '../../network-address.ts';

const addressOf = ({ actor, sourceIp, via }: IamEvent): string | undefined =>
  actor.isInstance && via !== 'service' && sourceIp !== undefined && isPublicAddress(sourceIp)
    ? sourceIp
    : undefined;

/** Where the call came from, if that is a known network outside AWS. */
const outsideIn = (lookups: readonly KnownAnswer[]): AddressFact | undefined => {
  const address = foundIn(lookups, 'address');
  return address?.asn === undefined || isAmazonNetwork(address) ? undefined : address;
};

export default defineRule({
  id: 'sts-get-caller-identity-ec2-new-asn',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['sts:GetCallerIdentity'] },
  title: 'Credentials of an instance tried out from a new network',
  why: 'Who takes the credentials of an instance home asks first whose they are. The instance has never called from this network, and it is not Amazon’s.',
  fix: 'Revoke the sessions of the role, isolate the instance and find out how its metadata service was reached. Require IMDSv2.',
  misses:
    'Thieves who do not ask, or who call from AWS. Instances that call from this network all the time. It is off without address files.',
  falsePositives: 'A change of the provider behind a VPN or NAT through which instances call.',
  attack: ['T1552.005', 'T1078.004'],
  messages: {
    asked: 'The credentials of instance {instance} (role {role}) were tried out from {network} ({sourceIp}).',
  },

  needsAddresses: true,

  lookups(event) {
    const id = addressOf(event);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  history(event, _, lookups) {
    const outside = outsideIn(lookups);
    if (!outside) return [];
    return [{ kind: 'first-seen', key: `${event.actor.key} ${outside.asn}`, days: 10, optional: true }];
  },

  evaluate(event, { lookups, history: [seen] }) {
    const outside = outsideIn(lookups);
    if (!outside || seen?.status === 'not-met') return [];
    const { sessionName = 'unknown', roleName = 'unknown' } = event.actor;
    const data = { instance: sessionName, role: roleName, network: networkName(outside) };
    return [{ message: 'asked', resource: actorArn(event), aspect: String(outside.asn), data }];
  },
});

const lookups = {
  address: {
    '203.0.113.7': { asn: 64_500, organization: 'Example Telecom' },
    '203.0.113.8': { asn: 16_509, organization: 'AMAZON-02' },
    '203.0.113.9': null,
  },
};
const asks = (over: object = {}) =>
  call('sts:GetCallerIdentity', { by: instance('web', 'i-0a1b2c3d4e5f60718'), readOnly: true, ...over });

export const examples = (): Example[] => [
  { name: 'from somebody’s home', expect: ['asked'], severity: 'medium', lookups, record: asks() },
  {
    name: 'in the first days of watching',
    expect: ['asked'],
    lookups,
    watchedSince: '2026-03-03T00:00:00Z',
    record: asks(),
  },
  {
    name: 'as yesterday, by another instance of the role',
    expect: [],
    lookups,
    before: [asks({ by: instance('web', 'i-0f0e0d0c'), time: after(-86_400) })],
    record: asks(),
  },
  { name: 'from AWS', expect: [], lookups, record: asks({ sourceIp: '203.0.113.8' }) },
  {
    name: 'from a network that nobody knows',
    expect: [],
    lookups,
    record: asks({ sourceIp: '203.0.113.9' }),
  },
  { name: 'from a private address', expect: [], lookups, record: asks({ sourceIp: '10.0.0.7' }) },
  { name: 'no instance', expect: [], lookups, record: asks({ by: role('web', 'alice') }) },
  { name: 'without address files', expect: [], undecided: 'off', record: asks() },
];
