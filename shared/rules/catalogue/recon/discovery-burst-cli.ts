import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { mayBeRecon } from '../../recon-caller.ts';

const seconds = 10;

const isDiscovery = (event: IamEvent, settings: AccountSettings): boolean =>
  /^\[?aws-cli\//.test(event.userAgent ?? '') &&
  /^(Get|List|Describe|Generate)/.test(event.name) &&
  mayBeRecon(event, settings) &&
  !matchesAnyArnPattern(settings.pipelines, event.actor.roleArn);

export default defineRule({
  id: 'discovery-burst-cli',
  kind: 'incident',
  severity: 'low',
  on: {
    anyCall: { userAgent: [{ prefix: 'aws-cli/' }, { prefix: '[aws-cli/' }] },
    tier: 'read-only',
  },
  outcome: 'any',
  title: 'Script of the AWS CLI looked around',
  why: 'Six different questions in ten seconds are no person who types. It is the first thing a script does with credentials it was given.',
  fix: 'Ask who ran it. If nobody did, take the credentials away and see what was read.',
  misses:
    'Slower scripts. Tools that do not call themselves aws-cli: the user agent is the caller’s choice. Roles of the settings scanners and pipelines.',
  falsePositives: 'Scripts of administrators; builds whose role is not in the setting pipelines.',
  attack: ['T1580', 'T1526', 'T1059.009'],
  messages: {
    burst: {
      done: '{actor} asked {count} different things within {seconds} seconds: {calls}.',
      tried:
        '{actor} asked {count} different things within {seconds} seconds: {calls}; the last did not succeed.',
    },
  },

  history: (event, settings) =>
    isDiscovery(event, settings)
      ? [
          {
            kind: 'count',
            key: event.actor.key,
            withinMinutes: seconds / 60,
            threshold: 6,
            distinct: event.action,
          },
        ]
      : [],

  evaluate(event, { history: [calls] }) {
    if (!isNewlyMet(calls)) return [];
    const different = [...new Set(calls.events.flatMap(({ value }) => value ?? []))];
    const data = { count: calls.count, seconds, calls: different.slice(0, 10) };
    return [{ message: 'burst', resource: actorArn(event), data }];
  },
});

const questions = [
  'iam:ListUsers',
  'iam:ListRoles',
  's3:ListBuckets',
  'ec2:DescribeInstances',
  'kms:ListKeys',
  'rds:DescribeDBInstances',
] as const;

export const examples = (): Example[] => {
  const ask = (index: number, over: object = {}) =>
    call(questions[index] ?? 'iam:GetUser', {
      by: role('web', 'x'),
      readOnly: true,
      time: after(index - 5),
      ...over,
    });
  const five = (over: object = {}) => [0, 1, 2, 3, 4].map((index) => ask(index, over));
  return [
    { name: 'six questions', expect: ['burst'], severity: 'low', before: five(), record: ask(5) },
    {
      name: 'six questions, the last refused',
      expect: ['burst'],
      severity: 'low',
      before: five(),
      record: ask(5, { error: { code: 'AccessDenied' } }),
    },
    { name: 'five', expect: [], before: five().slice(1), record: ask(5) },
    { name: 'the same one again', expect: [], before: five(), record: ask(4, { time: after(0) }) },
    { name: 'in half a minute', expect: [], before: five(), record: ask(5, { time: after(25) }) },
    {
      name: 'with an SDK',
      expect: [],
      before: five({ userAgent: 'Boto3/1.40.0' }),
      record: ask(5, { userAgent: 'Boto3/1.40.0' }),
    },
    {
      name: 'by a role that deploys',
      expect: [],
      before: five(),
      record: ask(5),
      settings: { pipelines: ['arn:aws:iam::*:role/web'] },
    },
    { name: 'changes', expect: [], before: five(), record: call('iam:TagUser', { by: role('web', 'x') }) },
  ];
};
