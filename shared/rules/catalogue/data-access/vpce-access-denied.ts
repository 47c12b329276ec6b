import { call, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { vpcEndpointOf } from '../../vpc-endpoint.ts';

export default defineRule({
  id: 'vpce-access-denied',
  kind: 'incident',
  severity: 'medium',
  on: { anyCall: { eventCategory: ['NetworkActivity'], errorCode: ['VpceAccessDenied'] } },
  outcome: 'not-succeeded',
  title: 'Call refused by the policy of a VPC endpoint',
  why: 'A machine in your network tried to reach something that the endpoint keeps it from, such as a bucket of somebody else: it is how data leaves, and no other log shows the attempt.',
  fix: 'Find the machine by its address and what runs there. If the call belongs to an application, widen the policy of the endpoint; if not, isolate the machine.',
  misses:
    'Trails without network activity events for the service. What the endpoint lets through. Calls that do not go through an endpoint.',
  falsePositives:
    'Applications that need more than the endpoint allows: told once for each caller, endpoint and service.',
  attack: ['T1567.002', 'T1537', 'T1580'],
  messages: {
    refused:
      'VPC endpoint {endpoint} refused {eventName} of {service} to {actor}, who called from {sourceIp}.',
  },

  evaluate(event) {
    if (event.errorCode !== 'VpceAccessDenied') return [];
    const endpoint = event.vpcEndpointId ?? 'unknown';
    return [
      {
        message: 'refused',
        resource: vpcEndpointOf(event),
        aspect: `${actorArn(event)} ${event.source}`,
        data: { endpoint, service: event.source },
      },
    ];
  },
});

const record = {
  eventType: 'AwsVpceEvent',
  eventCategory: 'NetworkActivity',
  vpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
  vpcEndpointAccountId: '111122223333',
};
const refused = (over: object = {}) =>
  call('s3:PutObject', {
    by: role('web', 'i-0a1b2c3d4e5f60718'),
    sourceIp: '10.0.141.54',
    error: { code: 'VpceAccessDenied', message: 'The request was denied due to a VPC endpoint policy' },
    record,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'refused', expect: ['refused'], severity: 'medium', record: refused() },
  {
    name: 'by another account',
    expect: ['refused'],
    record: refused({ by: { type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: '444455556666' } }),
  },
  { name: 'let through', expect: [], record: call('s3:PutObject', { record }) },
  {
    name: 'refused by the bucket',
    expect: [],
    record: refused({ error: { code: 'AccessDenied' } }),
  },
  {
    name: 'the call itself',
    expect: [],
    record: refused({ record: { vpcEndpointId: 'vpce-0a1b2c3d4e5f60718' } }),
  },
];
