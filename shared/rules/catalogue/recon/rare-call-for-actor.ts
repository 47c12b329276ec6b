import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const days = 30;

const isOfInterest = ({ readOnly, via, type, actor }: IamEvent, { pipelines }: AccountSettings): boolean =>
  !readOnly &&
  type === 'AwsApiCall' &&
  (via === 'direct' || via === 'console') &&
  !matchesAnyArnPattern(pipelines, actor.roleArn);

export default defineRule({
  id: 'rare-call-for-actor',
  kind: 'incident',
  severity: 'low',
  // Every write of everybody, and two things to remember of each.
  on: { anyCall: { readOnly: [false, { exists: false }] }, tier: 'wide' },
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Change of a kind that the caller never made before',
  why: 'Programs do the same few things every day, and so do most people. A known caller that suddenly makes users or shares snapshots may be somebody else with its credentials.',
  fix: 'See whether the call belongs to the caller’s work. If not, look at from where it came and what else was called.',
  misses:
    'Callers that are new themselves: there is nothing to compare them with. Reads. What is common for the caller and unusual only in place or number: nothing is learnt of cities, countries and rates of errors. Roles of the setting pipelines.',
  falsePositives:
    'New versions of programs; people with new tasks. It is meant for the daily digest and for looking back.',
  attack: ['T1078.004'],
  messages: {
    rare: {
      done: '{actor} called {eventName} of {service}, which it had not done for {days} days.',
      tried:
        '{actor} tried to call {eventName} of {service}, which it had not done for {days} days; it did not succeed.',
    },
  },

  history(event, settings) {
    if (!isOfInterest(event, settings)) return [];
    const { key } = event.actor;
    return [
      { kind: 'first-seen', key, days },
      { kind: 'first-seen', key: `${key} ${event.action}`, days },
    ];
  },

  evaluate(event, { history: [caller, kind] }) {
    if (caller?.status !== 'not-met' || kind?.status !== 'met') return [];
    return [
      {
        message: 'rare',
        resource: actorArn(event),
        aspect: event.action,
        data: { service: event.source, days },
      },
    ];
  },
});

export const examples = (): Example[] => {
  const day = 86_400;
  const by = role('web', 'x');
  const usual = (daysAgo: number, over: object = {}) =>
    call('sqs:SetQueueAttributes', { by: role('web', 'y'), time: after(-daysAgo * day), ...over });
  const made = (over: object = {}) => call('iam:CreateUser', { by, request: { userName: 'eve' }, ...over });
  return [
    { name: 'by a known caller', expect: ['rare'], severity: 'low', before: [usual(3)], record: made() },
    {
      name: 'by a known caller, refused',
      expect: ['rare'],
      severity: 'low',
      before: [usual(3)],
      record: made({ error: denied('iam:CreateUser') }),
    },
    {
      name: 'last done forty days ago',
      expect: ['rare'],
      before: [made({ time: after(-40 * day) }), usual(3)],
      record: made(),
    },
    { name: 'by a caller that is new', expect: [], record: made() },
    { name: 'done last week', expect: [], before: [made({ time: after(-7 * day) })], record: made() },
    { name: 'a read', expect: [], before: [usual(3)], record: call('iam:ListUsers', { by, readOnly: true }) },
    {
      name: 'by a role that deploys',
      expect: [],
      before: [usual(3)],
      record: made(),
      settings: { pipelines: ['arn:aws:iam::*:role/web'] },
    },
    {
      name: 'while too little is known',
      expect: [],
      before: [usual(3)],
      record: made(),
      watchedSince: '2026-02-20T00:00:00.000Z',
      undecided: 'learning',
    },
  ];
};
