import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import type { AddressFact, KnownAnswer } from '../../../account/lookup.ts';
import { after, call, role, user } from '../../../events/example.ts';
import type { Action, IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { sampled } from '../../../history/sampled.ts';
import type { NotedEvent } from '../../../history/window.ts';
import { actorArn } from '../../actor-arn.ts';
import { isAmazonNetwork } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress } from '../../network-address.ts';
import { placeIn } from '../../place.ts';

const withinMinutes = 30;

/** The address behind a call with temporary credentials; none for browsers, which change networks, and for calls of services. */
const addressOf = ({ actor, via, sourceIp }: IamEvent): string | undefined =>
  actor.keyKind === 'temporary' && via === 'direct' && sourceIp !== undefined && isPublicAddress(sourceIp)
    ? sourceIp
    : undefined;

type Origin = AddressFact & { readonly asn: number; readonly city: string };

const originIn = (lookups: readonly KnownAnswer[]): Origin | undefined => {
  const place = placeIn(lookups);
  if (place?.asn === undefined || place.city === undefined || isAmazonNetwork(place)) return undefined;
  return { ...place, asn: place.asn, city: place.city };
};

const serviceOf = ({ action }: IamEvent): string => action.slice(0, action.indexOf(':'));

const distinct = (events: readonly NotedEvent[], field: string): readonly string[] => [
  ...new Set(events.flatMap(({ note }) => note?.[field] ?? [])),
];

const isSpread = (events: readonly NotedEvent[]): boolean =>
  ['asn', 'city', 'service'].every((field) => distinct(events, field).length >= 2);

const noteId = (event: IamEvent, { asn }: Origin) => sampled(`${asn} ${serviceOf(event)}`, event.time, 1);

export default defineRule({
  id: 'session-token-multiple-networks',
  kind: 'incident',
  severity: 'high',
  // Nearly every call there is, so it is for those who ask for it.
  on: {
    anyCall: {
      userIdentity: { type: ['AssumedRole', 'IAMUser', 'FederatedUser'], accessKeyId: [{ prefix: 'ASIA' }] },
    },
    tier: 'wide',
  },
  title: 'One session used from two networks at a time',
  why: 'Temporary credentials are made for one program on one machine. Two operators in two cities within half an hour mean a copy: taken from a laptop, a build log or a server.',
  fix: 'Compare the addresses with those of the owner. End the sessions of the role (deny by aws:TokenIssueTime), and find where the credentials were read.',
  misses:
    'Thieves in the same city or with the same operator, in AWS, or behind a relay, VPN, company proxy or satellite. Sessions of the console. Whatever your address files do not know.',
  falsePositives:
    'Laptops that move from one network to another, in a city nearby. Roles that setting pipelines names are left out.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    spread:
      'The session {accessKeyId} of {actor} was used within {minutes} minutes from {addresses}, in {cities}.',
  },

  needsAddresses: true,

  lookups(event, { pipelines }) {
    const id = addressOf(event);
    return id === undefined || matchesAnyArnPattern(pipelines, event.actor.roleArn)
      ? []
      : [{ kind: 'address', id }];
  },

  history(event, _, lookups) {
    const origin = originIn(lookups);
    const [ip, key] = [addressOf(event), event.actor.accessKeyId];
    if (!origin || ip === undefined || key === undefined) return [];
    const { asn, city } = origin;
    const note = { ip, city, asn: String(asn), service: serviceOf(event) };
    return [
      {
        kind: 'count',
        key,
        withinMinutes,
        threshold: 2,
        distinct: String(asn),
        note,
        as: noteId(event, origin),
      },
    ];
  },

  evaluate(event, { lookups, history: [answer] }) {
    const origin = originIn(lookups);
    if (!origin || answer?.status !== 'met') return [];
    // What completes the picture is told; what only adds to it is not.
    const { id } = noteId(event, origin);
    const before = answer.events.filter((noted) => noted.id !== id);
    if (!isSpread(answer.events) || isSpread(before)) return [];
    const accessKeyId = event.actor.accessKeyId ?? 'unknown';
    const data = {
      accessKeyId,
      minutes: withinMinutes,
      addresses: distinct(answer.events, 'ip').slice(0, 5),
      cities: distinct(answer.events, 'city').slice(0, 5),
    };
    return [{ message: 'spread', resource: actorArn(event), aspect: accessKeyId, data }];
  },
});

const lookups = () => ({
  address: {
    '203.0.113.7': { country: 'DE', city: 'Berlin', asn: 3320 },
    '198.51.100.9': { country: 'RO', city: 'Bucharest', asn: 8708 },
    '198.51.100.10': { country: 'DE', city: 'Berlin', asn: 6805 },
    '192.0.2.9': { country: 'US', city: 'Ashburn', asn: 14618 },
  },
});
const use = (action: Action, seconds: number, sourceIp: string, over: JsonObject = {}) =>
  call(action, { by: role('ops', 'carol'), time: after(seconds), sourceIp, ...over });
const home = '203.0.113.7';
const abroad = '198.51.100.9';
const atHome = () => use('s3:ListBuckets', -600, home);

const copies = (): Example[] => [
  {
    name: 'two cities, operators and services within minutes',
    expect: ['spread'],
    severity: 'high',
    lookups: lookups(),
    before: [atHome()],
    record: use('iam:ListUsers', 0, abroad),
  },
  {
    name: 'the second service makes it complete',
    expect: ['spread'],
    lookups: lookups(),
    before: [atHome(), use('s3:GetBucketPolicy', -300, abroad)],
    record: use('iam:ListUsers', 0, abroad),
  },
  {
    name: 'the earlier call arrives last',
    expect: ['spread'],
    lookups: lookups(),
    before: [use('iam:ListUsers', 0, abroad)],
    record: atHome(),
  },
];

const nearMisses = (): Example[] => [
  {
    name: 'one more call: told already',
    expect: [],
    lookups: lookups(),
    before: [atHome(), use('iam:ListUsers', -300, abroad)],
    record: use('ec2:DescribeInstances', 0, abroad),
  },
  {
    name: 'one service only',
    expect: [],
    lookups: lookups(),
    before: [atHome()],
    record: use('s3:GetBucketPolicy', 0, abroad),
  },
  {
    name: 'two operators in one city',
    expect: [],
    lookups: lookups(),
    before: [atHome()],
    record: use('iam:ListUsers', 0, '198.51.100.10'),
  },
  {
    name: 'an hour apart',
    expect: [],
    lookups: lookups(),
    before: [use('s3:ListBuckets', -3600, home)],
    record: use('iam:ListUsers', 0, abroad),
  },
  {
    name: 'from a machine in AWS',
    expect: [],
    lookups: lookups(),
    before: [atHome()],
    record: use('iam:ListUsers', 0, '192.0.2.9'),
  },
  {
    name: 'another session of the role',
    expect: [],
    lookups: lookups(),
    before: [atHome()],
    record: use('iam:ListUsers', 0, abroad, { by: role('ops', 'dave') }),
  },
  {
    name: 'a pipeline',
    expect: [],
    lookups: lookups(),
    settings: { pipelines: ['arn:*:iam::111122223333:role/ops'] },
    before: [atHome()],
    record: use('iam:ListUsers', 0, abroad),
  },
];

const otherKinds = (): Example[] => [
  {
    name: 'in the console',
    expect: [],
    lookups: lookups(),
    before: [atHome()],
    record: use('iam:ListUsers', 0, abroad, { record: { sessionCredentialFromConsole: 'true' } }),
  },
  {
    name: 'a key that does not expire',
    expect: [],
    lookups: lookups(),
    record: use('iam:ListUsers', 0, abroad, { by: user('deploy') }),
  },
  {
    name: 'without address files',
    expect: [],
    undecided: 'off',
    before: [atHome()],
    record: use('iam:ListUsers', 0, abroad),
  },
];

export const examples = (): Example[] => [...copies(), ...nearMisses(), ...otherKinds()];
