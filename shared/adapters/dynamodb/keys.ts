import { createHash } from 'node:crypto';
import type { FiledEvent, Finding, Transition } from '../../findings/finding.ts';
import {
  monthOf,
  openKeyOf,
  pendingKeyOf,
  transitionKeyOf,
  versionKeyOf,
} from '../../findings/listing-order.ts';
import { entryKeyOf } from '../../findings/recording.ts';

// Key design and the questions it answers: docs/adr/0005-finding-key-and-single-table.md.

/** Partitions of each account's open findings: a storm in one account is spread over them. */
const openShards = 4;
/** Partitions of the indexes that span all accounts. */
const globalShards = 16;

const shardOf = (findingId: string, shards: number): number =>
  createHash('sha256').update(findingId).digest().readUInt16BE(0) % shards;

const numbered = (prefix: string, shards: number): readonly string[] =>
  Array.from({ length: shards }, (_, shard) => `${prefix}#${shard}`);

export const openPartitions = (accountId: string): readonly string[] =>
  numbered(`OPEN#${accountId}`, openShards);
export const pendingPartitions: readonly string[] = numbered('PENDING', globalShards);
export const monthPartitions = (month: string): readonly string[] => numbered(`MONTH#${month}`, globalShards);

/** Everything of one finding lies in one partition. */
export const partitionOf = (accountId: string, findingId: string): string => `F#${accountId}#${findingId}`;

export const findingSortKey = 'FINDING';
/** The latest undoing of a finding that is not known yet. */
export const rememberedSortKey = 'UNDONE';
export const eventPrefix = 'E#';
export const transitionPrefix = 'T#';

export const eventSortKey = (event: Pick<FiledEvent, 'role' | 'event'>): string =>
  `${eventPrefix}${entryKeyOf(event)}`;
export const transitionSortKey = (version: number): string => `${transitionPrefix}${versionKeyOf(version)}`;

/** What last happened to an access key. */
export const keyChangePartition = (accountId: string, keyId: string): string => `K#${accountId}#${keyId}`;
export const keyChangeSortKey = 'KEY';

/** Keys of the index `open`; none once resolved, so that the index holds open findings only. */
export const openIndexKeys = (finding: Finding): { openPk?: string; openSk?: string } =>
  finding.status === 'open'
    ? {
        openPk: `OPEN#${finding.accountId}#${shardOf(finding.id, openShards)}`,
        openSk: openKeyOf(finding),
      }
    : {};

/** Keys of the index `pending`; none once told. */
export const pendingIndexKeys = (finding: Finding): { pendingPk?: string; pendingSk?: string } =>
  finding.alertedVersion < finding.version
    ? { pendingPk: `PENDING#${shardOf(finding.id, globalShards)}`, pendingSk: pendingKeyOf(finding) }
    : {};

/** Keys of the index `month`. */
export const monthIndexKeys = (transition: Transition): { monthPk: string; monthSk: string } => ({
  monthPk: `MONTH#${monthOf(transition.at)}#${shardOf(transition.findingId, globalShards)}`,
  monthSk: transitionKeyOf(transition),
});
