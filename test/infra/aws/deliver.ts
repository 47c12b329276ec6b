import type { SelectionRule } from '../../../infra/aws/patterns/event-pattern.ts';
import type { JsonObject } from '../../../shared/events/iam-event.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { isWithheldByDefault } from '../../../shared/rules/trigger.ts';
import { matchesPattern } from './event-pattern-matcher.ts';

const detailTypes: Readonly<Record<string, string>> = {
  AwsConsoleSignIn: 'AWS Console Sign In via CloudTrail',
  AwsServiceEvent: 'AWS Service Event via CloudTrail',
  AwsVpceEvent: 'AWS Network Activity Event via CloudTrail',
};

/** A CloudTrail record as EventBridge delivers it. */
export const asEventBridgeEvent = (record: JsonObject, detailType?: string) => ({
  version: '0',
  id: 'd5f0a0b1-0000-4000-8000-000000000000',
  'detail-type': detailType ?? detailTypes[String(record['eventType'])] ?? 'AWS API Call via CloudTrail',
  source: `aws.${String(record['eventSource']).split('.')[0]}`,
  account: '111122223333',
  time: '2026-03-04T05:06:07Z',
  region: 'us-east-1',
  resources: [],
  detail: record,
});

/** Names of the EventBridge rules that would take the record: by state, then by pattern. */
export const takenBy = (
  selection: readonly SelectionRule[],
  record: JsonObject,
  detailType?: string,
): readonly string[] => {
  const { action } = parseRecord(record, { receivedAt: '2026-03-04T05:06:07Z' });
  const event = asEventBridgeEvent(record, detailType);
  return selection
    .filter(({ state }) => state !== 'ENABLED' || !isWithheldByDefault(action))
    .filter(({ pattern }) => matchesPattern(pattern, event))
    .map(({ name }) => name);
};

/** Whether any pattern matches the record, whatever the state of its rule withholds. */
export const matchesAny = (selection: readonly SelectionRule[], record: JsonObject): boolean =>
  selection.some(({ pattern }) => matchesPattern(pattern, asEventBridgeEvent(record)));
