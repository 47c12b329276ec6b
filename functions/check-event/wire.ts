import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { noAccount } from '../../shared/account/account-reader.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import type { CheckEventPorts } from '../../shared/app/check-event.ts';
import { noHistory } from '../../shared/history/event-history.ts';
import { ruleById, rules } from '../../shared/rules/catalogue.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `checkEvent` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): CheckEventPorts => {
  const { TABLE_NAME, ALERTS_TOPIC_ARN } = readEnvironment(
    { TABLE_NAME: text(), ALERTS_TOPIC_ARN: text() },
    environment,
  );
  return {
    rules: indexRules(rules),
    ruleOf: ruleById,
    store: dynamoFindingStore({ client: new DynamoDBClient({}), tableName: TABLE_NAME }),
    alerter: snsAlerter({ client: new SNSClient({}), topicArn: ALERTS_TOPIC_ARN }),
    facts: { account: noAccount, history: noHistory, settings: {} },
  };
};
