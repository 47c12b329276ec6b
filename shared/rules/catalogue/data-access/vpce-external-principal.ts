import { isKnownAccount } from '../../../account/known-accounts.ts';
import { call, role } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { vpcEndpointOf } from '../../vpc-endpoint.ts';

export default defineRule({
  id: 'vpce-external-principal',
  kind: 'incident',
  severity: 'medium',
  on: { anyCall: { eventCategory: ['NetworkActivity'], userIdentity: { type: ['AWSAccount'] } } },
  outcome: 'any',
  title: 'VPC endpoint used with credentials of another account',
  why: 'A machine in your network holds the credentials of a foreign account. With them it can carry data out: the calls are written down over there, not here.',
  fix: 'Find the machine by its address and what runs there. Limit the endpoint to your organization (aws:PrincipalOrgID), and to resources of it (aws:ResourceOrgID).',
  misses:
    'Trails without network activity events for the service. Accounts of the settings organizationAccounts and trustedAccounts. Calls that do not go through an endpoint.',
  falsePositives:
    'Partners whose programs run in your network. Accounts of your organization, until the setting organizationAccounts names them.',
  attack: ['T1537', 'T1567.002', 'T1078.004'],
  messages: {
    foreign: {
      done: 'Somebody with credentials of account {principalAccount} called {eventName} of {service} from {sourceIp} through VPC endpoint {endpoint}.',
      tried:
        'Somebody with credentials of account {principalAccount} tried to call {eventName} of {service} from {sourceIp} through VPC endpoint {endpoint}; it did not succeed.',
    },
  },

  evaluate(event, { settings }) {
    const { actor, accountId } = event;
    const principalAccount = actor.accountId;
    const isForeign =
      actor.type === 'AWSAccount' &&
      actor.arn === undefined &&
      principalAccount !== undefined &&
      principalAccount !== accountId &&
      !isKnownAccount(settings, principalAccount);
    if (!isForeign) return [];
    const endpoint = event.vpcEndpointId ?? 'unknown';
    const data = { principalAccount, endpoint, service: event.source };
    return [{ message: 'foreign', resource: vpcEndpointOf(event), aspect: principalAccount, data }];
  },
});

const record = {
  eventType: 'AwsVpceEvent',
  eventCategory: 'NetworkActivity',
  vpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
  vpcEndpointAccountId: '111122223333',
};
const account = (accountId: string) => ({ type: 'AWSAccount', principalId: 'AROAEXAMPLE:x', accountId });
const put = (over: object = {}) =>
  call('s3:PutObject', { by: account('444455556666'), sourceIp: '10.0.141.54', record, ...over });

export const examples = (): Example[] => [
  { name: 'a foreign account', expect: ['foreign'], severity: 'medium', record: put() },
  {
    name: 'a foreign account, refused',
    expect: ['foreign'],
    severity: 'medium',
    record: put({ error: { code: 'VpceAccessDenied' } }),
  },
  {
    name: 'an account of the organization',
    expect: [],
    record: put(),
    settings: { organizationAccounts: ['111122223333', '444455556666'] },
  },
  { name: 'the own account', expect: [], record: put({ by: account('111122223333') }) },
  { name: 'a role', expect: [], record: put({ by: role('web', 'x') }) },
  {
    name: 'the owner’s copy of an ordinary call',
    expect: [],
    record: put({ record: { vpcEndpointId: 'vpce-0a1b2c3d4e5f60718' } }),
  },
];
