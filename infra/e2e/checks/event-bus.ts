import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { JsonObject } from '../../../shared/events/iam-event.ts';
import type { Clients } from '../connection.ts';

const detailTypes: Readonly<Record<string, string>> = {
  AwsApiCall: 'AWS API Call via CloudTrail',
  AwsConsoleSignIn: 'AWS Console Sign In via CloudTrail',
  AwsServiceEvent: 'AWS Service Event via CloudTrail',
};

/** A record as CloudTrail puts it on the default bus. */
const entryOf = (record: JsonObject) => ({
  Source: `aws.${String(record['eventSource']).split('.')[0]}`,
  DetailType: detailTypes[String(record['eventType'])] ?? '',
  Detail: JSON.stringify(record),
});

/** Puts records on the default bus in the place of CloudTrail, ten a call. @throws Error when the bus refused one */
export const putOnBus = async ({ events }: Clients, ...records: readonly JsonObject[]): Promise<void> => {
  for (let start = 0; start < records.length; start += 10) {
    const Entries = records.slice(start, start + 10).map(entryOf);
    const { FailedEntryCount, Entries: results } = await events.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount !== 0) throw new Error(`the bus refused events: ${JSON.stringify(results)}`);
  }
};

/** The body of a message that EventBridge's rule puts into the queue for a record. */
export const queueBodyOf = (record: JsonObject): string => {
  const { Source, DetailType } = entryOf(record);
  return JSON.stringify({
    version: '0',
    id: record['eventID'],
    'detail-type': DetailType,
    source: Source,
    account: record['recipientAccountId'],
    time: record['eventTime'],
    region: record['awsRegion'],
    resources: [],
    detail: record,
  });
};
