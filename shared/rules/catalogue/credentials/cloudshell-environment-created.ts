import { after, call, denied, identityCenterUser, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const days = 90;

export default defineRule({
  id: 'cloudshell-environment-created',
  kind: 'incident',
  severity: 'low',
  // The CloudShell User Guide writes the name with a small c, records have a capital.
  on: { actions: ['cloudshell:CreateEnvironment', 'cloudshell:createEnvironment'] },
  title: 'CloudShell opened',
  why: 'CloudShell is a command line inside the account that needs no keys. Whoever took over a console session works faster there, from an address of AWS that no list of networks stops.',
  fix: 'Ask the person whether they opened it. If not, end the session and look at what was called from CloudShell: the user agent of its calls says so.',
  misses:
    'Who returns to a shell that exists already. What is typed there, apart from the calls to AWS (iam-change-via-cloudshell).',
  falsePositives:
    'People who work with it. The first time in 90 days is medium; roles that people share count as one.',
  attack: ['T1059.009', 'T1078.004'],
  messages: {
    opened: '{actor} opened a CloudShell in {region} from {sourceIp}.',
    openedFirst:
      '{actor} opened a CloudShell in {region} from {sourceIp}, for the first time in {days} days.',
  },

  history: ({ actor }) => [{ kind: 'first-seen', key: actor.key, days, optional: true }],

  evaluate(event, { history: [answer] }) {
    const resource = actorArn(event);
    return answer?.status === 'met'
      ? [{ message: 'openedFirst', severity: 'medium', resource, data: { days } }]
      : [{ message: 'opened', resource, data: {} }];
  },
});

export const examples = (): Example[] => {
  const open = (seconds: number, by = identityCenterUser('carol')) =>
    call('cloudshell:CreateEnvironment', { by, time: after(seconds) });
  const week = 7 * 86_400;
  return [
    { name: 'as last week', expect: ['opened'], severity: 'low', before: [open(-week)], record: open(0) },
    {
      name: 'by somebody who never did',
      expect: ['openedFirst'],
      severity: 'medium',
      before: [open(-week, role('ops', 'dave'))],
      record: open(0),
    },
    {
      name: 'in the first weeks of watching',
      expect: ['opened'],
      severity: 'low',
      watchedSince: after(-week),
      record: open(0),
    },
    {
      name: 'refused',
      expect: [],
      record: call('cloudshell:CreateEnvironment', { error: denied('cloudshell:CreateEnvironment') }),
    },
    { name: 'a shell is used again', expect: [], record: call('cloudshell:CreateSession') },
  ];
};
