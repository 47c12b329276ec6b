import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// Root is told by its own rules; roles ask all the time.
const isAsking = ({ actor, via }: IamEvent): boolean =>
  (actor.type === 'IAMUser' || actor.type === 'FederatedUser') && via !== 'service';

export default defineRule({
  id: 'sts-get-caller-identity-new',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sts:GetCallerIdentity'] },
  title: 'Key asked whose it is, for the first time',
  why: 'Who finds a key asks first whose it is: the call needs no permission and cannot be denied. The owner knows it already.',
  fix: 'Compare the address and the user agent with those that the key is otherwise used with. If they are strange, deactivate the key.',
  misses:
    'Roles, which ask all the time. Keys whose owner asks more often than every ten days, as Terraform does. The first ten days, in which nothing can be new, are quiet.',
  falsePositives: 'A new tool or script. It is meant for the daily digest.',
  attack: ['T1087.004', 'T1078.004'],
  messages: {
    asked: '{actor} asked from {sourceIp} whose key it is ({userAgent}), for the first time in ten days.',
  },

  history: (event) => (isAsking(event) ? [{ kind: 'first-seen', key: event.actor.key, days: 10 }] : []),

  evaluate(event, { history: [seen] }) {
    if (!isAsking(event) || seen?.status !== 'met') return [];
    return [
      {
        message: 'asked',
        resource: actorArn(event),
        data: { userAgent: event.userAgent ?? 'no user agent' },
      },
    ];
  },
});

const asks = (over: object = {}) => call('sts:GetCallerIdentity', { readOnly: true, ...over });

export const examples = (): Example[] => [
  { name: 'for the first time', expect: ['asked'], severity: 'low', record: asks() },
  { name: 'as last week', expect: [], before: [asks({ time: after(-7 * 86_400) })], record: asks() },
  { name: 'a role', expect: [], record: asks({ by: role('web', 'a') }) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: asks(),
  },
  {
    name: 'with a key that is not active',
    expect: [],
    record: asks({ error: denied('sts:GetCallerIdentity') }),
  },
];
