import { call, instance, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const isRefusedRole = ({ actor, outcome }: IamEvent): boolean =>
  actor.type === 'AssumedRole' && outcome === 'denied';

export default defineRule({
  id: 'ec2-password-data-denied',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['ec2:GetPasswordData'] },
  outcome: 'not-succeeded',
  title: 'Administrator password of an instance asked for by a role and refused',
  why: 'The call returns the encrypted password of a Windows instance. A role that has no permission for it has no business with it: it is tried with stolen credentials.',
  fix: 'Find out what ran with the role. If nobody did, revoke its sessions and see what else it called.',
  misses: 'Calls that AWS allowed. A role that was refused within the last week. IAM users.',
  falsePositives: 'People with read-only roles who click "Get Windows password" in the console.',
  attack: ['T1552.005', 'T1555'],
  messages: {
    refused: '{actor} asked for the administrator password of instance {instance} and was refused.',
  },

  history: (event) => (isRefusedRole(event) ? [{ kind: 'first-seen', key: event.actor.key, days: 7 }] : []),

  evaluate(event, { history: [firstSeen] }) {
    if (firstSeen?.status !== 'met') return [];
    const data = { instance: textAt(event.request, 'instanceId') ?? 'unknown' };
    return [{ message: 'refused', resource: actorArn(event), data }];
  },
});

const ask = (over: object = {}) =>
  call('ec2:GetPasswordData', {
    by: instance('web', 'i-0a1b2c3d4e5f60718'),
    request: { instanceId: 'i-0123456789abcdef0' },
    error: { code: 'Client.UnauthorizedOperation' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'by a role', expect: ['refused'], severity: 'medium', record: ask() },
  {
    name: 'again within the week, from another instance',
    expect: [],
    before: [ask({ by: role('web', 'i-11111111111111111'), time: '2026-03-01T05:06:07Z' })],
    record: ask(),
  },
  { name: 'by a user', expect: [], record: ask({ by: user('bob') }) },
  {
    name: 'an instance that does not exist',
    expect: [],
    record: ask({ error: { code: 'Client.InvalidInstanceID.NotFound' } }),
  },
  {
    name: 'while too little is known',
    expect: [],
    record: ask(),
    watchedSince: '2026-03-01T00:00:00.000Z',
    undecided: 'learning',
  },
];
