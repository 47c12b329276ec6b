/** A key of the table or of an index: two text attributes. */
export interface KeySchema {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** A global secondary index and what of an item it holds besides the keys. */
export interface IndexSchema extends KeySchema {
  readonly projection:
    | { readonly type: 'KEYS_ONLY' | 'ALL' }
    | { readonly type: 'INCLUDE'; readonly attributes: readonly string[] };
}

/**
 * The findings table as plain data: the store, the embedded table and the CDK stack are all made from it. Every key is text.
 * What the keys hold: docs/adr/0005-finding-key-and-single-table.md.
 */
export const tableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds. Only events and remembered undoings have it; findings and transitions never expire. */
  timeToLive: 'expiresAt',
  indexes: {
    /** Open findings of an account, by severity and time. */
    open: {
      partitionKey: 'openPk',
      sortKey: 'openSk',
      // Without the outbox: clearing it then costs no write to the index.
      projection: { type: 'INCLUDE', attributes: ['finding', 'alertedVersion'] },
    },
    /** Findings whose alert has not been sent, by time of writing. */
    pending: { partitionKey: 'pendingPk', sortKey: 'pendingSk', projection: { type: 'KEYS_ONLY' } },
    /** Transitions of a month, by event time. */
    month: { partitionKey: 'monthPk', sortKey: 'monthSk', projection: { type: 'ALL' } },
  },
} as const satisfies KeySchema & {
  readonly timeToLive: string;
  readonly indexes: Readonly<Record<string, IndexSchema>>;
};
