import type { AccountSettings } from '../../../account/account-settings.ts';
import { type AddressFact, foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { assumedRoleOrAccount } from '../../assumed-role.ts';
import { isAmazonNetwork, networkName } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isInNetworks, isPublicAddress } from '../../network-address.ts';
import { serviceAccountOf } from '../../web-identity.ts';

const addressOf = (event: IamEvent, { allowedNetworks }: AccountSettings): string | undefined => {
  const { sourceIp } = event;
  if (sourceIp === undefined || serviceAccountOf(event) === undefined) return undefined;
  return isPublicAddress(sourceIp) && !isInNetworks(sourceIp, allowedNetworks) ? sourceIp : undefined;
};

/** Where the call came from, if that is a known network outside AWS. */
const outsideIn = (lookups: readonly KnownAnswer[]): AddressFact | undefined => {
  const address = foundIn(lookups, 'address');
  return address?.asn === undefined || isAmazonNetwork(address) ? undefined : address;
};

export default defineRule({
  id: 'k8s-sa-web-identity-external-asn',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sts:AssumeRoleWithWebIdentity'] },
  title: 'Token of a Kubernetes service account used outside AWS',
  why: 'The token lies in a file in every pod. Who can read it, through a hole in the application or a mounted volume, becomes the role of the pod from anywhere.',
  fix: 'Revoke the sessions of the role, restart the pods of the service account so that they get new tokens, and find out how the file was read.',
  misses:
    'Tokens used from AWS, also from another account. EKS Pod Identity, which uses other calls. The same service account from the same network again within ten days. It is off without address files.',
  falsePositives: 'Clusters outside AWS: name their networks in the setting allowedNetworks.',
  attack: ['T1528', 'T1552.005', 'T1078.004'],
  messages: {
    used: 'The token of {serviceAccount} was exchanged for role {role} from {network} ({sourceIp}).',
  },

  needsAddresses: true,

  lookups(event, settings) {
    const id = addressOf(event, settings);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  // A token is exchanged every hour: a cluster outside AWS is told once, not every hour.
  history(event, _, lookups) {
    const outside = outsideIn(lookups);
    if (!outside) return [];
    const key = JSON.stringify([assumedRoleOrAccount(event).resource, serviceAccountOf(event), outside.asn]);
    return [{ kind: 'first-seen', key, days: 10, optional: true }];
  },

  evaluate(event, { lookups, history: [seen] }) {
    const outside = outsideIn(lookups);
    if (!outside || seen?.status === 'not-met') return [];
    const { name: role, resource } = assumedRoleOrAccount(event);
    const serviceAccount = serviceAccountOf(event) ?? 'unknown';
    return [
      {
        message: 'used',
        resource,
        aspect: `${serviceAccount} AS${outside.asn}`,
        data: { serviceAccount, role, network: networkName(outside) },
      },
    ];
  },
});

const provider = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC';
const lookups = {
  address: {
    '203.0.113.7': { asn: 64_500, organization: 'Example Telecom' },
    '203.0.113.8': { asn: 14_618, organization: 'AMAZON-AES' },
  },
};
const exchanges = (over: object = {}, subject = 'system:serviceaccount:shop:orders') =>
  call('sts:AssumeRoleWithWebIdentity', {
    by: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    },
    request: { roleArn: 'arn:aws:iam::111122223333:role/orders', roleSessionName: 'botocore-session-1' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'from somebody’s home', expect: ['used'], severity: 'high', lookups, record: exchanges() },
  {
    name: 'from a new network, in the first days of watching',
    expect: ['used'],
    lookups,
    watchedSince: '2026-03-03T00:00:00Z',
    record: exchanges(),
  },
  {
    name: 'an hour later',
    expect: [],
    lookups,
    before: [exchanges({ time: after(-3600) })],
    record: exchanges(),
  },
  { name: 'from AWS', expect: [], lookups, record: exchanges({ sourceIp: '203.0.113.8' }) },
  {
    name: 'from a cluster of your own',
    expect: [],
    settings: { allowedNetworks: ['203.0.113.0/24'] },
    record: exchanges(),
  },
  { name: 'a workflow of GitHub', expect: [], record: exchanges({}, 'repo:acme/app:ref:refs/heads/main') },
  { name: 'refused', expect: [], record: exchanges({ error: denied('sts:AssumeRoleWithWebIdentity') }) },
  { name: 'without address files', expect: [], undecided: 'off', record: exchanges() },
];
