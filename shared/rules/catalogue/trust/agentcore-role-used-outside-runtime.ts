import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// Names that the console, the starter toolkit and AWS's samples give ("IAM Permissions for AgentCore Runtime", Amazon Bedrock
// AgentCore Developer Guide). The toolkit's role for CodeBuild builds images and is none of them.
const prefixes = ['AmazonBedrockAgentCore', 'BedrockAgentCore', 'AgentCore-'];
const buildRole = 'AmazonBedrockAgentCoreSDKCodeBuild';

// What the runtime itself needs, by the same page: models, memory, images, logs and metrics, and the KMS keys of these.
const ownServices = new Set([
  'bedrock',
  'bedrock-agentcore',
  'ecr',
  'kms',
  'logs',
  'monitoring',
  'sts',
  'xray',
]);

const serviceOf = ({ action }: IamEvent): string => action.slice(0, action.indexOf(':'));

const isOutside = (event: IamEvent): boolean => {
  const { type, roleName = '' } = event.actor;
  return (
    type === 'AssumedRole' &&
    prefixes.some((prefix) => roleName.startsWith(prefix)) &&
    !roleName.startsWith(buildRole) &&
    event.via !== 'service' &&
    !ownServices.has(serviceOf(event))
  );
};

export default defineRule({
  id: 'agentcore-role-used-outside-runtime',
  kind: 'incident',
  severity: 'high',
  on: {
    anyCall: {
      userIdentity: {
        sessionContext: { sessionIssuer: { userName: prefixes.map((prefix) => ({ prefix })) } },
      },
    },
    tier: 'core',
  },
  outcome: 'any',
  title: 'Role of an AI agent used for another service',
  why: 'An agent does what its input talks it into, and code that runs in its sandbox can read its credentials. A service that the agent never called before is how that shows.',
  fix: 'See whether a tool of the agent needs the service. If not, revoke the sessions of the role, take the permission away, and read the prompts of the session.',
  misses:
    'Roles of another name. Services that the agent uses anyway, whoever has its credentials. Calls that only read, unless the read-only tier is on. The first seven days, in which nothing can be new, are quiet.',
  falsePositives: 'A new tool of the agent, or a tool that is used less often than weekly.',
  attack: ['T1552.005', 'T1078.004'],
  messages: {
    used: {
      done: '{actor} (role {role} of an agent) called {service}, for the first time in a week ({eventName}).',
      tried:
        '{actor} (role {role} of an agent) tried to call {service}, for the first time in a week ({eventName}).',
    },
  },

  history: (event) =>
    isOutside(event) ? [{ kind: 'first-seen', key: `${event.actor.key} ${serviceOf(event)}`, days: 7 }] : [],

  evaluate(event, { history: [seen] }) {
    if (!isOutside(event) || seen?.status !== 'met') return [];
    const service = serviceOf(event);
    const role = event.actor.roleName ?? 'unknown';
    return [{ message: 'used', resource: actorArn(event), aspect: service, data: { role, service } }];
  },
});

const agent = () => role('AmazonBedrockAgentCoreSDKRuntime-us-east-1-0a1b2c3d4e', 'BedrockAgentCore-1');

export const examples = (): Example[] => [
  {
    name: 'IAM',
    expect: ['used'],
    severity: 'high',
    record: call('iam:CreateUser', { by: agent(), request: { userName: 'eve' } }),
  },
  {
    name: 'refused',
    expect: ['used'],
    severity: 'high',
    record: call('s3:ListBuckets', { by: agent(), readOnly: true, error: denied('s3:ListBuckets') }),
  },
  {
    name: 'a service that it called yesterday',
    expect: [],
    before: [call('sqs:CreateQueue', { by: agent(), time: after(-86_400) })],
    record: call('sqs:DeleteQueue', { by: agent() }),
  },
  { name: 'a model', expect: [], record: call('bedrock:InvokeModel', { by: agent() }) },
  {
    name: 'the role that builds its image',
    expect: [],
    record: call('s3:CreateBucket', { by: role('AmazonBedrockAgentCoreSDKCodeBuild-us-east-1-0a1b', 'x') }),
  },
  { name: 'another role', expect: [], record: call('s3:CreateBucket', { by: role('web', 'x') }) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: call('iam:CreateUser', { by: agent() }),
  },
];
