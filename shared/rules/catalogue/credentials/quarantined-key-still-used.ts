import { after, call, denied, role, root, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { targetUserOf } from '../../../events/target.ts';
import { sampled } from '../../../history/sampled.ts';
import type { HistoryNeed } from '../../../history/window.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { longTermKeyOf, signedByLongTermKey } from '../../long-term-key.ts';
import { networkOf } from '../../network-address.ts';
import { quarantinePolicyOf } from '../../quarantine-policies.ts';

const withinMinutes = 24 * 60;
/** Calls of a key from one network are noted as one for so long; a call that came earlier counts as after the quarantine by that much. */
const sampleMinutes = 10;

const puts = new Set(['iam:AttachUserPolicy', 'iam:PutUserPolicy']);

interface Step {
  readonly step: 'quarantined' | 'used';
  readonly user: string;
  readonly resource: string;
  readonly note: NonNullable<Extract<HistoryNeed, { kind: 'sequence' }>['note']>;
}

const stepOf = (event: IamEvent): Step | undefined => {
  if (puts.has(event.action) && quarantinePolicyOf(event) !== undefined) {
    const target = targetUserOf(event);
    return target && { step: 'quarantined', user: target.name, resource: target.arn, note: {} };
  }
  const key = longTermKeyOf(event);
  const user = event.actor.type === 'IAMUser' ? event.actor.userName : undefined;
  return key === undefined || user === undefined
    ? undefined
    : { step: 'used', user, resource: actorArn(event), note: { key, ip: event.sourceIp ?? 'unknown' } };
};

export default defineRule({
  id: 'quarantined-key-still-used',
  kind: 'incident',
  severity: 'critical',
  outcome: 'any',
  on: { actions: ['iam:AttachUserPolicy', 'iam:PutUserPolicy'], anyCall: signedByLongTermKey, tier: 'core' },
  title: 'Access key used after AWS quarantined it as leaked',
  why: 'AWS found the key in public and barred some calls, yet it still works for all others, and somebody is calling: its owner, who has not noticed, or whoever found it.',
  fix: "Deactivate the user's keys now; make a new one where software needs it. Then compare the addresses of the calls with those of the owner, and undo what was called from elsewhere.",
  misses:
    'Use of the key before the quarantine, or later than a day after it (compromised-key-quarantined stays open). Reads, where only writes are forwarded. Leaks that AWS has not found.',
  falsePositives:
    'The owner’s own software, until the key is replaced: that is what must be done. A new key of the same user counts as well, as long as the quarantine policy was attached within the day.',
  attack: ['T1552.001', 'T1078.004'],
  messages: {
    used: 'The access key {accessKeyId} of {user} was used from {ip} within a day after AWS quarantined {user} for a leaked key.',
  },
  undo: {
    used: 'aws iam update-access-key --user-name {user} --access-key-id {accessKeyId} --status Inactive',
  },

  history(event) {
    const found = stepOf(event);
    if (!found) return [];
    const { step, user, note } = found;
    const steps = ['quarantined', 'used'];
    const sequence = { kind: 'sequence', key: user, steps, step, withinMinutes, note } as const;
    const origin = `${note['key']} ${networkOf(note['ip'] ?? '')}`;
    return [step === 'used' ? { ...sequence, as: sampled(origin, event.time, sampleMinutes) } : sequence];
  },

  evaluate(event, { history: [answer] }) {
    const found = stepOf(event);
    if (!found || answer?.status !== 'met') return [];
    const { key: accessKeyId = 'unknown', ip = 'unknown' } = answer.events.at(-1)?.note ?? {};
    return [
      {
        message: 'used',
        resource: found.resource,
        aspect: accessKeyId,
        data: { user: found.user, accessKeyId, ip },
      },
    ];
  },
});

const quarantine = (seconds: number, over: JsonObject = {}) =>
  call('iam:AttachUserPolicy', {
    by: root({ invokedBy: 'AWS Internal' }),
    sourceIp: 'AWS Internal',
    request: { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' },
    time: after(seconds),
    ...over,
  });
const use = (over: JsonObject = {}) => call('s3:PutBucketPolicy', { by: user('alice'), ...over });

export const examples = (): Example[] => [
  {
    name: 'an hour after',
    expect: ['used'],
    severity: 'critical',
    before: [quarantine(-3600)],
    record: use(),
  },
  {
    name: 'refused, by the quarantine itself',
    expect: ['used'],
    severity: 'critical',
    before: [quarantine(-3600)],
    record: use({ error: denied('s3:PutBucketPolicy') }),
  },
  { name: 'the quarantine arrives last', expect: ['used'], before: [use()], record: quarantine(-3600) },
  {
    name: 'the user has too many policies for it',
    expect: ['used'],
    before: [quarantine(-3600, { error: { code: 'LimitExceededException' } })],
    record: use(),
  },
  {
    name: 'used from two networks, before and after',
    expect: ['used'],
    before: [use({ time: after(-7200) }), quarantine(-3600)],
    record: use({ sourceIp: '198.51.100.9' }),
  },
  { name: 'two days after', expect: [], before: [quarantine(-172_800)], record: use() },
  { name: 'an hour before', expect: [], before: [quarantine(3600)], record: use() },
  {
    name: 'a key of another user',
    expect: [],
    before: [quarantine(-3600)],
    record: use({ by: user('bob') }),
  },
  {
    name: 'a session of a role',
    expect: [],
    before: [quarantine(-3600)],
    record: use({ by: role('ops', 'alice') }),
  },
  {
    name: 'another policy',
    expect: [],
    before: [
      quarantine(-3600, {
        request: { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      }),
    ],
    record: use(),
  },
];
