/** What last happened to an access key, as our own record of events tells; AWS itself says only whether a key is active now. */
export interface KeyChange {
  readonly accountId: string;
  readonly keyId: string;
  readonly status: 'active' | 'inactive' | 'deleted';
  /** Event time, ISO 8601. */
  readonly at: string;
  readonly eventId: string;
}

/** Remembers the latest change of each access key. */
export interface KeyChanges {
  /** May be called again with the same change, and with an older one: the latest stays. */
  note(change: KeyChange): Promise<void>;
  /** By key id; of keys whose changes were all before events were watched there is nothing. */
  latest(accountId: string, keyIds: readonly string[]): Promise<ReadonlyMap<string, KeyChange>>;
}

/** Later changes sort behind earlier ones; CloudTrail times have whole seconds, so the id decides within one. */
export const orderOfChange = ({ at, eventId }: Pick<KeyChange, 'at' | 'eventId'>): string =>
  `${at}#${eventId}`;
