import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { HistoryRequest } from '../../history/event-history.ts';
import { dayOf, firstDayOf, judgeFirstSeen, type Sighting } from '../../history/first-sighting.ts';
import type { HistoryAnswer } from '../../history/window.ts';
import { isWritten } from './conditional-write.ts';
import { type Contention, overtaken, untilAhead } from './contention.ts';
import { sightingPartition } from './history-keys.ts';
import type { HistoryTable } from './history-table.ts';

/** A day of a key as it lies in the table. */
export interface StoredSighting {
  readonly revision: number;
  readonly sighting: Sighting;
}

/** Too many other processes saw the same new key at the same time. */
export class SightingContendedError extends Error {
  override readonly name = 'SightingContendedError';
}

/** The days of a key, oldest first. */
export const readSightings = async (
  { table, sightings }: HistoryTable,
  request: HistoryRequest,
  days: readonly [first: string, last: string],
): Promise<readonly StoredSighting[]> => {
  const query = table
    .build(QueryCommand)
    .query({ partition: sightingPartition(request), range: { between: [...days] } })
    .entities(sightings);
  const read: StoredSighting[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await query
      .options({
        entityAttrFilter: false,
        consistent: true,
        ...(start === undefined ? {} : { exclusiveStartKey: start }),
      })
      .send();
    read.push(...Items);
    start = LastEvaluatedKey;
  } while (start);
  return read;
};

/** Keeps a day if nobody changed it since `before` was read (undefined: there was none); says whether it did. */
export const putSighting = (
  { sightings }: HistoryTable,
  request: HistoryRequest,
  sighting: Sighting,
  before: StoredSighting | undefined,
  expiresAt: number,
): Promise<boolean> => {
  const revision = (before?.revision ?? 0) + 1;
  const item = { pk: sightingPartition(request), sk: sighting.day, expiresAt, revision, sighting };
  const condition = before
    ? ({ attr: 'revision', eq: before.revision } as const)
    : ({ attr: 'revision', exists: false } as const);
  return isWritten(sightings.build(PutItemCommand).item(item).options({ condition }).send());
};

/**
 * Reads the days of a first-seen key and judges the event; a day on which the key was seen before needs no write.
 *
 * @param since when the history of the rule in the account begins, ISO 8601
 * @param expiresAt epoch seconds
 * @throws SightingContendedError when other writers were faster too often
 */
export const noteSighting = (
  table: HistoryTable,
  request: HistoryRequest,
  days: number,
  { since, expiresAt, contention }: { since: string; expiresAt: number; contention: Contention },
): Promise<HistoryAnswer> => {
  const { event } = request;
  const giveUp = (attempts: number) =>
    new SightingContendedError(`the key was seen by others ${attempts} times in a row`);
  return untilAhead(giveUp, contention, async () => {
    const stored = await readSightings(table, request, [firstDayOf(event, days), dayOf(event.time)]);
    const { answer, keep } = judgeFirstSeen(
      days,
      event,
      stored.map(({ sighting }) => sighting),
      since,
    );
    if (!keep) return answer;
    const before = stored.find(({ sighting }) => sighting.day === keep.day);
    return (await putSighting(table, request, keep, before, expiresAt)) ? answer : overtaken;
  });
};
