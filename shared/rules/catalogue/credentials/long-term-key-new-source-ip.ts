import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { longTermKeyOf, signedByLongTermKey } from '../../long-term-key.ts';
import { isInNetworks, isPublicAddress, networkOf } from '../../network-address.ts';
import { placeName } from '../../place.ts';

const days = 10;

const addressOf = (event: IamEvent): string | undefined => {
  const { sourceIp, actor } = event;
  const isOfUser = actor.type === 'IAMUser' && longTermKeyOf(event) !== undefined;
  return isOfUser && sourceIp !== undefined && isPublicAddress(sourceIp) ? sourceIp : undefined;
};

/** The operator's number where address files tell it, since lines and clouds change addresses all day; else the network. */
const originOf = (ip: string, lookups: readonly KnownAnswer[]): string => {
  const asn = foundIn(lookups, 'address')?.asn;
  return asn === undefined ? networkOf(ip) : `AS${asn}`;
};

export default defineRule({
  id: 'long-term-key-new-source-ip',
  kind: 'incident',
  severity: 'medium',
  // Every call of every key is looked at, so it is for those who ask for it.
  on: { anyCall: signedByLongTermKey, tier: 'wide' },
  title: 'Access key used from a network it was never used from',
  why: 'A key works from anywhere. When it leaks, the first call of the finder comes from a network that the owner never used.',
  fix: 'Ask the owner of the key whether it moved. If not, deactivate it and read what it called from the new network.',
  misses:
    'Finders in the same network: for a key of a server in a cloud, everybody in that cloud. Refused calls. Calls from private addresses. Keys of root (root-api-activity).',
  falsePositives:
    'The first use of a new key. Laptops that travel. Pipelines in clouds, as long as no address files say that two addresses are of one operator; switching those on makes each network new once. Name your own networks in allowedNetworks.',
  attack: ['T1078.004', 'T1552.001'],
  messages: {
    firstFrom:
      'The access key {accessKeyId} of {actor} was used from {sourceIp} ({origin}), where it was not used for {days} days: {eventName}.',
  },
  undo: {
    firstFrom: 'aws iam update-access-key --user-name {user} --access-key-id {accessKeyId} --status Inactive',
  },

  lookups(event, { allowedNetworks }) {
    const id = addressOf(event);
    return id === undefined || isInNetworks(id, allowedNetworks)
      ? []
      : [{ kind: 'address', id, optional: true }];
  },

  history(event, { allowedNetworks }, lookups) {
    const ip = addressOf(event);
    return ip === undefined || isInNetworks(ip, allowedNetworks)
      ? []
      : [{ kind: 'first-seen', key: `${longTermKeyOf(event)} ${originOf(ip, lookups)}`, days }];
  },

  evaluate(event, { lookups, history: [answer] }) {
    const ip = addressOf(event);
    const accessKeyId = longTermKeyOf(event);
    if (ip === undefined || accessKeyId === undefined || answer?.status !== 'met') return [];
    const { organization, ...place } = foundIn(lookups, 'address') ?? {};
    const origin = organization ?? (place.country === undefined ? networkOf(ip) : placeName(place));
    const data = { accessKeyId, user: event.actor.label, origin, days };
    return [{ message: 'firstFrom', resource: actorArn(event), aspect: accessKeyId, data }];
  },
});

const use = (seconds: number, over: JsonObject = {}) =>
  call('s3:CreateBucket', { by: user('deploy'), time: after(seconds), ...over });
const elsewhere = { sourceIp: '198.51.100.9' };
const day = 86_400;
const address = {
  '203.0.113.7': { country: 'DE', asn: 3320, organization: 'Deutsche Telekom AG' },
  '198.51.100.9': { country: 'DE', asn: 3320, organization: 'Deutsche Telekom AG' },
};

export const examples = (): Example[] => [
  {
    name: 'from another network',
    expect: ['firstFrom'],
    severity: 'medium',
    before: [use(-day)],
    record: use(0, elsewhere),
  },
  { name: 'after two weeks', expect: ['firstFrom'], before: [use(-14 * day)], record: use(0) },
  {
    name: 'another key from there',
    expect: ['firstFrom'],
    before: [use(-day, { by: user('backup') })],
    record: use(0),
  },
  {
    name: 'from the same network',
    expect: [],
    before: [use(-day, { sourceIp: '203.0.113.200' })],
    record: use(0),
  },
  {
    name: 'from another line of the same operator',
    expect: [],
    lookups: { address },
    before: [use(-day)],
    record: use(0, elsewhere),
  },
  {
    name: 'from a network of your own',
    expect: [],
    settings: { allowedNetworks: ['198.51.100.0/24'] },
    before: [use(-day)],
    record: use(0, elsewhere),
  },
  { name: 'the next call from there', expect: [], before: [use(-60, elsewhere)], record: use(0, elsewhere) },
  {
    name: 'in the first days of watching',
    expect: [],
    undecided: 'learning',
    watchedSince: after(-day),
    record: use(0),
  },
  { name: 'from a private address', expect: [], record: use(0, { sourceIp: '10.1.2.3' }) },
  { name: 'by a service for the user', expect: [], record: use(0, { sourceIp: 's3.amazonaws.com' }) },
  { name: 'a role', expect: [], record: use(0, { by: role('deploy', 'build-7') }) },
  { name: 'refused', expect: [], record: use(0, { error: denied('s3:CreateBucket') }) },
];
