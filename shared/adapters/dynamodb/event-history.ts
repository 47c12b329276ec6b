import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { WindowNeed } from '../../history/answer-window.ts';
import type { EventHistory, HistoryRequest } from '../../history/event-history.ts';
import type { HistoryAnswer, KnownHistory } from '../../history/window.ts';
import { notedEventOf } from '../../history/window-key.ts';
import { type Contention, defaultContention } from './contention.ts';
import { historyBeginnings } from './history-beginning.ts';
import { answerKeyOf } from './history-keys.ts';
import { historyTable } from './history-table.ts';
import { keepLatest } from './latest-kept.ts';
import { noteSighting, type StoredSighting } from './note-sighting.ts';
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

// An answer can have 50 events with their notes, a key a row for each of 90 days: some ten megabytes at most.
const windowsInMemory = 1000;
const sightingsInMemory = 2000;

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
  // What is kept in the table is never changed, so what was read of it stays true: an actor's next calls of the day cost nothing.
  const windows = keepLatest<Promise<KnownHistory>>(windowsInMemory);
  const sightings = keepLatest<readonly StoredSighting[]>(sightingsInMemory);

  const expiryOf = (request: HistoryRequest): number => {
    const latest = Math.max(now(), Date.parse(request.event.time)) / 1000;
    return Math.ceil(latest + (spanDays(request) + latenessDays) * secondsOfDay);
  };

  const noteOnce = (request: HistoryRequest, need: WindowNeed): Promise<KnownHistory> => {
    const key = answerKeyOf(request, notedEventOf(request));
    const given = windows.get(key);
    if (given !== undefined) return given;
    const answer = noteWindow({ table, reading, expiresAt: expiryOf(request) }, request, need);
    windows.set(key, answer);
    // The one who asked sees the error; the next one asks anew.
    answer.catch(() => windows.delete(key));
    return answer;
  };

  const answer = async (request: HistoryRequest): Promise<HistoryAnswer> => {
    const { need, accountId, ruleId } = request;
    if (need.kind !== 'first-seen') return noteOnce(request, need);
    const since = await beginnings.since(accountId, ruleId);
    const noting = { since, expiresAt: expiryOf(request), contention, known: sightings };
    return noteSighting(table, request, need.days, noting);
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
