import type { Collected } from './collected.ts';
import type { SourceName } from './snapshot.ts';

/** Whose account is read. */
export interface AccountIdentity {
  /** 12 digits. */
  readonly accountId: string;
  readonly partition: string;
  /** ARN of who reads it. */
  readonly callerArn: string;
}

/** Reads the sources of one account from AWS. What fails is told in the answer: no method throws for a call that AWS refused, but for `identity`. */
export interface AccountCollector {
  /** @throws Error when there are no credentials, or AWS does not take them */
  identity(): Promise<AccountIdentity>;
  /** Everything of a source but `serviceAccess`. Asked twice it gives the same answer. */
  read(name: Exclude<SourceName, 'serviceAccess'>): Promise<Collected>;
  /** Services last accessed of one user or role, by its ARN. */
  readServiceAccess(arn: string): Promise<Collected>;
  /** Calls made so far by name, retries included. */
  calls(): ReadonlyMap<string, number>;
}

/** Where a collection is kept while it is made, so that one that is cut off can go on. */
export interface CollectionStore {
  /** What an earlier, unfinished run of the same collection has put. */
  stored(): Promise<ReadonlyMap<SourceName, Collected>>;
  /** @param part of a source that is read in parts; the same part again replaces it */
  put(name: SourceName, collected: Collected, part?: string): Promise<void>;
}
