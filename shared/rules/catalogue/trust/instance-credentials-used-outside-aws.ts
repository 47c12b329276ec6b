import { after, call, instance, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isInNetworks, isPublicAddress } from '../../network-address.ts';

const instanceSession = /:assumed-role\/[^/]+\/i-[0-9a-f]+$/;

// The agents on every instance with a public address call these all day long.
const agentCalls = /^(ssm|ssmmessages|ec2messages|guardduty):/;

// As long as a first sighting of a network counts for keys of users (long-term-key-new-source-ip).
const days = 10;

/** The public address that an instance's credentials were used from. */
const addressOf = ({ actor, action, sourceIp, vpcEndpointId }: IamEvent): string | undefined => {
  if (actor.type !== 'AssumedRole' || vpcEndpointId !== undefined || sourceIp === undefined) return undefined;
  if (!instanceSession.test(actor.arn ?? '') || agentCalls.test(action)) return undefined;
  return isPublicAddress(sourceIp) ? sourceIp : undefined;
};

export default defineRule({
  id: 'instance-credentials-used-outside-aws',
  kind: 'incident',
  severity: 'medium',
  // Every call of every instance is looked at, so it is for those who ask for it.
  on: {
    anyCall: { userIdentity: { type: ['AssumedRole'], arn: [{ wildcard: '*:assumed-role/*/i-*' }] } },
    tier: 'wide',
  },
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Credentials of an EC2 instance used from a public address',
  why: 'An attacker who reaches the metadata service of an instance takes its role’s credentials home. From then on the calls come from an address that is not the instance’s.',
  fix: 'Compare the address with those of the instance and of your NAT gateways. If it is neither, revoke the sessions of the role, isolate the instance and require IMDSv2.',
  misses:
    'Credentials used from a private address or through a VPC endpoint, also of another account. An address that instances with the role used in the last ten days. Systems Manager and GuardDuty calls, which the agents make from anywhere.',
  falsePositives:
    'Instances that call AWS through a public address or a NAT gateway: one finding for each role and address while the rule learns, and for a new address afterwards. Name the addresses of NAT gateways in allowedNetworks. Addresses of AWS cannot be told from others without a list of its networks; GuardDuty has one.',
  attack: ['T1552.005', 'T1078.004'],
  messages: {
    used: {
      done: 'The credentials of instance {instance} (role {role}) were used from {sourceIp}: {eventName}.',
      tried:
        'The credentials of instance {instance} (role {role}) were used from {sourceIp} for {eventName}, which did not succeed.',
    },
  },

  history(event, { allowedNetworks }) {
    const address = addressOf(event);
    return address === undefined || isInNetworks(address, allowedNetworks)
      ? []
      : [{ kind: 'first-seen', key: `${event.actor.key} ${address}`, days, optional: true }];
  },

  evaluate(event, { history: [before], settings }) {
    const { actor } = event;
    const address = addressOf(event);
    if (address === undefined || isInNetworks(address, settings.allowedNetworks)) return [];
    if (before?.status === 'not-met') return [];
    return [
      {
        message: 'used',
        resource: actorArn(event),
        aspect: address,
        data: { instance: actor.sessionName ?? 'unknown', role: actor.roleName ?? 'unknown' },
      },
    ];
  },
});

const web = () => instance('web', 'i-0a1b2c3d4e5f60718');

export const examples = (): Example[] => [
  {
    name: 'from the internet',
    expect: ['used'],
    severity: 'medium',
    record: call('s3:ListBuckets', { by: web(), sourceIp: '203.0.113.7', readOnly: true }),
  },
  {
    name: 'over IPv6, refused',
    expect: ['used'],
    record: call('iam:CreateUser', { by: web(), sourceIp: '2a00:1450::8', error: { code: 'AccessDenied' } }),
  },
  {
    name: 'from another address than last week',
    expect: ['used'],
    before: [call('s3:ListBuckets', { by: web(), sourceIp: '198.51.100.9', time: after(-86_400) })],
    record: call('s3:ListBuckets', { by: web(), sourceIp: '203.0.113.7' }),
  },
  {
    name: 'from the address of another role',
    expect: ['used'],
    before: [call('s3:ListBuckets', { by: instance('db', 'i-0a1b2c3d4e5f60719'), time: after(-86_400) })],
    record: call('s3:ListBuckets', { by: web() }),
  },
  {
    name: 'while too little has been seen',
    expect: ['used'],
    watchedSince: '2026-03-02T00:00:00Z',
    record: call('s3:ListBuckets', { by: web() }),
  },
  {
    name: 'from the address of a fortnight ago',
    expect: ['used'],
    before: [call('s3:ListBuckets', { by: web(), time: after(-14 * 86_400) })],
    record: call('s3:ListBuckets', { by: web() }),
  },
  {
    name: 'where another instance with the role was yesterday',
    expect: [],
    before: [call('s3:ListBuckets', { by: instance('web', 'i-0a1b2c3d4e5f60719'), time: after(-86_400) })],
    record: call('s3:ListBuckets', { by: web() }),
  },
  {
    name: 'from an address that the owner names',
    expect: [],
    settings: { allowedNetworks: ['203.0.113.0/24'] },
    record: call('s3:ListBuckets', { by: web() }),
  },
  {
    name: 'from a private address',
    expect: [],
    record: call('s3:ListBuckets', { by: web(), sourceIp: '10.0.0.12' }),
  },
  {
    name: 'through a VPC endpoint',
    expect: [],
    record: call('s3:ListBuckets', { by: web(), record: { vpcEndpointId: 'vpce-0a1b2c3d' } }),
  },
  {
    name: 'by a service for the instance',
    expect: [],
    record: call('kms:Decrypt', { by: web(), sourceIp: 'secretsmanager.amazonaws.com' }),
  },
  {
    name: 'the Systems Manager agent',
    expect: [],
    record: call('ssm:UpdateInstanceInformation', { by: web() }),
  },
  { name: 'a person', expect: [], record: call('s3:ListBuckets', { by: role('web', 'alice') }) },
  {
    name: 'an impossible address',
    expect: [],
    record: call('s3:ListBuckets', { by: web(), sourceIp: '255.090.254.5' }),
  },
];
