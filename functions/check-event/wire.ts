import { setTimeout } from 'node:timers/promises';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { IAMClient } from '@aws-sdk/client-iam';
import { SNSClient } from '@aws-sdk/client-sns';
import type { AccountReader } from '../../shared/account/account-reader.ts';
import { cachedReader } from '../../shared/account/cached-reader.ts';
import { limitedReader } from '../../shared/account/limited-reader.ts';
import { noAddresses, withAddresses } from '../../shared/account/with-addresses.ts';
import { dynamoEventHistory } from '../../shared/adapters/dynamodb/event-history.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { iamAccountReader } from '../../shared/adapters/iam/account-reader.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import type { CheckEventPorts } from '../../shared/app/check-event.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';

const now = (): number => Date.now();

/** A call that hangs is tried again and then given up, long before the function's own time is over. */
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

const readerOf = (accountId: string): AccountReader => {
  // Slows down by itself when AWS throttles it.
  const patient = { retryMode: 'adaptive', maxAttempts: 3, requestHandler };
  const iam = new IAMClient(patient);
  const cloudTrail = new CloudTrailClient(patient);
  const reader = iamAccountReader({ accountId, iam, cloudTrail, now });
  const limited = limitedReader(reader, { now, delay: (millis) => setTimeout(millis) });
  return withAddresses(cachedReader(limited, { now }), noAddresses);
};

/** Builds the ports of `checkEvent` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): CheckEventPorts => {
  const { TABLE_NAME, HISTORY_TABLE_NAME, ALERTS_TOPIC_ARN, ACCOUNT_ID, CUSTOM_RULES } = readEnvironment(
    {
      TABLE_NAME: text(),
      HISTORY_TABLE_NAME: text(),
      ALERTS_TOPIC_ARN: text(),
      ACCOUNT_ID: text(),
      CUSTOM_RULES: optionalText(),
    },
    environment,
  );
  const { rules, ruleOf } = ruleBook(bundledRules(CUSTOM_RULES));
  const client = new DynamoDBClient({ requestHandler });
  const history = dynamoEventHistory({
    client,
    tableName: HISTORY_TABLE_NAME,
    ruleIds: rules.filter((rule) => rule.history).map(({ id }) => id),
    now,
  });
  return {
    rules: indexRules(rules),
    ruleOf,
    store: dynamoFindingStore({ client, tableName: TABLE_NAME }),
    alerter: snsAlerter({ client: new SNSClient({ requestHandler }), topicArn: ALERTS_TOPIC_ARN }),
    facts: { account: readerOf(ACCOUNT_ID), history, settings: {} },
    watch: recoveryWatch(now),
  };
};
