import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Where the run's AWS is. */
export interface Connection {
  readonly endpoint: string;
  /** 12 digits; also the access key id, by which MiniStack knows the account's root. */
  readonly accountId: string;
  readonly region: string;
}

/** Clients of the run itself, which acts as the account's root. */
export const clientsOf = ({ endpoint, accountId, region }: Connection) => {
  const settings = { endpoint, region, credentials: { accessKeyId: accountId, secretAccessKey: 'test' } };
  return {
    dynamodb: new DynamoDBClient(settings),
    events: new EventBridgeClient(settings),
    iam: new IAMClient(settings),
    lambda: new LambdaClient(settings),
    secrets: new SecretsManagerClient(settings),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
  };
};

/** See clientsOf. */
export type Clients = ReturnType<typeof clientsOf>;
