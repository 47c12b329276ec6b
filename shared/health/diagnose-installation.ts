import type { Deployment } from '../config/deployment.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type Diagnosis, type Judgement, judged } from './diagnosis.ts';
import type { Installation, QueueState, RuleState, TopicState } from './installation.ts';
import { judgeHeartbeats } from './judge-heartbeats.ts';
import { judgeLearning } from './judge-learning.ts';
import { judgeRulesOff } from './judge-rules-off.ts';
import { judgeTrails } from './judge-trails.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const judgeStack = (stack: 'absent' | { readonly status: string }): readonly Judgement[] => {
  if (stack === 'absent')
    return [
      {
        status: 'fail',
        says: 'There is no such stack in this Region.',
        fix: 'Deploy it (docs/deploying.md), or name the Region of the home stack with AWS_REGION and its name with --stack.',
      },
    ];
  const settled = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(stack.status);
  return settled
    ? [{ status: 'ok', says: `Deployed (${stack.status}).` }]
    : [
        {
          status: stack.status.endsWith('_IN_PROGRESS') ? 'warn' : 'fail',
          says: `The stack is in state ${stack.status}.`,
          fix: 'Wait for a deployment under way; otherwise read the events of the stack and deploy again.',
        },
      ];
};

const judgeRules = (rules: readonly RuleState[]): readonly Judgement[] => {
  if (rules.length === 0)
    return [
      {
        status: 'fail',
        says: 'No event rule of the stack is on its bus: nothing is forwarded.',
        fix: 'Deploy again.',
      },
    ];
  const off = rules.filter(({ state }) => !state.startsWith('ENABLED'));
  const aimless = rules.filter(({ targets }) => targets === 0);
  const faults: Judgement[] = [
    ...off.map(({ name, state }) => ({
      status: 'fail' as const,
      says: `Event rule ${name} is ${state}: its events are not seen.`,
      fix: `aws events enable-rule --name ${name}; CloudTrail tells who disabled it.`,
    })),
    ...aimless.map(({ name }) => ({
      status: 'fail' as const,
      says: `Event rule ${name} has no target: its events go nowhere.`,
      fix: 'Deploy again; CloudTrail (RemoveTargets) tells who took it away.',
    })),
  ];
  return faults.length > 0
    ? faults
    : [{ status: 'ok', says: `${counted(rules.length, 'event rule')} enabled, each with its target.` }];
};

const parks = ({ output }: QueueState): boolean => /(Dlq|Undelivered|MissedRuns)Url$/.test(output);

const judgeQueues = (queues: readonly QueueState[]): readonly Judgement[] => {
  const parked = queues.filter((queue) => parks(queue) && queue.messages > 0);
  const working = queues.filter((queue) => !parks(queue));
  const waiting = working.reduce((sum, { messages }) => sum + messages, 0);
  if (parked.length === 0)
    return [
      {
        status: 'ok',
        says: `Nothing is parked on the ${counted(queues.length - working.length, 'queue')} for what failed; ${counted(waiting, 'message')} under way.`,
      },
    ];
  return parked.map(({ output, messages }) => ({
    status: 'fail',
    says: `${counted(messages, 'message')} on ${output.replace(/Url$/, '')}: events or alerts that have not got through.`,
    fix: 'docs/operating.md says what each queue holds and how to move it back.',
  }));
};

/** What a topic's silence means, by output. */
const audience: Readonly<Record<string, string>> = {
  OperationsTopicArn: 'nobody hears when Trailwarden itself is in trouble',
  MailTopicArn: 'nobody gets alerts by mail',
};

const judgeTopic = ({ output, confirmed, pending }: TopicState): readonly Judgement[] => {
  const name = output.replace(/TopicArn$/, '').toLowerCase();
  const unconfirmed: readonly Judgement[] =
    pending.length === 0
      ? []
      : [
          {
            status: 'warn',
            says: `Topic ${name}: ${pending.join(', ')} has not confirmed and gets nothing.`,
            fix: 'Open the link in the mail from "AWS Notifications", or subscribe again: the link holds for three days.',
          },
        ];
  if (confirmed > 0)
    return [
      ...unconfirmed,
      { status: 'ok', says: `Topic ${name}: ${counted(confirmed, 'subscription')} confirmed.` },
    ];
  const lack = audience[output];
  return lack === undefined
    ? unconfirmed
    : [
        ...unconfirmed,
        {
          status: 'warn',
          says: `Topic ${name} has no confirmed subscription: ${lack}.`,
          fix: `Set ${output === 'MailTopicArn' ? 'alertEmails' : 'operationsEmails'} in trailwarden.json, deploy, and confirm the mail.`,
        },
      ];
};

const judgeTelling = (topics: readonly TopicState[], { channels }: Deployment): readonly Judgement[] => {
  const judgements = topics.flatMap(judgeTopic);
  const mail = topics.find(({ output }) => output === 'MailTopicArn');
  return channels.length === 0 && (mail?.confirmed ?? 0) === 0
    ? [
        ...judgements,
        {
          status: 'fail',
          says: 'No channel and no confirmed mail address: findings are stored and nobody is told.',
          fix: 'Add a channel or alertEmails to trailwarden.json (docs/deploying.md).',
        },
      ]
    : judgements;
};

const judgeTable = ({
  status,
  deletionProtection,
  pointInTimeRecovery,
}: Extract<Installation['table'], { value: unknown }>['value']): readonly Judgement[] => {
  const lacks = [
    ...(deletionProtection ? [] : ['deletion protection']),
    ...(pointInTimeRecovery ? [] : ['point-in-time recovery']),
  ];
  if (status !== 'ACTIVE')
    return [
      { status: 'fail', says: `The table of findings is ${status}.`, fix: 'Wait for it, or deploy again.' },
    ];
  return lacks.length === 0
    ? [{ status: 'ok', says: 'The table of findings is active, protected and backed up.' }]
    : [
        {
          status: 'warn',
          says: `The table of findings has no ${lacks.join(' and no ')}.`,
          fix: 'Deploy again: the template switches both on.',
        },
      ];
};

/** Says of each part of an installation whether events and alerts get through it, and what to do when not. Pure. */
export const diagnoseInstallation = (
  found: Installation,
  deployment: Deployment,
  rules: readonly Rule[],
): readonly Diagnosis[] => [
  ...judged('trail', found.trails, judgeTrails),
  ...judged('stack', found.stack, judgeStack),
  ...judged('event rules', found.rules, judgeRules),
  ...judged('heartbeat', found.heartbeats, (heartbeats) => judgeHeartbeats(heartbeats, deployment)),
  ...judged('rules off', found.settings, (settings) => judgeRulesOff(settings, rules, deployment)),
  ...judged('learning', found.learning, (learning) => judgeLearning(learning, rules)),
  ...judged('queues', found.queues, judgeQueues),
  ...judged('table', found.table, judgeTable),
  ...judged('telling', found.topics, (topics) => judgeTelling(topics, deployment)),
  ...judged('channels', found.secrets, (secrets) =>
    secrets.map(({ channel, exists }) =>
      exists
        ? { status: 'ok', says: `The secret of channel ${channel} is there.` }
        : {
            status: 'fail',
            says: `The secret of channel ${channel} does not exist: nothing is delivered to it.`,
            fix: 'Make the secret (docs/deploying.md, "Slack"), or name another in trailwarden.json.',
          },
    ),
  ),
  ...judged('alarms', found.alarms, (alarms) =>
    alarms.length === 0
      ? [{ status: 'ok', says: 'No alarm is on.' }]
      : alarms.map((name) => ({
          status: 'fail',
          says: `Alarm ${name} is on.`,
          fix: 'Its description says what it means; docs/operating.md says what to do.',
        })),
  ),
];
