import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import type { Finding } from '../../findings/finding.ts';
import type { Entry } from '../../findings/recording.ts';
import { isWritten } from './conditional-write.ts';
import type { FindingTable } from './finding-table.ts';
import { findingSortKey, openIndexKeys, partitionOf, pendingIndexKeys } from './keys.ts';
import { updateFinding } from './update-finding.ts';

/** A finding as it lies in the table. */
export interface StoredFinding {
  readonly finding: Finding;
  /** Optimistic lock. */
  readonly revision: number;
  /** Not yet asked whether an undoing arrived while the finding was made. */
  readonly newborn: boolean;
  /** Entries that count already and are still to be filed as items of their own, by entry key. */
  readonly outbox: Readonly<Record<string, Entry>>;
}

interface FindingItem {
  readonly finding: Omit<Finding, 'alertedVersion'>;
  readonly alertedVersion: number;
  readonly revision: number;
  readonly newborn?: boolean | undefined;
  readonly outbox: Readonly<Record<string, Entry>>;
}

const fromItem = (item: FindingItem): StoredFinding => ({
  finding: { ...item.finding, alertedVersion: item.alertedVersion },
  revision: item.revision,
  newborn: item.newborn ?? false,
  outbox: item.outbox,
});

const keyOf = (accountId: string, findingId: string) => ({
  pk: partitionOf(accountId, findingId),
  sk: findingSortKey,
});

/** Reads the finding of a partition, consistently. */
export const getFindingAt = async (
  { findings }: FindingTable,
  partition: string,
): Promise<StoredFinding | undefined> => {
  const { Item } = await findings
    .build(GetItemCommand)
    .key({ pk: partition, sk: findingSortKey })
    .options({ consistent: true })
    .send();
  return Item && fromItem(Item);
};

/** Reads a finding, consistently. */
export const getFinding = (
  table: FindingTable,
  accountId: string,
  findingId: string,
): Promise<StoredFinding | undefined> => getFindingAt(table, partitionOf(accountId, findingId));

/** Puts the finding if nobody changed it since `expected` was read (undefined: there was none); says whether it did. */
export const putFinding = (
  { findings }: FindingTable,
  { finding, revision, newborn, outbox }: StoredFinding,
  expected: StoredFinding | undefined,
): Promise<boolean> => {
  const { alertedVersion, ...rest } = finding;
  const item = {
    ...keyOf(finding.accountId, finding.id),
    ...openIndexKeys(finding),
    ...pendingIndexKeys(finding),
    ...(newborn ? { newborn } : {}),
    revision,
    version: finding.version,
    alertedVersion,
    outbox,
    finding: rest,
  };
  const condition = expected
    ? ({ attr: 'revision', eq: expected.revision } as const)
    : ({ attr: 'revision', exists: false } as const);
  return isWritten(findings.build(PutItemCommand).item(item).options({ condition }).send());
};

/**
 * Takes what has been filed out of the outbox. Without condition: entries of other writers stay, and what is gone already
 * stays gone.
 */
export const clearOutbox = async (
  table: FindingTable,
  { finding, outbox, newborn }: StoredFinding,
): Promise<void> => {
  const keys = Object.keys(outbox);
  if (keys.length === 0 && !newborn) return;
  await updateFinding(table, finding.accountId, finding.id, {
    remove: [['newborn'], ...keys.map((key) => ['outbox', key])],
  });
};

/**
 * Marks a version as told. When it is the newest, nothing is pending any longer; a newer one stays pending.
 *
 * @returns the finding if the version was the newest and had not been marked before
 */
export const markFindingAlerted = async (
  table: FindingTable,
  accountId: string,
  findingId: string,
  version: number,
): Promise<StoredFinding | undefined> => {
  const told = { set: { alertedVersion: version }, add: { revision: 1 } };
  const isUntold = ['alertedVersion', '<', version] as const;
  let marked: FindingItem | undefined;
  const markNewest = async (): Promise<void> => {
    const { Attributes } = await updateFinding(table, accountId, findingId, {
      ...told,
      remove: [['pendingPk'], ['pendingSk']],
      where: [['version', '=', version], isUntold],
      returnNew: true,
    });
    marked = Attributes && table.findings.build(EntityFormatter).format(Attributes);
  };
  if (await isWritten(markNewest())) return marked && fromItem(marked);
  const markOlder = updateFinding(table, accountId, findingId, {
    ...told,
    where: [['version', '>', version], isUntold],
  });
  await isWritten(markOlder);
  return undefined;
};
