import { setTimeout } from 'node:timers/promises';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import type { AccountReader } from '../../shared/account/account-reader.ts';
import { cachedReader } from '../../shared/account/cached-reader.ts';
import { limitedReader } from '../../shared/account/limited-reader.ts';
import { withPermissions } from '../../shared/account/permissions-reader.ts';
import { readerByAccount } from '../../shared/account/reader-by-account.ts';
import { iamAccountReader } from '../../shared/adapters/iam/account-reader.ts';
import {
  memberReaders,
  type ReaderRole,
  type RoleCredentials,
} from '../../shared/adapters/iam/reader-role.ts';

const now = (): number => Date.now();

/** A call that hangs is tried again and then given up, long before the function's own time is over. */
export const requestHandler = {
  connectionTimeout: 1_000,
  requestTimeout: 3_000,
  throwOnRequestTimeout: true,
};

/** Slows down by itself when AWS throttles it. */
const patient = { retryMode: 'adaptive', maxAttempts: 3, requestHandler };

/** Whom the function asks about accounts. */
export interface AccountReading {
  /** The account of this installation. */
  readonly accountId: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** To read other accounts with; without one they cannot be read, which is said where a rule asks. */
  readonly role: ReaderRole | undefined;
}

/** Reads one account, sparing its API. With the function's own credentials unless others are given. */
const readerOf = (
  asked: string,
  ours: string,
  credentials?: () => Promise<RoleCredentials>,
): AccountReader => {
  const config = { ...patient, ...(credentials ? { credentials } : {}) };
  const reader = iamAccountReader({
    accountId: credentials ? asked : ours,
    iam: new IAMClient(config),
    cloudTrail: new CloudTrailClient(config),
    now,
  });
  return limitedReader(reader, { now, delay: (millis) => setTimeout(millis) });
};

/** Answers questions about this account, and about others where there is a role to read them with. */
export const accountReaderFor = ({ accountId, partition, role }: AccountReading): AccountReader => {
  const own = readerOf(accountId, accountId);
  const all = role
    ? readerByAccount(
        { accountId, reader: own },
        memberReaders({
          role,
          partition,
          now,
          readerWith: (asked, credentials) => readerOf(asked, accountId, credentials),
          sts: async () => {
            // Its client is loaded when the first event of another account is asked about.
            const { STSClient } = await import('@aws-sdk/client-sts');
            return new STSClient({ requestHandler });
          },
        }),
      )
    : own;
  // Outside of the cache: each part of an answer is kept for as long as it is good.
  return withPermissions(cachedReader(all, { now }), now);
};
