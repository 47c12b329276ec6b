import { after, call, denied, role, service } from '../../../events/example.ts';
import type { Action, JsonObject } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const days = 30;

export default defineRule({
  id: 'credential-report-generated',
  kind: 'incident',
  severity: 'low',
  serviceInitiated: 'skip',
  on: {
    actions: [
      'iam:GenerateCredentialReport',
      'iam:GetCredentialReport',
      'iam:GetAccountAuthorizationDetails',
    ],
  },
  title: 'Whole IAM of the account read by somebody new to it',
  why: 'One call lists every user, key and password of the account, the other every policy: the map for whatever comes next.',
  fix: 'Ask the caller. If it is no audit tool of yours and nobody knows it, end its sessions and look at what it called next.',
  misses: 'Callers who did so within 30 days. The same map made of many small calls (discovery-burst-cli).',
  falsePositives: 'A new audit tool, a colleague who opens the credential report in the console.',
  attack: ['T1087.004', 'T1069.003'],
  messages: {
    read: '{actor} called {eventName} from {sourceIp}, for the first time in {days} days.',
  },

  history: ({ actor, action }) => [{ kind: 'first-seen', key: `${actor.key} ${action}`, days }],

  evaluate: (event, { history: [answer] }) =>
    answer?.status === 'met'
      ? [{ message: 'read', resource: actorArn(event), aspect: event.action, data: { days } }]
      : [],
});

export const examples = (): Example[] => {
  const details: Action = 'iam:GetAccountAuthorizationDetails';
  const read = (action: Action, seconds: number, over: JsonObject = {}) =>
    call(action, { by: role('audit', 'nightly'), readOnly: true, time: after(seconds), ...over });
  const day = 86_400;
  return [
    { name: 'for the first time', expect: ['read'], severity: 'low', record: read(details, 0) },
    {
      name: 'the other map',
      expect: ['read'],
      before: [read(details, -day)],
      record: read('iam:GenerateCredentialReport', 0),
    },
    {
      name: 'as last night, in another session',
      expect: [],
      before: [read(details, -day, { by: role('audit', 'other') })],
      record: read(details, 0),
    },
    { name: 'by a service', expect: [], record: read(details, 0, { by: service('config.amazonaws.com') }) },
    { name: 'refused', expect: [], record: read(details, 0, { error: denied(details) }) },
    {
      name: 'in the first days of watching',
      expect: [],
      undecided: 'learning',
      watchedSince: after(-day),
      record: read(details, 0),
    },
  ];
};
