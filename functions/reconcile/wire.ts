import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import * as z from 'zod/mini';
import { cloudTrailEventHistory } from '../../shared/adapters/cloudtrail/event-history.ts';
import { dynamoHeartbeats } from '../../shared/adapters/dynamodb/heartbeats.ts';
import { dynamoProcessedEvents } from '../../shared/adapters/dynamodb/processed-events.ts';
import { dynamoReconcileLog } from '../../shared/adapters/dynamodb/reconcile-log.ts';
import { parseTrailFolder, trailBucketLookup } from '../../shared/adapters/s3/trail-bucket.ts';
import { sqsEventQueue } from '../../shared/adapters/sqs/event-queue.ts';
import { heartbeatCall } from '../../shared/adapters/sts/heartbeat-call.ts';
import type { BeatPorts } from '../../shared/app/beat.ts';
import type { ReconcilePorts } from '../../shared/app/reconcile.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import type { EventLookup } from '../../shared/reconcile/event-lookup.ts';
import { expectedEvents } from '../../shared/reconcile/expected.ts';
import type { Gap } from '../../shared/reconcile/reconcile-log.ts';
import { tiers } from '../../shared/rules/trigger.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { json, optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';

const requestHandler = { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true };
/** Slows down by itself when AWS throttles it: others ask the same API. */
const patient = { retryMode: 'adaptive', maxAttempts: 6, requestHandler };

/** One client for each Region, made when it is needed. */
const inEach = <T>(make: (region: string) => T): ((region: string) => T) => {
  const clients = new Map<string, T>();
  return (region) => {
    const client = clients.get(region) ?? make(region);
    clients.set(region, client);
    return client;
  };
};

const lookupOf = (folder: string | undefined, accountId: string, homeRegion: string): EventLookup =>
  folder === undefined
    ? cloudTrailEventHistory({
        clientIn: inEach((region) => new CloudTrailClient({ region, ...patient })),
        homeRegion,
      })
    : trailBucketLookup({
        // The bucket may be in another Region than the function.
        client: new S3Client({ followRegionRedirects: true, requestHandler: { requestTimeout: 30_000 } }),
        folder: parseTrailFolder(folder),
        accountId,
      });

const variables = {
  TABLE_NAME: text(),
  HISTORY_TABLE_NAME: text(),
  EVENTS_QUEUE_URL: text(),
  ACCOUNT_ID: text(),
  HOME_REGION: text(),
  REGIONS: json(z.array(text())),
  TIER: z.enum(tiers),
  HEARTBEAT_ROLE_ARN: text(),
  TRAIL_FOLDER: optionalText(),
  CUSTOM_RULES: optionalText(),
};

/** What the function does with. */
export type Ports = ReconcilePorts & BeatPorts;

/**
 * Builds the ports of `reconcile` and `beat` from the function's environment.
 *
 * @param tell hears of each gap
 */
export const wire = (environment: NodeJS.ProcessEnv, tell: (gap: Gap) => void): Ports => {
  const settings = readEnvironment(variables, environment);
  const { ACCOUNT_ID: accountId, HOME_REGION: homeRegion, TIER: tier } = settings;
  const client = new DynamoDBClient({ requestHandler });
  const { rules } = ruleBook(bundledRules(settings.CUSTOM_RULES));
  return {
    accountId,
    regions: settings.REGIONS,
    lookup: lookupOf(settings.TRAIL_FOLDER, accountId, homeRegion),
    processed: dynamoProcessedEvents({ client, tableName: settings.HISTORY_TABLE_NAME }),
    log: dynamoReconcileLog({ client, tableName: settings.TABLE_NAME, accountId }),
    late: sqsEventQueue({ client: new SQSClient({ requestHandler }), queueUrl: settings.EVENTS_QUEUE_URL }),
    isExpected: expectedEvents(rules, { tier, accountId }),
    tell,
    heartbeats: dynamoHeartbeats({ client, tableName: settings.HISTORY_TABLE_NAME, accountId }),
    call: heartbeatCall({
      clientIn: inEach((region) => new STSClient({ region, requestHandler })),
      roleArn: settings.HEARTBEAT_ROLE_ARN,
    }),
  };
};
