import type { KeySchema } from './table-schema.ts';

/**
 * The table of the event history as plain data: the adapter, the embedded table and the CDK stack are all made from it. Both keys are
 * text; there are no indexes. What the keys hold: docs/adr/0011-event-history.md.
 */
export const historySchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds. Everything but the rows that say since when there is a history has it. */
  timeToLive: 'expiresAt',
} as const satisfies KeySchema & { readonly timeToLive: string };
