import { after, call, consoleUser, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const isWithToken = ({ actor, via }: IamEvent): boolean =>
  actor.type === 'IAMUser' && actor.keyKind === 'temporary' && via === 'direct';

export default defineRule({
  id: 'sts-iam-call-with-session-token',
  kind: 'incident',
  severity: 'high',
  on: {
    services: ['iam'],
    where: { userIdentity: { type: ['IAMUser'], accessKeyId: [{ prefix: 'ASIA' }] } },
  },
  title: 'IAM called with a session token of a user',
  why: 'A token of GetSessionToken outlives the key it came from. Using one to change users and policies is what an intruder does who expects the key to be found.',
  fix: 'Ask the user. If it was not them, deny what was issued before now (policy condition aws:TokenIssueTime), deactivate the key, and undo what was changed.',
  misses:
    'Users who do so every week. Calls that only read, unless the read-only tier is on. The first seven days, in which nothing can be new, are quiet.',
  falsePositives:
    'People who sign every call with MFA by way of a token, in the first week or after a holiday. IAM takes such tokens only if they were made with MFA. Reads are told one level lower.',
  attack: ['T1550.001', 'T1098'],
  messages: {
    changed: 'User {user} changed IAM with a session token ({eventName}), for the first time in a week.',
    read: 'User {user} read IAM with a session token ({eventName}), for the first time in a week.',
  },

  history(event) {
    if (!isWithToken(event)) return [];
    // Apart, so that a look around does not make the change look known.
    const key = `${event.actor.key} ${event.readOnly ? 'read' : 'write'}`;
    return [{ kind: 'first-seen', key, days: 7 }];
  },

  evaluate(event, { history: [seen] }) {
    if (!isWithToken(event) || seen?.status !== 'met') return [];
    const found = { resource: actorArn(event), data: { user: event.actor.label } };
    return event.readOnly
      ? [{ ...found, message: 'read', severity: 'medium' }]
      : [{ ...found, message: 'changed' }];
  },
});

const calls = (action: `iam:${string}`, over: object = {}) =>
  call(action, {
    by: user('bob', { accessKeyId: 'ASIAEXAMPLEEXAMPLE12' }),
    request: { userName: 'eve' },
    readOnly: /:(Get|List)/.test(action),
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'a user made', expect: ['changed'], severity: 'high', record: calls('iam:CreateUser') },
  { name: 'users listed', expect: ['read'], severity: 'medium', record: calls('iam:ListUsers') },
  {
    name: 'a change after a look around',
    expect: ['changed'],
    before: [calls('iam:ListUsers', { time: after(-60) })],
    record: calls('iam:CreateUser'),
  },
  {
    name: 'as three days ago',
    expect: [],
    before: [calls('iam:TagUser', { time: after(-3 * 86_400) })],
    record: calls('iam:CreateUser'),
  },
  {
    name: 'in the console',
    expect: [],
    record: calls('iam:CreateUser', {
      by: consoleUser('bob', true),
      record: { sessionCredentialFromConsole: 'true' },
    }),
  },
  { name: 'with the key itself', expect: [], record: calls('iam:CreateUser', { by: user('bob') }) },
  { name: 'by a role', expect: [], record: calls('iam:CreateUser', { by: role('web', 'a') }) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: calls('iam:CreateUser'),
  },
  { name: 'refused', expect: [], record: calls('iam:CreateUser', { error: denied('iam:CreateUser') }) },
];
