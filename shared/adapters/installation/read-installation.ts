import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Deployment } from '../../config/deployment.ts';
import type { Installation, Reading, SecretState } from '../../health/installation.ts';
import { asked } from './ask.ts';
import { readHeartbeats } from './read-heartbeats.ts';
import { readLearning } from './read-learning.ts';
import { readAlarms, readQueue, readRules, readTable, readTopic } from './read-parts.ts';
import { readSettings } from './read-settings.ts';
import { readTrails } from './read-trails.ts';

/** Where to look. Credentials are those of the SDK's default chain. */
export interface InstallationToRead {
  readonly region: string;
  /** Name of the home stack. */
  readonly stack: string;
  readonly channels: Deployment['channels'];
  /** Parameter of SSM with the settings; absent when the deployment has none. */
  readonly settingsParameter?: string;
}

type Outputs = Readonly<Record<string, string>>;

const isNoSuchStack = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist');

const describeStack = async (client: CloudFormationClient, name: string): Promise<Stack | 'absent'> => {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0] ?? 'absent';
  } catch (error) {
    if (isNoSuchStack(error)) return 'absent';
    throw error;
  }
};

const outputsOf = ({ Outputs = [] }: Stack): Outputs =>
  Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));

const ending = (outputs: Outputs, suffix: string): readonly [string, string][] =>
  Object.entries(outputs).filter(([name]) => name.endsWith(suffix));

const readSecret = async (
  { name, secret }: Deployment['channels'][number],
  region: string,
): Promise<SecretState> => {
  try {
    if (secret.startsWith('arn:')) {
      await new SecretsManagerClient({ region }).send(new DescribeSecretCommand({ SecretId: secret }));
    } else {
      // Without decryption: whether it is there is all that matters, and its value stays where it is.
      await new SSMClient({ region }).send(new GetParameterCommand({ Name: secret, WithDecryption: false }));
    }
    return { channel: name, exists: true };
  } catch (error) {
    if (error instanceof Error && /^(ResourceNotFoundException|ParameterNotFound)$/.test(error.name))
      return { channel: name, exists: false };
    throw error;
  }
};

/** What depends on the outputs of the stack; without them nothing of it can be looked at. */
const readParts = async ({ region, stack }: InstallationToRead, outputs: Outputs) => {
  const sqs = new SQSClient({ region });
  const sns = new SNSClient({ region });
  const buses = [...new Set(['default', outputs['EventBusName'] ?? 'default'])];
  const dynamodb = new DynamoDBClient({ region });
  const historyTable = outputs['HistoryTableName'] ?? '';
  const accountId = (outputs['OperationsTopicArn'] ?? '').split(':')[4] ?? '';
  const at = new Date().toISOString();
  const [rules, queues, topics, table, heartbeats, learning] = await Promise.all([
    asked('events:ListRules, events:ListTargetsByRule', () =>
      readRules(new EventBridgeClient({ region }), buses, `${stack}-`),
    ),
    asked('sqs:GetQueueAttributes', () =>
      Promise.all(ending(outputs, 'Url').map(([name, url]) => readQueue(sqs, name, url))),
    ),
    asked('sns:ListSubscriptionsByTopic', () =>
      Promise.all(ending(outputs, 'TopicArn').map(([name, arn]) => readTopic(sns, name, arn))),
    ),
    asked('dynamodb:DescribeTable, dynamodb:DescribeContinuousBackups', () =>
      readTable(dynamodb, outputs['TableName'] ?? ''),
    ),
    asked('dynamodb:Query', async () => ({
      at,
      states: await readHeartbeats(dynamodb, historyTable, accountId),
    })),
    asked('dynamodb:Query', () => readLearning(dynamodb, historyTable, accountId, at)),
  ]);
  return { rules, queues, topics, table, heartbeats, learning };
};

const noParts = (cause: string) => {
  const reading = { unavailable: cause };
  return {
    rules: reading,
    queues: reading,
    topics: reading,
    table: reading,
    heartbeats: reading,
    learning: reading,
  };
};

const partsOf = (where: InstallationToRead, stack: Reading<Stack | 'absent'>) => {
  if ('unavailable' in stack)
    return noParts('the outputs of the stack say where it is, and they could not be read');
  return stack.value === 'absent' ? noParts('there is no stack') : readParts(where, outputsOf(stack.value));
};

const stateOf = (stack: Reading<Stack | 'absent'>): Installation['stack'] => {
  if ('unavailable' in stack || stack.value === 'absent') return stack as Installation['stack'];
  return { value: { status: stack.value.StackStatus ?? 'unknown' } };
};

/** Looks at an installation with read-only calls. Never throws: what gave no answer is `unavailable` with its cause. */
export const readInstallation = async (where: InstallationToRead): Promise<Installation> => {
  const { region, channels } = where;
  const stack = await asked('cloudformation:DescribeStacks', () =>
    describeStack(new CloudFormationClient({ region }), where.stack),
  );
  const [parts, trails, alarms, settings, secrets] = await Promise.all([
    partsOf(where, stack),
    asked('cloudtrail:DescribeTrails, GetTrailStatus, GetEventSelectors', () =>
      readTrails(new CloudTrailClient({ region })),
    ),
    asked('cloudwatch:DescribeAlarms', () => readAlarms(new CloudWatchClient({ region }), `${where.stack}-`)),
    asked('ssm:GetParameter', () => readSettings(new SSMClient({ region }), where.settingsParameter)),
    asked('ssm:GetParameter or secretsmanager:DescribeSecret', () =>
      Promise.all(channels.map((channel) => readSecret(channel, region))),
    ),
  ]);
  return { region, stack: stateOf(stack), ...parts, trails, alarms, settings, secrets };
};
