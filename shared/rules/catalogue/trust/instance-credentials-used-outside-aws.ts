import { call, instance, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress } from '../../network-address.ts';

const instanceSession = /:assumed-role\/[^/]+\/i-[0-9a-f]+$/;

// The agents on every instance with a public address call these all day long.
const agentCalls = /^(ssm|ssmmessages|ec2messages|guardduty):/;

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
    'Credentials used from a private address or through a VPC endpoint, also of another account. Systems Manager and GuardDuty calls, which the agents make from anywhere.',
  falsePositives:
    'Instances that call AWS through a public address or a NAT gateway: one finding for each role and address. Addresses of AWS cannot be told from others without a list of its networks; GuardDuty has one.',
  attack: ['T1552.005', 'T1078.004'],
  messages: {
    used: {
      done: 'The credentials of instance {instance} (role {role}) were used from {sourceIp}: {eventName}.',
      tried:
        'The credentials of instance {instance} (role {role}) were used from {sourceIp} for {eventName}, which did not succeed.',
    },
  },

  evaluate(event) {
    const { actor, sourceIp, vpcEndpointId } = event;
    if (actor.type !== 'AssumedRole') return [];
    if (!instanceSession.test(actor.arn ?? '') || agentCalls.test(event.action)) return [];
    if (vpcEndpointId !== undefined || sourceIp === undefined || !isPublicAddress(sourceIp)) return [];
    return [
      {
        message: 'used',
        resource: actorArn(event),
        aspect: sourceIp,
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
