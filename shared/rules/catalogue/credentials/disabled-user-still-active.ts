import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { after, call, consoleUser, role, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { iamArn } from '../../../events/target.ts';
import { sampled } from '../../../history/sampled.ts';
import type { HistoryNeed } from '../../../history/window.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { sessionStartOf } from '../../session-start.ts';

/** Sessions of users last 36 hours at most (AWS STS API Reference, GetSessionToken and GetFederationToken). */
const withinMinutes = 36 * 60;
const sampleMinutes = 10;

/** Sessions that came of keys outlive the keys; sessions of the console outlive the password. */
type Way = 'keys' | 'console';

const shutBy = ({ action, request }: IamEvent): readonly Way[] => {
  if (action === 'iam:DeleteUser') return ['keys', 'console'];
  if (action === 'iam:DeleteLoginProfile') return ['console'];
  const isOff = action === 'iam:DeleteAccessKey' || textAt(request, 'status') === 'Inactive';
  return /^iam:(Update|Delete)AccessKey$/.test(action) && isOff ? ['keys'] : [];
};

/** The user whose session makes a call, by name: an IAM user, or who asked for a federated session. */
const sessionUserOf = ({ actor }: IamEvent): string | undefined => {
  if (actor.keyKind !== 'temporary') return undefined;
  if (actor.type === 'IAMUser') return actor.userName;
  return actor.type === 'FederatedUser' ? actor.roleArn?.split('/').at(-1) : undefined;
};

const wayOf = ({ actor, via }: IamEvent): Way =>
  via === 'console' && actor.type === 'IAMUser' ? 'console' : 'keys';

const sequence = { kind: 'sequence', steps: ['shut', 'used'], withinMinutes } as const;

/** A user who keeps an active key is not shut out: it is a rotation. */
const keepsKey = (lookups: readonly KnownAnswer[], { request }: IamEvent): boolean =>
  (foundIn(lookups, 'access-keys') ?? []).some(
    ({ id, status }) => status === 'Active' && id !== textAt(request, 'accessKeyId'),
  );

const shutNeeds = (event: IamEvent, lookups: readonly KnownAnswer[]): readonly HistoryNeed[] => {
  const { user, whose } = affectedUserOf(event);
  // Who shuts out itself goes on working in the session that did it.
  if (whose !== 'other') return [];
  return shutBy(event)
    .filter((way) => way === 'console' || !keepsKey(lookups, event))
    .map((way) => ({ ...sequence, key: `${way} ${user}`, step: 'shut', note: { by: event.actor.label } }));
};

const useNeeds = (event: IamEvent): readonly HistoryNeed[] => {
  const user = sessionUserOf(event);
  const [start, key] = [sessionStartOf(event), event.actor.accessKeyId];
  if (user === undefined || start === undefined || key === undefined || event.via === 'service') return [];
  const note = { start, ip: event.sourceIp ?? 'unknown' };
  const as = sampled(key, event.time, sampleMinutes);
  return [{ ...sequence, key: `${wayOf(event)} ${user}`, step: 'used', note, as }];
};

export default defineRule({
  id: 'disabled-user-still-active',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: ['iam:DeleteUser', 'iam:DeleteAccessKey', 'iam:UpdateAccessKey', 'iam:DeleteLoginProfile'],
    anyCall: { userIdentity: { type: ['IAMUser', 'FederatedUser'], accessKeyId: [{ prefix: 'ASIA' }] } },
    tier: 'wide',
  },
  title: 'Session of a user went on after the user was shut out',
  why: 'Deleting a key or password does not end the sessions that came of it: they work for up to 36 hours. Whoever was shut out for a reason is still in.',
  fix: 'Attach a policy to the user that denies everything to sessions from before now (aws:TokenIssueTime), or AWSDenyAll, and delete the user only after that. Read what the session did since.',
  misses:
    'Roles that the user had assumed before. A user who keeps another active key: taken for a rotation of keys. Reads, where only writes are forwarded.',
  falsePositives:
    'Clean-up of a password or key while the user works. A call within ten minutes before counts as after.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    stillIn: '{user} went on calling AWS from {ip} with a session from before {by} took its access away.',
  },

  lookups(event) {
    const { user, whose } = affectedUserOf(event);
    const isAboutKeys =
      whose === 'other' && event.action !== 'iam:DeleteUser' && shutBy(event).includes('keys');
    return isAboutKeys ? [{ kind: 'access-keys', id: user, optional: true }] : [];
  },

  history: (event, _, lookups) => [...shutNeeds(event, lookups), ...useNeeds(event)],

  evaluate(event, { history }) {
    const pairs = history.filter(({ status }) => status === 'met').map(({ events }) => events);
    const stale = pairs.find(([shut, used]) => (used?.note?.['start'] ?? '~') < (shut?.time ?? ''));
    if (!stale) return [];
    const [shut, used] = stale;
    const user = shutBy(event).length > 0 ? affectedUserOf(event).user : (sessionUserOf(event) ?? 'unknown');
    const data = { user, by: shut?.note?.['by'] ?? 'somebody', ip: used?.note?.['ip'] ?? 'unknown' };
    return [{ message: 'stillIn', resource: iamArn(event, 'user', user), data }];
  },
});

const began = (seconds: number) => ({
  sessionContext: { attributes: { creationDate: after(seconds), mfaAuthenticated: 'true' } },
});
const temporary = (seconds: number) =>
  user('alice', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', ...began(seconds) });
const use = (over: JsonObject = {}) => call('s3:CreateBucket', { by: temporary(-7200), ...over });
const ofAlice = { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };
const deleteKey = (over: JsonObject = {}) =>
  call('iam:DeleteAccessKey', { by: role('admin', 'bob'), request: ofAlice, time: after(-3600), ...over });
const createdAt = '2025-01-01T00:00:00.000Z';
const noKeys = { 'access-keys': { alice: [] } };

const outlived = (): Example[] => [
  {
    name: 'the key is deleted, its session goes on',
    expect: ['stillIn'],
    severity: 'high',
    lookups: noKeys,
    before: [deleteKey()],
    record: use(),
  },
  {
    name: 'the key is switched off, its session goes on; the list is of before',
    expect: ['stillIn'],
    lookups: { 'access-keys': { alice: [{ id: ofAlice.accessKeyId, status: 'Active', createdAt }] } },
    before: [deleteKey()].map((record) => ({
      ...record,
      eventName: 'UpdateAccessKey',
      requestParameters: { ...ofAlice, status: 'Inactive' },
    })),
    record: use(),
  },
  {
    name: 'the key is deleted, another one is off',
    expect: ['stillIn'],
    lookups: { 'access-keys': { alice: [{ id: 'AKIAI44QH8DHBEXAMPLE', status: 'Inactive', createdAt }] } },
    before: [deleteKey()],
    record: use(),
  },
  {
    name: 'the deletion arrives last',
    expect: ['stillIn'],
    lookups: noKeys,
    before: [use()],
    record: deleteKey(),
  },
  {
    name: 'the user is deleted, a federated session goes on',
    expect: ['stillIn'],
    before: [call('iam:DeleteUser', { request: { userName: 'alice' }, time: after(-3600) })],
    record: use({
      by: {
        type: 'FederatedUser',
        arn: 'arn:aws:sts::111122223333:federated-user/build',
        accountId: '111122223333',
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        sessionContext: {
          sessionIssuer: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice' },
          attributes: { creationDate: after(-7200) },
        },
      },
    }),
  },
  {
    name: 'the password is deleted, the console goes on',
    expect: ['stillIn'],
    before: [call('iam:DeleteLoginProfile', { request: ofAlice, time: after(-3600) })],
    record: use({
      by: consoleUser('alice', true, began(-7200)),
      record: { sessionCredentialFromConsole: 'true' },
    }),
  },
];

const nearMisses = (): Example[] => [
  {
    name: 'the session of an active key goes on when the password is deleted',
    expect: [],
    before: [call('iam:DeleteLoginProfile', { request: ofAlice, time: after(-3600) })],
    record: use(),
  },
  {
    name: 'a service goes on for the session',
    expect: [],
    lookups: noKeys,
    before: [deleteKey()],
    record: use({ by: { ...temporary(-7200), invokedBy: 'athena.amazonaws.com' } }),
  },
  {
    name: 'a session from after it',
    expect: [],
    lookups: noKeys,
    before: [deleteKey()],
    record: use({ by: temporary(-60) }),
  },
  {
    name: 'a rotation: another key is active',
    expect: [],
    lookups: { 'access-keys': { alice: [{ id: 'AKIAI44QH8DHBEXAMPLE', status: 'Active', createdAt }] } },
    before: [deleteKey()],
    record: use(),
  },
  {
    name: 'by the user itself',
    expect: [],
    lookups: noKeys,
    before: [deleteKey({ by: user('alice') })],
    record: use(),
  },
  {
    name: 'the key is switched on',
    expect: [],
    before: [call('iam:UpdateAccessKey', { request: { ...ofAlice, status: 'Active' }, time: after(-3600) })],
    record: use(),
  },
  {
    name: 'before the deletion',
    expect: [],
    lookups: noKeys,
    before: [deleteKey({ time: after(3600) })],
    record: use(),
  },
  {
    name: 'another user',
    expect: [],
    lookups: noKeys,
    before: [deleteKey()],
    record: use({ by: user('dave') }),
  },
  {
    name: 'two days later',
    expect: [],
    lookups: noKeys,
    before: [deleteKey({ time: after(-172_800) })],
    record: use(),
  },
];

export const examples = (): Example[] => [...outlived(), ...nearMisses()];
