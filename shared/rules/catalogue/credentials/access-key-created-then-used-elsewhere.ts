import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, role, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { sampled } from '../../../history/sampled.ts';
import type { NotedEvent } from '../../../history/window.ts';
import { actorArn } from '../../actor-arn.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { longTermKeyOf, signedByLongTermKey } from '../../long-term-key.ts';
import { isPublicAddress, networkOf } from '../../network-address.ts';

const withinMinutes = 60;
const sampleMinutes = 5;

interface Sighting {
  readonly key: string;
  readonly step: 'created' | 'used';
  readonly user: string;
  readonly resource: string;
  readonly ip: string;
}

/** What an event says of a key: that it was made, or that it signed the call. */
const sightingOf = (event: IamEvent): Sighting | undefined => {
  const ip = event.sourceIp;
  if (ip === undefined || !isPublicAddress(ip)) return undefined;
  if (event.action === 'iam:CreateAccessKey') {
    const key = textAt(objectAt(event.response, 'accessKey'), 'accessKeyId');
    const { user, resource, whose } = affectedUserOf(event);
    if (whose === 'root') return undefined;
    if (key !== undefined) return { key, step: 'created', user, resource, ip };
  }
  const isAsked = event.actor.type === 'IAMUser' && /^(iam|sts):/.test(event.action);
  const key = isAsked ? longTermKeyOf(event) : undefined;
  const user = event.actor.label;
  return key === undefined ? undefined : { key, step: 'used', user, resource: actorArn(event), ip };
};

type Note = NonNullable<NotedEvent['note']>;

const noteOf = ({ ip, step }: Sighting, lookups: readonly KnownAnswer[]): Note => {
  const asn = foundIn(lookups, 'address')?.asn;
  return { step, ip, network: networkOf(ip), ...(asn === undefined ? {} : { asn: String(asn) }) };
};

/** Neither the same network nor two networks of one operator, as a line with changing addresses has. */
const isElsewhere = (a: Note, b: Note): boolean =>
  a['network'] !== b['network'] && (a['asn'] === undefined || a['asn'] !== b['asn']);

/** The making of the key and a use of it elsewhere: the event at hand if it is one, else whichever was noted before the making. */
const pairOf = ({ step, ip }: Sighting, events: readonly NotedEvent[]): readonly [Note, Note] | undefined => {
  const notes = events.flatMap(({ note }) => (note ? [note] : []));
  const made = notes.find((note) => note['step'] === 'created');
  const used = notes.filter((note) => note['step'] === 'used');
  const own = step === 'used' ? used.filter((note) => note['network'] === networkOf(ip)) : used;
  const elsewhere = made && own.find((note) => isElsewhere(made, note));
  return made && elsewhere ? [made, elsewhere] : undefined;
};

export default defineRule({
  id: 'access-key-created-then-used-elsewhere',
  kind: 'incident',
  severity: 'high',
  // A server that was given its key calls its own services; who asks IAM and STS first wants to know what the key can do.
  on: {
    actions: ['iam:CreateAccessKey'],
    anyCall: {
      eventSource: [{ prefix: 'iam.amazonaws.com' }, { prefix: 'sts.amazonaws.com' }],
      ...signedByLongTermKey,
    },
    tier: 'core',
  },
  title: 'New access key used at once from another network',
  why: 'A thief in a console session makes a key and goes on from their own machine; or a new key leaked within the hour, for example through a repository. Either way somebody elsewhere has it.',
  fix: 'Ask the owner where the key should be used. If not there, deactivate it, read what it has called, and treat the credentials of who made it as stolen.',
  misses:
    'Keys used from the network that made them, or first used after an hour. Use in other services than IAM and STS (long-term-key-new-source-ip). Keys made by CloudFormation, whose address is not that of a person. Without tier read-only most first calls, such as GetCallerIdentity, are not seen.',
  falsePositives:
    'A key made in the office and put at once into a pipeline or server that assumes a role or manages IAM with it. With address files, two networks of one operator count as one.',
  attack: ['T1098.001', 'T1078.004'],
  messages: {
    used: 'The access key {accessKeyId} of {user} was made from {madeFrom} and within the hour used from {usedFrom}.',
  },
  undo: {
    used: 'aws iam update-access-key --user-name {user} --access-key-id {accessKeyId} --status Inactive',
  },

  lookups(event) {
    const ip = sightingOf(event)?.ip;
    return ip === undefined ? [] : [{ kind: 'address', id: ip, optional: true }];
  },

  history(event, _, lookups) {
    const sighting = sightingOf(event);
    if (!sighting) return [];
    const { key, step } = sighting;
    const note = noteOf(sighting, lookups);
    const network = note['network'] ?? '';
    const need = { kind: 'count', key, withinMinutes, threshold: 2, distinct: network, note } as const;
    // A busy key calls many times a second. The making is never left out: it is what the calls are compared with.
    return [step === 'used' ? { ...need, as: sampled(network, event.time, sampleMinutes) } : need];
  },

  evaluate(event, { history: [answer] }) {
    const sighting = sightingOf(event);
    if (!sighting || answer?.status !== 'met') return [];
    const pair = pairOf(sighting, answer.events);
    if (!pair) return [];
    const [made, used] = pair;
    const data = {
      user: sighting.user,
      accessKeyId: sighting.key,
      madeFrom: made['ip'] ?? 'unknown',
      usedFrom: used['ip'] ?? 'unknown',
    };
    return [{ message: 'used', resource: sighting.resource, aspect: sighting.key, data }];
  },
});

const id = 'AKIAIOSFODNN7EXAMPLE';
const create = (over: JsonObject = {}) =>
  call('iam:CreateAccessKey', {
    by: role('admin', 'carol'),
    request: { userName: 'alice' },
    response: { accessKey: { userName: 'alice', accessKeyId: id, status: 'Active' } },
    time: after(-600),
    ...over,
  });
const use = (over: JsonObject = {}) =>
  call('sts:GetCallerIdentity', {
    by: user('alice', { accessKeyId: id }),
    sourceIp: '198.51.100.9',
    readOnly: true,
    ...over,
  });
const address = { '203.0.113.7': { asn: 3320 }, '198.51.100.9': { asn: 3320 } };

export const examples = (): Example[] => [
  {
    name: 'from elsewhere, minutes later',
    expect: ['used'],
    severity: 'high',
    before: [create()],
    record: use(),
  },
  { name: 'the use arrives first', expect: ['used'], before: [use()], record: create() },
  {
    name: 'after it was used where it was made',
    expect: ['used'],
    before: [create(), use({ sourceIp: '203.0.113.7', time: after(-300) })],
    record: use(),
  },
  {
    name: 'made by its owner',
    expect: ['used'],
    before: [create({ by: user('alice'), request: {} })],
    record: use(),
  },
  {
    name: 'in the network that made it',
    expect: [],
    before: [create()],
    record: use({ sourceIp: '203.0.113.99' }),
  },
  {
    name: 'on another line of the same operator',
    expect: [],
    lookups: { address },
    before: [create()],
    record: use(),
  },
  { name: 'two hours later', expect: [], before: [create({ time: after(-7200) })], record: use() },
  {
    name: 'another key',
    expect: [],
    before: [create()],
    record: use({ by: user('alice', { accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }) }),
  },
  {
    name: 'in another service',
    expect: [],
    before: [create()],
    record: call('s3:ListBuckets', { by: user('alice', { accessKeyId: id }), sourceIp: '198.51.100.9' }),
  },
  {
    name: 'a service calls for the user',
    expect: [],
    before: [create()],
    record: use({ sourceIp: 'secretsmanager.amazonaws.com' }),
  },
  {
    name: 'made by a stack',
    expect: [],
    before: [create({ sourceIp: 'cloudformation.amazonaws.com' })],
    record: use(),
  },
];
