import { noTrails, readSource, trailBucket } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { bucketMessages, judgeBuckets } from '../judge-buckets.ts';

export const check = defineCheck({
  id: 'cloudtrail-bucket-mfa-delete-disabled',
  topic: 'monitoring',
  severity: 'low',
  title: 'Bucket of a trail has no MFA Delete',
  why: 'Whoever has the right key can delete what happened for good.',
  fix: 'Switch MFA Delete on as root, or better, use S3 Object Lock, which nobody can go around.',
  misses: 'S3 Object Lock, which protects better.',
  needs: ['trails', 'buckets'],
  messages: {
    FAIL: { off: 'The bucket {bucket} of {trails} has no MFA Delete.' },
    PASS: { on: 'The bucket {bucket} of {trails} has MFA Delete.' },
    ...bucketMessages,
  },

  judge: ({ sources, account }) =>
    judgeBuckets(
      sources,
      account,
      ({ hasMfaDelete }) => hasMfaDelete,
      (isOn) => ({ message: isOn ? 'on' : 'off' }),
    ),
});

export const examples = (): CheckExample[] => [
  { name: 'off', expect: ['off'], severity: 'low', state: trailBucket({ hasMfaDelete: readSource(false) }) },
  { name: 'on', expect: ['on'], state: trailBucket() },
  {
    name: 'refused',
    expect: ['unknown'],
    state: trailBucket({
      hasMfaDelete: { status: 'unavailable', reason: 'denied', cause: 'GetBucketVersioning was denied' },
    }),
  },
  { name: 'no trail', expect: ['no-buckets'], state: noTrails() },
];
