import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import type { ResendPorts } from '../../shared/app/resend-pending.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `resendPending` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): ResendPorts => {
  const { TABLE_NAME, ALERTS_TOPIC_ARN } = readEnvironment(
    { TABLE_NAME: text(), ALERTS_TOPIC_ARN: text() },
    environment,
  );
  return {
    store: dynamoFindingStore({ client: new DynamoDBClient({}), tableName: TABLE_NAME }),
    alerter: snsAlerter({ client: new SNSClient({}), topicArn: ALERTS_TOPIC_ARN }),
    ruleOf: ruleById,
  };
};
