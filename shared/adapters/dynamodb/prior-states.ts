import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { item, number, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import pLimit from 'p-limit';
import type { PriorStateFact } from '../../account/policy-facts.ts';
import type { PriorStateKeeper, PriorStateStore } from '../../account/prior-state.ts';
import { historySchema } from '../../config/history-schema.ts';
import { unavailableBy } from './unavailable.ts';

const schema = item({
  pk: string().key(),
  sk: string().key(),
  /** Of the run that wrote the row, ISO 8601. */
  at: string(),
  /** JSON; the row that says which run is the newest has none. */
  state: string().optional(),
  /** Epoch seconds. */
  expiresAt: number(),
});

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

/** A review that has not run for so long tells nothing of today. */
const keptSeconds = 14 * 86_400;
const writesAtOnce = 16;

export interface PriorStatesOptions {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
}

/**
 * What the last snapshot says, in the table of the event history: a row for each thing, and one for each account that says which run is the
 * newest. A row of an older run is of a thing that is gone.
 */
export const dynamoPriorStates = ({
  client,
  tableName,
}: PriorStatesOptions): PriorStateStore & PriorStateKeeper => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name: tableName,
    partitionKey: text(historySchema.partitionKey),
    sortKey: text(historySchema.sortKey),
  });
  const rows = new Entity({ name: 'prior-state', schema, table, timestamps: false, entityAttribute: false });
  const keyOf = (accountId: string, id: string) => ({ pk: `PRIOR#${accountId}#${id}`, sk: 'STATE' });
  const newestKey = (accountId: string) => ({ pk: `PRIOR#${accountId}`, sk: 'NEWEST' });
  const get = async (key: { readonly pk: string; readonly sk: string }) =>
    (await rows.build(GetItemCommand).key(key).send()).Item;
  const lookUp = async (
    accountId: string,
    id: string,
  ): Promise<Awaited<ReturnType<PriorStateStore['read']>>> => {
    const [newest, row] = await Promise.all([get(newestKey(accountId)), get(keyOf(accountId, id))]);
    if (!newest) return { status: 'none' };
    if (row?.state === undefined || row.at < newest.at) return { status: 'read', readAt: newest.at };
    return { status: 'read', readAt: newest.at, state: JSON.parse(row.state) as PriorStateFact };
  };
  return {
    read: async (accountId, id) => {
      try {
        return await lookUp(accountId, id);
      } catch (error) {
        const answer = unavailableBy(error, tableName);
        if (answer.status !== 'unavailable') throw error;
        const { cause, transient } = answer;
        return { status: 'unavailable', cause, ...(transient ? { transient } : {}) };
      }
    },
    keep: async (accountId, at, states) => {
      const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds;
      const limit = pLimit(writesAtOnce);
      const put = (key: { readonly pk: string; readonly sk: string }, state?: string) =>
        rows
          .build(PutItemCommand)
          .item({ ...key, at, expiresAt, ...(state === undefined ? {} : { state }) })
          .send();
      await Promise.all(
        states.map(({ id, state }) => limit(() => put(keyOf(accountId, id), JSON.stringify(state)))),
      );
      // Last: until then the rows of the run before are the newest, and those of this one are newer.
      await put(newestKey(accountId));
    },
  };
};
