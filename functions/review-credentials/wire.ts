import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { awsCollector } from '../../shared/adapters/collect/aws-collector.ts';
import { watchCalls } from '../../shared/adapters/collect/calls.ts';
import { accountClients } from '../../shared/adapters/collect/clients.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { dynamoKeyChanges } from '../../shared/adapters/dynamodb/key-changes.ts';
import { dynamoPriorStates } from '../../shared/adapters/dynamodb/prior-states.ts';
import { readCollection } from '../../shared/adapters/files/account-folder/read-collection.ts';
import { reviewBucket } from '../../shared/adapters/s3/review-bucket.ts';
import { snsDigestPublisher } from '../../shared/adapters/sns/digest-publisher.ts';
import { settingsParameter } from '../../shared/adapters/ssm/settings-parameter.ts';
import type { NightPorts } from '../../shared/app/review-night.ts';
import {
  noStoredSettings,
  type SettingsInForce,
  type SettingsNews,
  settingsInForce,
} from '../../shared/app/settings-in-force.ts';
import type { Settings } from '../../shared/config/check-settings.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';

/** So many calls at a time: more only makes AWS throttle (docs/review.md, "API calls"). */
const concurrency = 3;

/** What of the ports is of one run. */
type OfRun = Pick<NightPorts, 'hasTime' | 'tell'>;

export interface Wired {
  /** 12 digits. */
  readonly accountId: string;
  settings(): Promise<SettingsInForce>;
  ports(settings: Settings, run: OfRun): NightPorts;
}

const settingsOf = (
  parameter: string | undefined,
  tell: (news: SettingsNews) => void,
): (() => Promise<SettingsInForce>) =>
  parameter === undefined
    ? noStoredSettings(tell)
    : settingsInForce({
        source: settingsParameter({ client: new SSMClient({}), name: parameter }),
        now: Date.now,
        tell,
      });

/** The account as the credentials of the function see it. */
const collectorsOf = (region: string, { account }: Settings): NightPorts['collectorFor'] => {
  const { made, watch } = watchCalls(concurrency);
  const options = {
    clients: accountClients({ region, watch }),
    calls: made,
    now: Date.now,
    delay: (millis: number) => setTimeout(millis),
    ...(account.regionsInUse === undefined ? {} : { regions: account.regionsInUse }),
  };
  return (stored) => awsCollector({ ...options, stored });
};

/** Builds the ports of `reviewNight` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv, tell: (news: SettingsNews) => void): Wired => {
  const names = readEnvironment(
    {
      TABLE_NAME: text(),
      HISTORY_TABLE_NAME: text(),
      ALERTS_TOPIC_ARN: text(),
      REVIEW_BUCKET: text(),
      ACCOUNT_ID: text(),
      AWS_REGION: text(),
      CUSTOM_RULES: optionalText(),
      SETTINGS_PARAMETER: optionalText(),
    },
    environment,
  );
  const { ruleOf } = ruleBook(bundledRules(names.CUSTOM_RULES));
  const dynamo = new DynamoDBClient({});
  const shared = {
    checks,
    ruleOf,
    store: dynamoFindingStore({ client: dynamo, tableName: names.TABLE_NAME }),
    keys: dynamoKeyChanges({ client: dynamo, tableName: names.TABLE_NAME }),
    digests: snsDigestPublisher({ client: new SNSClient({}), topicArn: names.ALERTS_TOPIC_ARN }),
    archive: reviewBucket({ client: new S3Client({}), bucket: names.REVIEW_BUCKET }),
    priorStates: dynamoPriorStates({ client: dynamo, tableName: names.HISTORY_TABLE_NAME }),
    snapshotOf: readCollection,
  };
  return {
    accountId: names.ACCOUNT_ID,
    settings: settingsOf(names.SETTINGS_PARAMETER, tell),
    ports: (settings, run) => ({
      ...shared,
      collectorFor: collectorsOf(names.AWS_REGION, settings),
      ...run,
    }),
  };
};
