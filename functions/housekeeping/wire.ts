import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import type { ResendPorts } from '../../shared/app/resend-pending.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `resendPending` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): ResendPorts => {
  const { TABLE_NAME, ALERTS_TOPIC_ARN, CUSTOM_RULES } = readEnvironment(
    { TABLE_NAME: text(), ALERTS_TOPIC_ARN: text(), CUSTOM_RULES: optionalText() },
    environment,
  );
  return {
    store: dynamoFindingStore({ client: new DynamoDBClient({}), tableName: TABLE_NAME }),
    alerter: snsAlerter({ client: new SNSClient({}), topicArn: ALERTS_TOPIC_ARN }),
    ruleOf: ruleBook(bundledRules(CUSTOM_RULES)).ruleOf,
  };
};
