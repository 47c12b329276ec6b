import { noTrails, readSource, reads, trailBucket } from '../../account/example.ts';
import type { BucketExposure } from '../../account/snapshot-logging.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { bucketMessages, judgeBuckets } from '../judge-buckets.ts';

/** Groups that everybody is in ("Access control list overview", Amazon S3 User Guide). */
const isEverybody = (uri: string): boolean => /\/(AllUsers|AuthenticatedUsers)$/.test(uri);

export const check = defineCheck({
  id: 'cloudtrail-bucket-public',
  topic: 'monitoring',
  severity: 'critical',
  title: 'Bucket of a trail is public',
  why: 'Every call of the account, with names, addresses and resources, can be read by everybody.',
  fix: 'Switch Block Public Access on for the bucket, then take the statement or the grant out.',
  misses: 'Other accounts that are named one by one; Block Public Access of the account as a whole.',
  needs: ['trails', 'buckets'],
  messages: {
    FAIL: {
      policy: 'The policy of the bucket {bucket} of {trails} lets everybody in.',
      acl: 'The access control list of the bucket {bucket} of {trails} lets everybody in.',
    },
    PASS: { private: 'The bucket {bucket} of {trails} is not public.' },
    ...bucketMessages,
  },

  judge: ({ sources, account }) =>
    judgeBuckets(
      sources,
      account,
      ({ exposure }) => exposure,
      (exposure) => {
        if (exposure.isPolicyPublic && !exposure.restrictsPublicBuckets) return { message: 'policy' };
        const isOpen = exposure.aclGroups.some(isEverybody) && !exposure.ignoresPublicAcls;
        return { message: isOpen ? 'acl' : 'private' };
      },
    ),
});

const state = (over: Partial<BucketExposure>) =>
  trailBucket({
    exposure: readSource({
      isPolicyPublic: false,
      aclGroups: [],
      ignoresPublicAcls: false,
      restrictsPublicBuckets: false,
      ...over,
    }),
  });
const everybody = 'http://acs.amazonaws.com/groups/global/AllUsers';

export const examples = (): CheckExample[] => [
  { name: 'by its policy', expect: ['policy'], severity: 'critical', state: state({ isPolicyPublic: true }) },
  { name: 'by its access control list', expect: ['acl'], state: state({ aclGroups: [everybody] }) },
  {
    name: 'by both, and blocked',
    expect: ['private'],
    state: state({
      isPolicyPublic: true,
      aclGroups: [everybody],
      ignoresPublicAcls: true,
      restrictsPublicBuckets: true,
    }),
  },
  {
    name: 'the log delivery group',
    expect: ['private'],
    state: state({ aclGroups: ['http://acs.amazonaws.com/groups/s3/LogDelivery'] }),
  },
  { name: 'nobody asked', expect: ['unknown'], state: { ...state({}), ...reads({ buckets: [] }) } },
  { name: 'no trail', expect: ['no-buckets'], state: noTrails() },
];
