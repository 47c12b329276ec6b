import type { AccountSettings } from '../../../account/account-settings.ts';
import { type AddressFact, foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { sampled } from '../../../history/sampled.ts';
import { accessGrantingCalls } from '../../access-granting-calls.ts';
import { actorArn } from '../../actor-arn.ts';
import { isAmazonNetwork, networkName } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isInNetworks, isPublicAddress } from '../../network-address.ts';
import { isNewlyMet } from '../../newly-met.ts';

// What an intruder does with a stolen session: more access, fewer traces, secrets, code that runs.
const sensitive = new Set<string>([
  ...accessGrantingCalls,
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  'ec2:AuthorizeSecurityGroupIngress',
  'ec2:ModifySnapshotAttribute',
  'ec2:RunInstances',
  'guardduty:DeleteDetector',
  'iam:CreatePolicy',
  'iam:CreateRole',
  'iam:DeactivateMFADevice',
  'iam:UpdateAccessKey',
  'kms:CreateGrant',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionCode',
  's3:PutBucketPolicy',
  'secretsmanager:PutResourcePolicy',
  'ssm:SendCommand',
  'ssm:StartSession',
  'sts:GetFederationToken',
]);

const week = 7 * 24 * 60;
const slotMinutes = 5;
const leastSlots = 100;

const addressOf = ({ actor, sourceIp, via }: IamEvent): string | undefined => {
  const isSomebody = (actor.type === 'AssumedRole' || actor.type === 'IAMUser') && !actor.isInstance;
  const isOwnCall = via === 'direct' || via === 'console';
  return isSomebody && isOwnCall && sourceIp !== undefined && isPublicAddress(sourceIp)
    ? sourceIp
    : undefined;
};

const networkIn = (lookups: readonly KnownAnswer[]): AddressFact | undefined => {
  const address = foundIn(lookups, 'address');
  return address?.asn === undefined ? undefined : address;
};

/** Networks from which sensitive calls are looked at: not Amazon’s, and none of the owner’s. */
const isUntrusted = (event: IamEvent, network: AddressFact, { allowedNetworks }: AccountSettings): boolean =>
  sensitive.has(event.action) &&
  !isAmazonNetwork(network) &&
  !isInNetworks(event.sourceIp ?? '', allowedNetworks);

/** One note for all that an actor does from a network in five minutes. */
const slots = (event: IamEvent, key: string, asn: number) =>
  ({
    kind: 'count',
    key,
    withinMinutes: week,
    threshold: leastSlots,
    as: sampled(String(asn), event.time, slotMinutes),
  }) as const;

export default defineRule({
  id: 'rare-asn-for-actor',
  kind: 'incident',
  severity: 'high',
  on: {
    anyCall: { readOnly: [false], userIdentity: { type: ['AssumedRole', 'IAMUser'] } },
    tier: 'wide',
  },
  title: 'Sensitive calls from a network that the caller hardly ever uses',
  why: 'This caller works from the same few networks all week. From another one came calls that give access, hide traces or run code: a stolen session is used at home.',
  fix: 'Ask whoever uses the role or key. If it was not them, revoke its sessions, deactivate the key, and undo what these calls did.',
  misses:
    'Callers who are seen in fewer than 100 spans of five minutes a week. Thieves in a usual network, at Amazon, or with a single sensitive call. Calls that only read. It is off without address files and needs the tier wide.',
  falsePositives: 'People on the road or at home for once. Roles that many people share from many places.',
  attack: ['T1078.004', 'T1550.001'],
  messages: {
    rare: '{actor} made {calls} sensitive calls from {network} ({sourceIp}), where it is seen in {here} of {all} spans of five minutes this week; the latest: {eventName}.',
  },

  needsAddresses: true,

  lookups(event) {
    const id = addressOf(event);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  history(event, settings, lookups) {
    const network = networkIn(lookups);
    if (network?.asn === undefined) return [];
    const { key } = event.actor;
    const here = JSON.stringify([key, network.asn]);
    const all = [slots(event, key, network.asn), slots(event, here, network.asn)];
    if (!isUntrusted(event, network, settings)) return all;
    return [
      ...all,
      {
        kind: 'count',
        key: `sensitive ${here}`,
        withinMinutes: 24 * 60,
        threshold: 2,
        distinct: event.action,
      },
    ];
  },

  evaluate(event, { lookups, history: [all, here, calls] }) {
    const network = networkIn(lookups);
    if (!network || !all || !here || !isNewlyMet(calls)) return [];
    if (all.count < leastSlots || here.count * 100 > all.count) return [];
    return [
      {
        message: 'rare',
        resource: actorArn(event),
        aspect: String(network.asn),
        data: { network: networkName(network), calls: calls.count, here: here.count, all: all.count },
      },
    ];
  },
});

const lookups = {
  address: {
    '198.51.100.1': { asn: 64_501, organization: 'Example Office' },
    '203.0.113.7': { asn: 64_500, organization: 'Example Telecom' },
    '203.0.113.8': { asn: 16_509, organization: 'AMAZON-02' },
  },
};

const admin = () => role('ops', 'alice');
/** Work from the office, one call every five minutes. */
const work = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    call('sqs:CreateQueue', { by: admin(), sourceIp: '198.51.100.1', time: after(-(index + 2) * 300) }),
  );
const grants = (action: `iam:${string}`, seconds: number, over: object = {}) =>
  call(action, { by: admin(), request: { userName: 'eve' }, time: after(seconds), ...over });

export const examples = (): Example[] => [
  {
    name: 'two from home after a week in the office',
    expect: ['rare'],
    severity: 'high',
    lookups,
    before: [...work(120), grants('iam:CreateUser', -30)],
    record: grants('iam:CreateAccessKey', 0),
  },
  {
    name: 'one from home',
    expect: [],
    lookups,
    before: work(120),
    record: grants('iam:CreateAccessKey', 0),
  },
  {
    name: 'the third: told already',
    expect: [],
    lookups,
    before: [...work(120), grants('iam:CreateUser', -30), grants('iam:CreateAccessKey', -20)],
    record: grants('iam:AttachUserPolicy', 0),
  },
  {
    name: 'by who works from home now and then',
    expect: [],
    lookups,
    before: [
      ...work(120),
      call('sqs:CreateQueue', { by: admin(), time: after(-7200) }),
      grants('iam:CreateUser', -30),
    ],
    record: grants('iam:CreateAccessKey', 0),
  },
  {
    name: 'by who is hardly known',
    expect: [],
    lookups,
    before: [...work(50), grants('iam:CreateUser', -30)],
    record: grants('iam:CreateAccessKey', 0),
  },
  {
    name: 'from AWS',
    expect: [],
    lookups,
    before: [...work(120), grants('iam:CreateUser', -30, { sourceIp: '203.0.113.8' })],
    record: grants('iam:CreateAccessKey', 0, { sourceIp: '203.0.113.8' }),
  },
  {
    name: 'calls that are not sensitive',
    expect: [],
    lookups,
    before: [...work(120), call('sqs:CreateQueue', { by: admin(), time: after(-30) })],
    record: call('sns:CreateTopic', { by: admin() }),
  },
  {
    name: 'refused',
    expect: [],
    lookups,
    record: grants('iam:CreateUser', 0, { error: denied('iam:CreateUser') }),
  },
  {
    name: 'without address files',
    expect: [],
    undecided: 'off',
    record: call('iam:CreateUser', { by: user('bob') }),
  },
];
