import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { HistoryRequest } from '../../history/event-history.ts';
import type { KnownHistory, NotedEvent } from '../../history/window.ts';
import { isWritten } from './conditional-write.ts';
import {
  partitionOfEvent,
  partitionOfMarks,
  type Reach,
  rowIdOf,
  sortKeyOf,
  sortKeysIn,
  windowPartitions,
} from './history-keys.ts';
import type { HistoryTable } from './history-table.ts';

/** What was answered for an event, with the ids of the rows that the answer showed. */
export interface KeptAnswer extends Omit<KnownHistory, 'events'> {
  readonly of: readonly string[];
}

/** How much of a window is read for one event. */
export interface WindowReading {
  /** Rows of each partition that are read at a time. */
  readonly pageRows: number;
  /** Without an end, each event of a flood would read the whole flood, at a cost that grows with its square. */
  readonly maxPages: number;
}

/** Most windows are read with one read of each partition; after 4,000 events (4 partitions) the reading ends. */
export const defaultReading: WindowReading = { pageRows: 125, maxPages: 8 };

/** Writes an event down; false when it is there already. */
export const putRow = (
  { rows }: HistoryTable,
  request: HistoryRequest,
  event: NotedEvent,
  expiresAt: number,
): Promise<boolean> => {
  const item = { pk: partitionOfEvent(request, event), sk: sortKeyOf('E', event), expiresAt, event };
  const condition = { attr: 'pk', exists: false } as const;
  return isWritten(rows.build(PutItemCommand).item(item).options({ condition }).send());
};

/** Keeps the answer to an event; false when one is kept already: another delivery of the event was faster. */
export const putAnswer = (
  { answers }: HistoryTable,
  request: HistoryRequest,
  event: NotedEvent,
  { events, ...answer }: KnownHistory,
  expiresAt: number,
): Promise<boolean> => {
  const kept = { ...answer, of: events.map(rowIdOf) };
  const item = { pk: partitionOfEvent(request, event), sk: sortKeyOf('A', event), expiresAt, ...kept };
  const condition = { attr: 'pk', exists: false } as const;
  return isWritten(answers.build(PutItemCommand).item(item).options({ condition }).send());
};

/** The answer that was given for an event, if one was. */
export const getAnswer = async (
  { answers }: HistoryTable,
  request: HistoryRequest,
  event: NotedEvent,
): Promise<KeptAnswer | undefined> => {
  const { Item } = await answers
    .build(GetItemCommand)
    .key({ pk: partitionOfEvent(request, event), sk: sortKeyOf('A', event) })
    .options({ consistent: true })
    .send();
  if (!Item) return undefined;
  const { status, count, of, repeats } = Item;
  return { status, count, of, ...(repeats ? { repeats } : {}) };
};

/** Marks an event as the first that met the window. The same event marked twice is the same item. */
export const putMark = async (
  { marks }: HistoryTable,
  request: HistoryRequest,
  event: NotedEvent,
  expiresAt: number,
): Promise<void> => {
  await marks
    .build(PutItemCommand)
    .item({ pk: partitionOfMarks(request), sk: sortKeyOf('M', event), expiresAt })
    .send();
};

/** Whether an event of the reach is marked. */
export const hasMark = async (
  { table, marks }: HistoryTable,
  request: HistoryRequest,
  reach: Reach,
): Promise<boolean> => {
  const { Items = [] } = await table
    .build(QueryCommand)
    .query({ partition: partitionOfMarks(request), range: { between: sortKeysIn('M', reach) } })
    .entities(marks)
    .options({ entityAttrFilter: false, consistent: true, limit: 1 })
    .send();
  return Items.length > 0;
};

interface Cursor {
  readonly partition: string;
  /** Where to read on; none at the beginning. */
  readonly start?: Record<string, unknown>;
}

interface Read {
  readonly events: readonly NotedEvent[];
  readonly rest?: Cursor;
}

const readPage = async (
  { table, rows }: HistoryTable,
  { partition, start }: Cursor,
  range: [string, string],
  limit: number,
): Promise<Read> => {
  const { Items = [], LastEvaluatedKey } = await table
    .build(QueryCommand)
    .query({ partition, range: { between: range } })
    .entities(rows)
    .options({
      entityAttrFilter: false,
      // An event that was written a moment ago by another process must be seen, or the last of a window would not know that it is.
      consistent: true,
      // A burst asks about its end.
      reverse: true,
      limit,
      ...(start === undefined ? {} : { exclusiveStartKey: start }),
    })
    .send();
  return {
    events: Items.map(({ event }) => event),
    ...(LastEvaluatedKey ? { rest: { partition, start: LastEvaluatedKey } } : {}),
  };
};

/** Reads the window of a need, the latest events first, one page of all its partitions at a time: the reader decides how far. */
export const readRows = async function* (
  table: HistoryTable,
  request: HistoryRequest,
  reach: Reach,
  pageRows: number,
): AsyncGenerator<readonly NotedEvent[]> {
  const range = sortKeysIn('E', reach);
  let cursors: readonly Cursor[] = windowPartitions(request).map((partition) => ({ partition }));
  while (cursors.length > 0) {
    const reads = await Promise.all(cursors.map((cursor) => readPage(table, cursor, range, pageRows)));
    yield reads.flatMap(({ events }) => events);
    cursors = reads.flatMap(({ rest }) => rest ?? []);
  }
};
