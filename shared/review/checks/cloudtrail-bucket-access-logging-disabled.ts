import { noTrails, readSource, trailBucket } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { bucketMessages, judgeBuckets } from '../judge-buckets.ts';

export const check = defineCheck({
  id: 'cloudtrail-bucket-access-logging-disabled',
  topic: 'monitoring',
  severity: 'low',
  title: 'Access to the bucket of a trail is not logged',
  why: 'Who read or deleted log files is then known to nobody.',
  fix: 'Switch server access logging on, into another bucket: `aws s3api put-bucket-logging`.',
  misses: 'Data events of the bucket in another trail, which tell the same.',
  needs: ['trails', 'buckets'],
  messages: {
    FAIL: { off: 'Access to the bucket {bucket} of {trails} is not logged.' },
    PASS: { on: 'Access to the bucket {bucket} of {trails} is logged to {target}.' },
    ...bucketMessages,
  },

  judge: ({ sources, account }) =>
    judgeBuckets(
      sources,
      account,
      ({ accessLogBucket }) => accessLogBucket,
      (target) => (target === 'none' ? { message: 'off' } : { message: 'on', data: { target } }),
    ),
});

export const examples = (): CheckExample[] => [
  {
    name: 'off',
    expect: ['off'],
    severity: 'low',
    state: trailBucket({ accessLogBucket: readSource('none') }),
  },
  { name: 'on', expect: ['on'], state: trailBucket() },
  {
    name: 'refused',
    expect: ['unknown'],
    state: trailBucket({
      accessLogBucket: { status: 'unavailable', reason: 'denied', cause: 'GetBucketLogging was denied' },
    }),
  },
  { name: 'no trail', expect: ['no-buckets'], state: noTrails() },
];
