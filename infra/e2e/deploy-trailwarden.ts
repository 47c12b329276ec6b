import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListEventSourceMappingsCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { type Clients, type Connection, clientsOf } from './connection.ts';
import { deploy, type StackOutputs } from './deploy.ts';
import { webhookPath } from './fake-slack.ts';
import type { Installation } from './installation.ts';
import { workFolder } from './paths.ts';

/** What an operator does before deploying: puts the webhook's address into Secrets Manager and writes the configuration. */
const configure = async ({ secrets }: Clients, slackOrigin: string): Promise<string> => {
  const { ARN } = await secrets.send(
    new CreateSecretCommand({ Name: 'trailwarden/slack', SecretString: `${slackOrigin}${webhookPath}` }),
  );
  const file = join(workFolder, 'trailwarden.json');
  const channels = [{ name: 'security', type: 'slack-webhook', secret: ARN }];
  // With the read-only calls, so that rules of both states are deployed.
  await writeFile(file, JSON.stringify({ tier: 'read-only', channels }, null, 2));
  return file;
};

const outputOf = (outputs: StackOutputs, name: string): string => {
  const value = outputs[name];
  if (value === undefined)
    throw new Error(`the stack has no output ${name}; there are: ${Object.keys(outputs).join(', ')}`);
  return value;
};

/** The function that reads a queue; names of functions are made by CloudFormation. */
const readerOf = async ({ lambda }: Clients, queueUrl: string): Promise<string> => {
  const queueName = queueUrl.split('/').at(-1) ?? '';
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  const mapping = EventSourceMappings.find(({ EventSourceArn }) => EventSourceArn?.endsWith(`:${queueName}`));
  if (mapping?.FunctionArn === undefined) throw new Error(`no function reads ${queueUrl}`);
  return mapping.FunctionArn;
};

const functionDescribedAs = async ({ lambda }: Clients, description: string): Promise<string> => {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  const found = Functions.find(({ Description }) => Description === description);
  if (found?.FunctionName === undefined) throw new Error(`no function is described as "${description}"`);
  return found.FunctionName;
};

/** Deploys Trailwarden with one Slack channel whose webhook is the fake's. */
export const deployTrailwarden = async (
  connection: Connection,
  { slack: slackOrigin, cloudTrail }: { readonly slack: string; readonly cloudTrail: string },
): Promise<Installation> => {
  const clients = clientsOf(connection);
  const outputs = await deploy(connection, await configure(clients, slackOrigin));
  const queues = {
    events: outputOf(outputs, 'EventsQueueUrl'),
    eventsDlq: outputOf(outputs, 'EventsDlqUrl'),
    notify: outputOf(outputs, 'NotifyQueueUrl'),
    notifyDlq: outputOf(outputs, 'NotifyDlqUrl'),
    deliver: outputOf(outputs, 'DeliverQueueUrl'),
    deliverDlq: outputOf(outputs, 'DeliverDlqUrl'),
  };
  return {
    ...connection,
    slack: slackOrigin,
    cloudTrail,
    table: outputOf(outputs, 'TableName'),
    historyTable: outputOf(outputs, 'HistoryTableName'),
    alertsTopic: outputOf(outputs, 'AlertsTopicArn'),
    mailTopic: outputOf(outputs, 'MailTopicArn'),
    queues,
    functions: {
      checkEvent: await readerOf(clients, queues.events),
      housekeeping: await functionDescribedAs(clients, 'Trailwarden housekeeping'),
      review: await functionDescribedAs(clients, 'Trailwarden review-credentials'),
      reconcile: await functionDescribedAs(clients, 'Trailwarden reconcile'),
    },
    reviewBucket: outputOf(outputs, 'ReviewBucketName'),
  };
};
