import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventHistory, HistoryRequest } from '../../history/event-history.ts';
import type { HistoryAnswer } from '../../history/window.ts';
import { type Contention, defaultContention } from './contention.ts';
import { historyBeginnings } from './history-beginning.ts';
import { historyTable } from './history-table.ts';
import { noteSighting } from './note-sighting.ts';
import { noteWindow } from './note-window.ts';
import { unavailableBy } from './unavailable.ts';
import { defaultReading, type WindowReading } from './window-rows.ts';

/** What the history is made of. */
export interface DynamoEventHistoryOptions {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
  /** Ids of the rules that ask for history. */
  readonly ruleIds: readonly string[];
  /** Epoch milliseconds. */
  now(): number;
  readonly contention?: Contention;
  readonly reading?: WindowReading;
}

/** How late an event may come and still meet its window: SQS keeps it 14 days, and somebody may move it back from a dead-letter queue. */
export const latenessDays = 28;

const secondsOfDay = 86_400;

const spanDays = ({ need }: HistoryRequest): number =>
  need.kind === 'first-seen' ? need.days + 1 : (2 * need.withinMinutes) / 1440;

/**
 * Keeps history in a DynamoDB table of its own, by conditional writes of single items. How an event is counted once and answered as at
 * first, and what it costs: docs/adr/0011-event-history.md.
 */
export const dynamoEventHistory = (options: DynamoEventHistoryOptions): EventHistory => {
  const { client, tableName, ruleIds, now } = options;
  const { contention = defaultContention, reading = defaultReading } = options;
  const table = historyTable(client, tableName);
  const beginnings = historyBeginnings(table, ruleIds, now);

  const expiryOf = (request: HistoryRequest): number => {
    const latest = Math.max(now(), Date.parse(request.event.time)) / 1000;
    return Math.ceil(latest + (spanDays(request) + latenessDays) * secondsOfDay);
  };

  const answer = async (request: HistoryRequest): Promise<HistoryAnswer> => {
    const { need, accountId, ruleId } = request;
    const expiresAt = expiryOf(request);
    if (need.kind !== 'first-seen') return noteWindow({ table, reading, expiresAt }, request, need);
    const since = await beginnings.since(accountId, ruleId);
    return noteSighting(table, request, need.days, { since, expiresAt, contention });
  };

  return {
    async note(request) {
      try {
        return await answer(request);
      } catch (error) {
        return unavailableBy(error, tableName);
      }
    },
  };
};
