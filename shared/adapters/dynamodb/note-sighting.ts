import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { HistoryRequest } from '../../history/event-history.ts';
import {
  dayOf,
  type FirstSeen,
  firstDayOf,
  judgeFirstSeen,
  type Sighting,
} from '../../history/first-sighting.ts';
import type { HistoryAnswer } from '../../history/window.ts';
import { isWritten } from './conditional-write.ts';
import { type Contention, overtaken, untilAhead } from './contention.ts';
import { sightingPartition } from './history-keys.ts';
import type { HistoryTable } from './history-table.ts';
import type { LatestKept } from './latest-kept.ts';

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

/** What noting a first-seen key needs besides the request. */
export interface SightingNoting {
  /** When the history of the rule in the account begins, ISO 8601. */
  readonly since: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
  readonly contention: Contention;
  /** What this process has read and written of keys, by key and days. */
  readonly known: LatestKept<readonly StoredSighting[]>;
}

/** The days with one of them as it is now. */
const withDay = (
  stored: readonly StoredSighting[],
  sighting: Sighting,
  revision: number,
): readonly StoredSighting[] => [
  ...stored.filter((one) => one.sighting.day !== sighting.day),
  { revision, sighting },
];

/**
 * Whether an answer from memory is as good as one from the table: an event before this one was written down, and whoever judged this one since then saw
 * it, so nobody called it new.
 */
const isSettled = ({ answer, keep }: FirstSeen): boolean =>
  keep === undefined && answer.status === 'not-met' && answer.count > 0;

/**
 * Reads the days of a first-seen key and judges the event; a day on which the key was seen before needs no write, and when this process knows of it, no
 * read either.
 *
 * @throws SightingContendedError when other writers were faster too often
 */
export const noteSighting = async (
  table: HistoryTable,
  request: HistoryRequest,
  days: number,
  { since, expiresAt, contention, known }: SightingNoting,
): Promise<HistoryAnswer> => {
  const { event } = request;
  const [first, last] = [firstDayOf(event, days), dayOf(event.time)];
  const key = `${sightingPartition(request)} ${first} ${last}`;
  const judge = (stored: readonly StoredSighting[]): FirstSeen =>
    judgeFirstSeen(
      days,
      event,
      stored.map(({ sighting }) => sighting),
      since,
    );
  const remembered = judge(known.get(key) ?? []);
  if (isSettled(remembered)) return remembered.answer;
  const giveUp = (attempts: number) =>
    new SightingContendedError(`the key was seen by others ${attempts} times in a row`);
  return untilAhead(giveUp, contention, async () => {
    const stored = await readSightings(table, request, [first, last]);
    const { answer, keep } = judge(stored);
    if (!keep) {
      known.set(key, stored);
      return answer;
    }
    const before = stored.find(({ sighting }) => sighting.day === keep.day);
    if (!(await putSighting(table, request, keep, before, expiresAt))) return overtaken;
    known.set(key, withDay(stored, keep, (before?.revision ?? 0) + 1));
    return answer;
  });
};
