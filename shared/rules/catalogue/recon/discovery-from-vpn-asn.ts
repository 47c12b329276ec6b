import type { AccountSettings } from '../../../account/account-settings.ts';
import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isInNetworks, isPublicAddress } from '../../network-address.ts';
import { mayBeRecon } from '../../recon-caller.ts';
import { rentedNetworkOf } from '../../rented-networks.ts';

const days = 10;

const addressOf = (event: IamEvent, settings: AccountSettings): string | undefined => {
  const { sourceIp } = event;
  const isStrange =
    sourceIp !== undefined && isPublicAddress(sourceIp) && !isInNetworks(sourceIp, settings.allowedNetworks);
  return isStrange && mayBeRecon(event, settings) ? sourceIp : undefined;
};

const networkIn = (lookups: readonly KnownAnswer[]) => {
  const address = foundIn(lookups, 'address');
  return address && rentedNetworkOf(address);
};

export default defineRule({
  id: 'discovery-from-vpn-asn',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'cloudtrail:DescribeTrails',
      'ec2:DescribeInstances',
      'ec2:DescribeRegions',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeVpcs',
      'iam:GetAccountAuthorizationDetails',
      'iam:GetAccountSummary',
      'iam:GetUser',
      'iam:ListAccessKeys',
      'iam:ListAttachedUserPolicies',
      'iam:ListGroups',
      'iam:ListGroupsForUser',
      'iam:ListPolicies',
      'iam:ListRoles',
      'iam:ListUserPolicies',
      'iam:ListUsers',
      'kms:ListKeys',
      'lambda:ListFunctions',
      'organizations:DescribeOrganization',
      'rds:DescribeDBInstances',
      's3:ListBuckets',
      'secretsmanager:ListSecrets',
      'ssm:DescribeParameters',
      'sts:GetCallerIdentity',
    ],
  },
  outcome: 'any',
  title: 'Account looked over from a VPN or a rented server',
  why: 'Stolen credentials are tried from an address that leads to nobody. The owner of the key has not called from such a network before.',
  fix: 'Ask the owner. If it was not them, take the credentials away at once and see what else was called from the address.',
  misses:
    'VPNs and servers of operators that the rule does not list. Networks the caller has used in the last ten days. Roles of the setting scanners and addresses of allowedNetworks.',
  falsePositives:
    'People who travel behind a VPN; builds and tools that run on rented servers. Each is told once for a caller and operator.',
  attack: ['T1580', 'T1526', 'T1090.003', 'T1078.004'],
  messages: {
    looked: {
      done: '{actor} called {eventName} from {sourceIp}, an address of {network} (AS{asn}), for the first time in {days} days.',
      tried:
        '{actor} tried to call {eventName} from {sourceIp}, an address of {network} (AS{asn}), for the first time in {days} days; it did not succeed.',
    },
  },

  needsAddresses: true,

  lookups(event, settings) {
    const id = addressOf(event, settings);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  history(event, _, lookups) {
    const network = networkIn(lookups);
    return network ? [{ kind: 'first-seen', key: `${event.actor.key} AS${network.asn}`, days }] : [];
  },

  evaluate(event, { lookups, history: [seen] }) {
    const network = networkIn(lookups);
    if (!network || seen?.status !== 'met') return [];
    const { asn, name } = network;
    const data = { asn: String(asn), network: name, days };
    return [{ message: 'looked', resource: actorArn(event), aspect: String(asn), data }];
  },
});

export const examples = (): Example[] => {
  const lookups = {
    address: {
      '203.0.113.7': { country: 'RO', asn: 9009 },
      '198.51.100.9': { country: 'DE', asn: 3320 },
    },
  };
  const ask = (over: object = {}) =>
    call('sts:GetCallerIdentity', { by: role('web', 'x'), readOnly: true, ...over });
  return [
    { name: 'for the first time', expect: ['looked'], severity: 'high', record: ask(), lookups },
    {
      name: 'refused',
      expect: ['looked'],
      severity: 'high',
      record: call('iam:ListUsers', { error: denied('iam:ListUsers'), readOnly: true }),
      lookups,
    },
    {
      name: 'after calls from home',
      expect: ['looked'],
      before: [ask({ sourceIp: '198.51.100.9', time: after(-600) })],
      record: ask(),
      lookups,
    },
    {
      name: 'another question from the same network',
      expect: [],
      before: [ask({ time: after(-5) })],
      record: call('s3:ListBuckets', { by: role('web', 'y'), readOnly: true }),
      lookups,
    },
    { name: 'from home', expect: [], record: ask({ sourceIp: '198.51.100.9' }), lookups },
    {
      name: 'from a network of the owner',
      expect: [],
      record: ask(),
      lookups,
      settings: { allowedNetworks: ['203.0.113.0/24'] },
    },
    { name: 'without address files', expect: [], record: ask(), undecided: 'off' },
  ];
};
