import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { item, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { historySchema } from '../../config/history-schema.ts';
import type { HeartbeatState, Heartbeats } from '../../reconcile/heartbeat.ts';
import { isWritten } from './conditional-write.ts';

const schema = item({
  pk: string().key(),
  sk: string().key(),
  /** ISO 8601. */
  at: string(),
});

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const fields = { SENT: 'sentAt', SEEN: 'seenAt' } as const;

const toStates = (rows: readonly { readonly sk: string; readonly at: string }[]): HeartbeatState[] => {
  const states = new Map<string, HeartbeatState>();
  for (const { sk, at } of rows) {
    const [region = '', kind = ''] = sk.split('#');
    const field = fields[kind as keyof typeof fields];
    states.set(region, { ...(states.get(region) ?? { region }), [field]: at });
  }
  return [...states.values()];
};

/** Heartbeats in the table of the event history: two rows for each Region, which do not expire. */
export const dynamoHeartbeats = ({
  client,
  tableName,
  accountId,
}: {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
  readonly accountId: string;
}): Heartbeats => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name: tableName,
    partitionKey: text(historySchema.partitionKey),
    sortKey: text(historySchema.sortKey),
  });
  const rows = new Entity({ name: 'heartbeat', schema, table, timestamps: false, entityAttribute: false });
  const pk = `HEARTBEAT#${accountId}`;

  const keep = async (region: string, kind: keyof typeof fields, at: string): Promise<void> => {
    const isFirst = { attr: 'pk', exists: false } as const;
    const isLater = { attr: 'at', lt: at } as const;
    const condition = { or: [isFirst, isLater] };
    await isWritten(
      rows
        .build(PutItemCommand)
        .item({ pk, sk: `${region}#${kind}`, at })
        .options({ condition })
        .send(),
    );
  };

  return {
    noteSent: (region, at) => keep(region, 'SENT', at),
    noteSeen: (region, at) => keep(region, 'SEEN', at),
    async all() {
      const { Items = [] } = await table
        .build(QueryCommand)
        .query({ partition: pk })
        .entities(rows)
        // There are some thirty Regions: it is one page.
        .options({ entityAttrFilter: false, consistent: true })
        .send();
      return toStates(Items);
    },
  };
};
