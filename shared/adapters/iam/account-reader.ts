import { type CloudTrailClient, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { AccountReader } from '../../account/account-reader.ts';
import type { Lookup, LookupAnswer, LookupKind, LookupValues } from '../../account/lookup.ts';
import { ask, NoAnswerError } from './ask.ts';
import { readAttachedPolicies } from './attached-policies.ts';
import {
  type IamAccess,
  readAccessKeyLastUsed,
  readAccessKeys,
  readGroupsOfUser,
  readPasswordPolicy,
  readRole,
} from './read-iam.ts';
import { readInlinePolicy, readManagedPolicy, readPolicyBefore, readUser } from './read-policies.ts';

/** What the reader needs. */
export interface IamAccountReaderOptions {
  /** The account that the clients' credentials belong to, 12 digits. */
  readonly accountId: string;
  /** With `retryMode: 'adaptive'`, so that it slows down when AWS throttles it. */
  readonly iam: IAMClient;
  readonly cloudTrail: CloudTrailClient;
  /** Epoch milliseconds. */
  now(): number;
  /** Ends a look-up with all its pages and retries. Default: after ten seconds. */
  readonly deadline?: () => AbortSignal;
}

interface Access extends IamAccess {
  readonly cloudTrail: CloudTrailClient;
}

type Reads = {
  readonly [K in LookupKind]?: (access: Access, id: string) => Promise<LookupValues[K] | undefined>;
};

/** Trails whose home is this Region, all multi-Region trails, and those of the organisation. */
const readTrails = async ({
  cloudTrail,
  abortSignal,
}: Access): Promise<LookupValues['trails'] | undefined> => {
  const answer = await ask('cloudtrail:DescribeTrails', () =>
    cloudTrail.send(new DescribeTrailsCommand({ includeShadowTrails: true }), { abortSignal }),
  );
  return answer?.trailList?.map((trail) => ({
    name: trail.Name ?? '',
    arn: trail.TrailARN ?? '',
    bucket: trail.S3BucketName ?? '',
    ...(trail.KmsKeyId === undefined ? {} : { kmsKeyId: trail.KmsKeyId }),
    ...(trail.CloudWatchLogsLogGroupArn === undefined
      ? {}
      : { logGroupArn: trail.CloudWatchLogsLogGroupArn }),
  }));
};

const reads: Reads = {
  'access-keys': readAccessKeys,
  'access-key-last-used': readAccessKeyLastUsed,
  'attached-policies': readAttachedPolicies,
  'groups-of-user': readGroupsOfUser,
  role: readRole,
  user: readUser,
  'managed-policy': readManagedPolicy,
  'policy-before': readPolicyBefore,
  'inline-policy': readInlinePolicy,
  'password-policy': readPasswordPolicy,
  trails: readTrails,
};

const ofTheWholeAccount: ReadonlySet<LookupKind> = new Set(['password-policy', 'trails']);

const unavailable = (cause: string): Extract<LookupAnswer, { status: 'unavailable' }> => ({
  status: 'unavailable',
  cause,
});

const answerTo = async ({ kind, id }: Lookup, access: Access, now: () => number): Promise<LookupAnswer> => {
  const read = reads[kind];
  if (!read) return unavailable(`IAM does not know ${kind}`);
  // Without a name IAM would answer for the caller, that is for us.
  if (id === '' && !ofTheWholeAccount.has(kind)) return unavailable(`${kind}: asked without saying of what`);
  const readAt = new Date(now()).toISOString();
  const value = await read(access, id);
  return value === undefined ? { status: 'absent', kind, readAt } : { status: 'found', kind, value, readAt };
};

/**
 * Asks IAM and CloudTrail. Every answer is read anew: put `cachedReader` around it. Look-ups in another account than ours are
 * unavailable.
 */
export const iamAccountReader = (options: IamAccountReaderOptions): AccountReader => {
  const { accountId: ours, iam, cloudTrail, now, deadline = () => AbortSignal.timeout(10_000) } = options;
  return {
    async read(accountId, lookup) {
      if (accountId !== ours)
        return unavailable(
          `${lookup.kind}: account ${accountId} is another than the one Trailwarden runs in (${ours}), and no role to read it with is configured`,
        );
      try {
        return await answerTo(lookup, { client: iam, cloudTrail, abortSignal: deadline() }, now);
      } catch (error) {
        if (error instanceof NoAnswerError)
          return { ...unavailable(error.message), ...(error.isTransient ? { transient: true } : {}) };
        throw error;
      }
    },
  };
};
