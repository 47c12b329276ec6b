import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FindingStore } from '../../findings/finding-store.ts';
import { defaultNewsPolicy, type NewsPolicy } from '../../findings/lifecycle.ts';
import { type Contention, defaultContention } from './contention.ts';
import { getFinding } from './finding-item.ts';
import { findingTable } from './finding-table.ts';
import {
  events,
  everyOpen,
  openFindings,
  pendingAlerts,
  transitions,
  transitionsIn,
} from './list-findings.ts';
import { markAlerted, record, resolve, type Writing } from './record-changes.ts';

/** What the store is made of. */
export interface DynamoFindingStoreOptions {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/table-schema.ts`. */
  readonly tableName: string;
  readonly newsPolicy?: NewsPolicy;
  readonly contention?: Contention;
}

/**
 * Keeps findings in one DynamoDB table, by conditional writes of single items. How nothing is lost or counted twice:
 * docs/adr/0005-finding-key-and-single-table.md. Every error but a condition that did not hold is thrown as the SDK's.
 */
export const dynamoFindingStore = (options: DynamoFindingStoreOptions): FindingStore => {
  const { newsPolicy = defaultNewsPolicy, contention = defaultContention } = options;
  const table = findingTable(options.client, options.tableName);
  const writing: Writing = { table, newsPolicy, contention };
  return {
    record: (occurrence, recordedAt) => record(writing, occurrence, recordedAt),
    resolve: (undoing, recordedAt) => resolve(writing, undoing, recordedAt),
    markAlerted: (accountId, findingId, version) => markAlerted(writing, accountId, findingId, version),
    get: async (accountId, findingId) => (await getFinding(table, accountId, findingId))?.finding,
    events: (accountId, findingId) => events(table, accountId, findingId),
    transitions: (accountId, findingId) => transitions(table, accountId, findingId),
    transitionsIn: (month) => transitionsIn(table, month),
    openFindings: (accountId, query) => openFindings(table, accountId, query),
    everyOpen: (accountId) => everyOpen(table, accountId),
    pendingAlerts: (before) => pendingAlerts(writing, before),
  };
};
