import { daysAgo, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeThreats, threatMessages } from '../judge-threats.ts';
import { llmJackingActions } from '../threat-actions.ts';

export const check = defineCheck({
  id: 'cloudtrail-threat-llm-jacking',
  topic: 'monitoring',
  severity: 'high',
  title: 'An identity tries out language models',
  why: 'Stolen keys are sold for the models that they open; the buyer asks which ones, switches logging off and runs up the bill.',
  fix: 'Find out whose the identity is. If nobody knows of it, switch its key off, revoke its sessions and look at the bill of Bedrock.',
  misses:
    'Who takes more than a day, and calls that LookupEvents does not have (data events). The event rules see the single calls within seconds.',
  needs: ['recordedCalls'],
  thresholds: ['llmJackingPercent', 'threatWindowHours'],
  messages: {
    FAIL: { threat: '{actor} made {count} of {total} such calls within {hours} hours: {called}.' },
    PASS: { quiet: 'Nobody did, in {calls} calls of {hours} hours.' },
    NOT_EVALUATED: threatMessages,
  },

  judge: ({ sources, account, at, criteria: { thresholds } }) =>
    judgeThreats(
      sources.recordedCalls,
      {
        actions: llmJackingActions,
        percent: thresholds.llmJackingPercent,
        hours: thresholds.threatWindowHours,
      },
      account,
      at,
    ),
});

const state = (count: number, { hours = 1, actors = 1 } = {}) =>
  reads({
    recordedCalls: llmJackingActions.slice(0, count).map((name, index) => {
      const actor = `arn:aws:iam::111122223333:user/u${index % actors}`;
      return { action: `x:${name}`, time: daysAgo(hours / 24), actorKey: actor, actor };
    }),
  });
/** So many of the list that the limit is just reached. */
const enough = (percent: number) => Math.ceil((llmJackingActions.length * percent) / 100);

export const examples = (): CheckExample[] => [
  { name: 'as many as the limit', expect: ['threat'], severity: 'high', state: state(enough(40)) },
  { name: 'one less', expect: ['quiet'], state: state(enough(40) - 1) },
  { name: 'many, of three identities', expect: ['quiet'], state: state(enough(40), { actors: 3 }) },
  { name: 'all of them, 24 hours ago', expect: ['no-calls'], state: state(99, { hours: 24 }) },
  { name: 'nobody asked', expect: ['unavailable'], state: {} },
];
