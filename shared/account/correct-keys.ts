import type { KeyChange } from './key-changes.ts';
import type { AccountSnapshot } from './snapshot.ts';
import type { AccessKeyDetail } from './snapshot-credentials.ts';

const corrected = (
  key: AccessKeyDetail,
  change: KeyChange | undefined,
  readAt: string,
): readonly AccessKeyDetail[] => {
  if (change === undefined) return [key];
  const isNewer = Date.parse(change.at) > Date.parse(readAt);
  if (isNewer && change.status === 'deleted') return [];
  const isActive = change.status === 'active';
  // An older event that does not fit is a lost one, or an older change that came after a lost one: AWS knows better.
  if (!isNewer && (change.status === 'deleted' || isActive !== key.active)) return [key];
  return [{ ...key, active: isActive, statusSince: change.at }];
};

/**
 * The snapshot with what our own events know of access keys: since when each is active or inactive, and what happened after AWS was asked.
 */
export const withKeyChanges = (
  snapshot: AccountSnapshot,
  changes: ReadonlyMap<string, KeyChange>,
): AccountSnapshot => {
  const { accessKeys } = snapshot.sources;
  if (accessKeys.status !== 'read') return snapshot;
  const value = accessKeys.value.flatMap((key) => corrected(key, changes.get(key.id), accessKeys.readAt));
  return { ...snapshot, sources: { ...snapshot.sources, accessKeys: { ...accessKeys, value } } };
};
