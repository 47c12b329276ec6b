import type { BucketDetail, TrailDetail } from '../account/snapshot-logging.ts';
import { type Keyed, readingsBy, type Source } from '../account/source.ts';
import type { AccountRef } from './account-ref.ts';
import type { Judgement } from './define-check.ts';
import { judgeEach } from './judge-each.ts';
import { type OwnBucket, ownBuckets } from './trails.ts';

/** What every check of the trails' buckets says where it cannot judge, or has nothing to judge. */
export const bucketMessages = {
  NOT_APPLICABLE: { 'no-buckets': 'The account has no trail of its own, hence no bucket of one.' },
  NOT_EVALUATED: { unknown: 'It is not known of the bucket {bucket} of {trails}: {cause}.' },
} as const;

/** One verdict on each bucket of the account's own trails. */
export const judgeBuckets = <T, M extends string>(
  sources: { readonly trails: readonly TrailDetail[]; readonly buckets: readonly Keyed<BucketDetail>[] },
  account: AccountRef,
  part: (bucket: BucketDetail) => Source<T>,
  judge: (value: T) => { readonly message: M; readonly data?: Judgement['data'] },
): readonly Judgement<M | 'no-buckets' | 'unknown'>[] => {
  const bucketFor = readingsBy(sources.buckets);
  return judgeEach<OwnBucket, M | 'unknown', 'no-buckets'>(
    ownBuckets(sources.trails, account),
    account,
    'no-buckets',
    ({ bucket, trails }) => {
      const about = { resource: `arn:${account.partition}:s3:::${bucket}`, resourceId: bucket };
      const data = { bucket, trails };
      const reading = bucketFor(bucket);
      const found = reading.status === 'read' ? part(reading.value) : reading;
      if (found.status !== 'read')
        return { message: 'unknown', ...about, data: { ...data, cause: found.cause } };
      const { message, data: more = {} } = judge(found.value);
      return { message, ...about, data: { ...data, ...more } };
    },
  );
};
