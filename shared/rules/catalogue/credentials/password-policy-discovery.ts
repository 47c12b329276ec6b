import { after, call, denied, earlier, role, service, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const withinMinutes = 30;

export default defineRule({
  id: 'password-policy-discovery',
  kind: 'incident',
  severity: 'low',
  outcome: 'any',
  serviceInitiated: 'skip',
  on: { actions: ['iam:GetAccountPasswordPolicy'] },
  title: 'Password policy read again and again',
  why: 'Before guessing passwords one asks which passwords are allowed. Tools that look over a stolen key ask for it with everything else.',
  fix: 'Look at what else the caller read in these minutes. For an audit tool, nothing; for a person or a server, ask.',
  misses: 'A single look. Whoever knows the policy already.',
  falsePositives: 'Audit tools, and people who open the account settings of the IAM console.',
  attack: ['T1201'],
  messages: {
    read: '{actor} asked for the password policy {times} times within {minutes} minutes, the last from {sourceIp}.',
  },

  history: ({ actor }) => [{ kind: 'count', key: actor.key, withinMinutes, threshold: 2 }],

  evaluate: (event, { history: [answer] }) =>
    isNewlyMet(answer)
      ? [
          {
            message: 'read',
            resource: actorArn(event),
            data: { times: answer.count, minutes: withinMinutes },
          },
        ]
      : [],
});

export const examples = (): Example[] => {
  const read = (time: string, over = {}) =>
    call('iam:GetAccountPasswordPolicy', { by: role('web', 'session-1'), readOnly: true, time, ...over });
  return [
    {
      name: 'twice within half an hour, in two sessions',
      expect: ['read'],
      severity: 'low',
      before: [read(after(-1700), { by: role('web', 'session-2') })],
      record: read(after(0)),
    },
    {
      name: 'refused twice',
      expect: ['read'],
      severity: 'low',
      before: earlier(1, (time) => read(time, { error: denied('iam:GetAccountPasswordPolicy') })),
      record: read(after(0), { error: denied('iam:GetAccountPasswordPolicy') }),
    },
    { name: 'once', expect: [], record: read(after(0)) },
    { name: 'an hour apart', expect: [], before: [read(after(-3600))], record: read(after(0)) },
    {
      name: 'by two callers',
      expect: [],
      before: [read(after(-60), { by: user('bob') })],
      record: read(after(0)),
    },
    { name: 'the third time: told already', expect: [], before: earlier(2, read), record: read(after(0)) },
    {
      name: 'by a service',
      expect: [],
      before: earlier(3, (time) => read(time, { by: service('config.amazonaws.com') })),
      record: read(after(0), { by: service('config.amazonaws.com') }),
    },
  ];
};
