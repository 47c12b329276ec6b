import { daysAgo, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeThreats, threatMessages } from '../judge-threats.ts';
import { escalationActions } from '../threat-actions.ts';

export const check = defineCheck({
  id: 'cloudtrail-threat-privilege-escalation',
  topic: 'monitoring',
  severity: 'high',
  title: 'An identity tries ways to more access',
  why: 'Nobody who knows the work calls so many different ways to give permissions within a day.',
  fix: 'Find out whose the identity is. If nobody knows of it, switch its key off, revoke its sessions and undo what it gave.',
  misses:
    'Who takes more than a day, and calls that LookupEvents does not have (data events). The event rules see the single calls within seconds.',
  needs: ['recordedCalls'],
  thresholds: ['escalationPercent', 'threatWindowHours'],
  messages: {
    FAIL: { threat: '{actor} made {count} of {total} such calls within {hours} hours: {called}.' },
    PASS: { quiet: 'Nobody did, in {calls} calls of {hours} hours.' },
    NOT_EVALUATED: threatMessages,
  },

  judge: ({ sources, account, at, criteria: { thresholds } }) =>
    judgeThreats(
      sources.recordedCalls,
      {
        actions: escalationActions,
        percent: thresholds.escalationPercent,
        hours: thresholds.threatWindowHours,
      },
      account,
      at,
    ),
});

const state = (count: number, { hours = 1, actors = 1 } = {}) =>
  reads({
    recordedCalls: escalationActions.slice(0, count).map((name, index) => {
      const actor = `arn:aws:iam::111122223333:user/u${index % actors}`;
      return { action: `x:${name}`, time: daysAgo(hours / 24), actorKey: actor, actor };
    }),
  });
/** So many of the list that the limit is just reached. */
const enough = (percent: number) => Math.ceil((escalationActions.length * percent) / 100);

export const examples = (): CheckExample[] => [
  { name: 'as many as the limit', expect: ['threat'], severity: 'high', state: state(enough(20)) },
  { name: 'one less', expect: ['quiet'], state: state(enough(20) - 1) },
  { name: 'many, of three identities', expect: ['quiet'], state: state(enough(20), { actors: 3 }) },
  { name: 'all of them, 24 hours ago', expect: ['no-calls'], state: state(99, { hours: 24 }) },
  { name: 'nobody asked', expect: ['unavailable'], state: {} },
];
