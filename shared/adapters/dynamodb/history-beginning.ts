import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { isWritten } from './conditional-write.ts';
import { beginningPartition } from './history-keys.ts';
import type { HistoryTable } from './history-table.ts';

/** Since when each rule has a history in an account, ISO 8601, by rule id. */
export type Beginnings = ReadonlyMap<string, string>;

export const readBeginnings = async (
  { table, beginnings }: HistoryTable,
  accountId: string,
): Promise<Beginnings> => {
  const { Items = [] } = await table
    .build(QueryCommand)
    .query({ partition: beginningPartition(accountId) })
    .entities(beginnings)
    // A page of 1 MB holds ten thousand rules.
    .options({ entityAttrFilter: false, consistent: true })
    .send();
  return new Map(Items.map(({ sk, since }) => [sk, since]));
};

const begin = (
  { beginnings }: HistoryTable,
  accountId: string,
  ruleId: string,
  since: string,
): Promise<boolean> => {
  const item = { pk: beginningPartition(accountId), sk: ruleId, since };
  const condition = { attr: 'pk', exists: false } as const;
  return isWritten(beginnings.build(PutItemCommand).item(item).options({ condition }).send());
};

/**
 * Moves the beginning of a rule's history back. Does nothing when it is as early already, and when somebody else moved it meanwhile.
 *
 * @param known as it was read; undefined where there was none
 */
export const moveBeginning = async (
  { beginnings }: HistoryTable,
  accountId: string,
  ruleId: string,
  since: string,
  known: string | undefined,
): Promise<boolean> => {
  if (known !== undefined && known <= since) return false;
  const item = { pk: beginningPartition(accountId), sk: ruleId, since };
  const condition =
    known === undefined
      ? ({ attr: 'since', exists: false } as const)
      : ({ attr: 'since', eq: known } as const);
  return isWritten(beginnings.build(PutItemCommand).item(item).options({ condition }).send());
};

/** How long what was read is used, in milliseconds. A beginning never changes by itself; one that priming moved back is noticed then. */
const lifetime = 5 * 60_000;

/**
 * Knows since when a rule has a history in an account. The first time that an account is met, the history of *all* rules begins there: a rule
 * about rare calls would otherwise begin to learn when the first of them is made, and call nothing new for months. A rule that is added
 * later begins when it is first met, and does not call everything new.
 *
 * @param ruleIds of the rules that ask for history
 * @param now epoch milliseconds
 */
export const historyBeginnings = (table: HistoryTable, ruleIds: readonly string[], now: () => number) => {
  const known = new Map<string, { readonly read: Promise<Beginnings>; readonly until: number }>();

  const complete = async (accountId: string, ruleId: string): Promise<Beginnings> => {
    const read = await readBeginnings(table, accountId);
    const missing = [...new Set([...ruleIds, ruleId])].filter((id) => !read.has(id));
    if (missing.length === 0) return read;
    const since = new Date(now()).toISOString();
    await Promise.all(missing.map((id) => begin(table, accountId, id, since)));
    // Another process may have begun them a moment before.
    return readBeginnings(table, accountId);
  };

  const beginningsOf = (accountId: string, ruleId: string): Promise<Beginnings> => {
    const kept = known.get(accountId);
    if (kept && kept.until > now()) return kept.read;
    const read = complete(accountId, ruleId);
    known.set(accountId, { read, until: now() + lifetime });
    // The one who asked sees the error; the next one asks anew.
    read.catch(() => known.delete(accountId));
    return read;
  };

  return {
    /** ISO 8601. */
    async since(accountId: string, ruleId: string): Promise<string> {
      const since = (await beginningsOf(accountId, ruleId)).get(ruleId);
      if (since !== undefined) return since;
      known.delete(accountId);
      return (await beginningsOf(accountId, ruleId)).get(ruleId) ?? new Date(now()).toISOString();
    },
  };
};
