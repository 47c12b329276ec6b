import { type AddressFact, foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { sampled } from '../../../history/sampled.ts';
import { actorArn } from '../../actor-arn.ts';
import { assumedRoleOrAccount } from '../../assumed-role.ts';
import { isGitHubNetwork, networkName } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isInNetworks, isPublicAddress } from '../../network-address.ts';
import { issuedKeyOf, oidcProviderOfCaller } from '../../web-identity.ts';

const gitHub = 'token.actions.githubusercontent.com';
// A job lasts six hours at most on GitHub's runners, a session of a role twelve.
const withinMinutes = 12 * 60;

interface Sighting {
  readonly step: 'issued' | 'used';
  readonly accessKeyId: string;
  readonly address: string;
  readonly role: string;
  readonly resource: string;
}

/** What an event says of a session that GitHub vouched for: that it began, or that it was used. */
const sightingOf = (event: IamEvent): Sighting | undefined => {
  const { sourceIp: address, actor } = event;
  if (address === undefined || !isPublicAddress(address)) return undefined;
  if (!oidcProviderOfCaller(event)?.endsWith(gitHub)) return undefined;
  if (event.action === 'sts:AssumeRoleWithWebIdentity') {
    const accessKeyId = issuedKeyOf(event);
    const { name: role, resource } = assumedRoleOrAccount(event);
    return accessKeyId === undefined ? undefined : { step: 'issued', accessKeyId, address, role, resource };
  }
  const { accessKeyId, roleName: role = 'unknown' } = actor;
  return accessKeyId === undefined
    ? undefined
    : { step: 'used', accessKeyId, address, role, resource: actorArn(event) };
};

/** Uses from GitHub's own network tell nothing and are most of all. */
const networkIn = (sighting: Sighting, lookups: readonly KnownAnswer[]): AddressFact | undefined => {
  const address = foundIn(lookups, 'address');
  if (address?.asn === undefined) return undefined;
  return sighting.step === 'used' && isGitHubNetwork(address) ? undefined : address;
};

export default defineRule({
  id: 'github-oidc-creds-off-network',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    anyCall: {
      userIdentity: {
        sessionContext: { webIdFederationData: { federatedProvider: [{ suffix: gitHub }] } },
      },
    },
    tier: 'core',
  },
  title: 'Credentials of a GitHub workflow used from another network',
  why: 'The credentials were given to a runner and are used by somebody else: a malicious action or a dependency has sent them out. They are good for the rest of the hour, or for up to twelve.',
  fix: 'Revoke the sessions of the role, stop the workflow, and look at the actions and dependencies that it ran. Pin actions to a commit.',
  misses:
    'Thieves on Azure, where GitHub’s runners are, or in the network of a runner of your own. Calls that only read, unless the read-only tier is on. It is off without address files.',
  falsePositives:
    'Runners of your own that call through several providers: name their networks in the setting allowedNetworks.',
  attack: ['T1528', 'T1552.001', 'T1078.004'],
  messages: {
    used: 'Credentials of role {role} that GitHub’s {issuedTo} got were used from {usedFrom} ({usedAddress}).',
  },

  needsAddresses: true,

  lookups(event, { allowedNetworks }) {
    const sighting = sightingOf(event);
    if (!sighting || (sighting.step === 'used' && isInNetworks(sighting.address, allowedNetworks))) return [];
    return [{ kind: 'address', id: sighting.address }];
  },

  history(event, _, lookups) {
    const sighting = sightingOf(event);
    const network = sighting && networkIn(sighting, lookups);
    if (!sighting || !network) return [];
    const { step, accessKeyId, address } = sighting;
    const sequence = {
      kind: 'sequence',
      key: accessKeyId,
      steps: ['issued', 'used'],
      step,
      withinMinutes,
      note: { asn: String(network.asn), network: networkName(network), address },
    } as const;
    return [
      step === 'used' ? { ...sequence, as: sampled(`${network.asn} ${address}`, event.time, 5) } : sequence,
    ];
  },

  evaluate(event, { history: [answer] }) {
    const sighting = sightingOf(event);
    const [issued, used] = answer?.status === 'met' ? answer.events : [];
    if (!sighting || !issued?.note || !used?.note || issued.note['asn'] === used.note['asn']) return [];
    return [
      {
        message: 'used',
        resource: sighting.resource,
        aspect: sighting.accessKeyId,
        data: {
          role: sighting.role,
          issuedTo: `runner in ${issued.note['network']}`,
          usedFrom: used.note['network'] ?? 'unknown',
          usedAddress: used.note['address'] ?? 'unknown',
        },
      },
    ];
  },
});

const key = 'ASIAEXAMPLEEXAMPLE12';
const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const lookups = {
  address: {
    '198.51.100.1': { asn: 8075, organization: 'MICROSOFT-CORP-MSN-AS-BLOCK' },
    '203.0.113.7': { asn: 64_500, organization: 'Example Telecom' },
    '203.0.113.8': { asn: 64_501, organization: 'Example Office' },
  },
};
const begins = (sourceIp: string, time = after(-300)) =>
  call('sts:AssumeRoleWithWebIdentity', {
    by: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:repo:acme/app:ref:refs/heads/main`,
      userName: 'repo:acme/app:ref:refs/heads/main',
      identityProvider: provider,
    },
    request: { roleArn: 'arn:aws:iam::111122223333:role/ci', roleSessionName: 'GitHubActions' },
    response: { credentials: { accessKeyId: key } },
    readOnly: true,
    sourceIp,
    time,
  });
const uses = (sourceIp: string, over: object = {}) =>
  call('s3:CreateBucket', {
    by: role('ci', 'GitHubActions', {
      accessKeyId: key,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/ci', userName: 'ci' },
        webIdFederationData: { federatedProvider: provider, attributes: {} },
      },
    }),
    sourceIp,
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'by somebody at home',
    expect: ['used'],
    severity: 'high',
    lookups,
    before: [begins('198.51.100.1')],
    record: uses('203.0.113.7'),
  },
  {
    name: 'when the beginning arrives last',
    expect: ['used'],
    lookups,
    before: [uses('203.0.113.7')],
    record: begins('198.51.100.1'),
  },
  {
    name: 'by the runner',
    expect: [],
    lookups,
    before: [begins('198.51.100.1')],
    record: uses('198.51.100.1'),
  },
  {
    name: 'by a runner of your own',
    expect: [],
    lookups,
    before: [begins('203.0.113.8')],
    record: uses('203.0.113.8'),
  },
  {
    name: 'from a network of your own',
    expect: [],
    lookups,
    settings: { allowedNetworks: ['203.0.113.7/32'] },
    before: [begins('198.51.100.1')],
    record: uses('203.0.113.7'),
  },
  { name: 'without address files', expect: [], undecided: 'off', record: uses('203.0.113.7') },
];
