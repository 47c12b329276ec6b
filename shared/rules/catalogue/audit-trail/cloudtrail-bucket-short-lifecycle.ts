import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { bucketLookups, bucketOf, isTrailBucket, storageOf } from '../../trail-storage.ts';

/** An investigation begins days after the deed; who clears the log wants less. */
const shortDays = 7;
const millisOfDay = 86_400_000;

const isEnabled = (rule: JsonObject): boolean => textAt(rule, 'Status') !== 'Disabled';

/** Days after which the rule deletes objects; undefined for a rule that deletes none (it archives them, or removes markers). */
const daysOf = (rule: JsonObject, time: string): number | undefined => {
  const expiration = objectAt(rule, 'Expiration');
  const days = Number(expiration['Days'] ?? Number.NaN);
  if (Number.isFinite(days)) return days;
  const date = Date.parse(textAt(expiration, 'Date') ?? '');
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.parse(time)) / millisOfDay);
};

/** The shortest life that the enabled rules of the call leave to objects, in days. */
const shortestLife = ({ request, time }: IamEvent): number | undefined => {
  const lives = listAt(objectAt(request, 'LifecycleConfiguration'), 'Rule')
    .filter(isObject)
    .filter(isEnabled)
    .flatMap((rule) => daysOf(rule, time) ?? []);
  return lives.length === 0 ? undefined : Math.min(...lives);
};

const isShort = (event: IamEvent): boolean => {
  const days = shortestLife(event);
  return days === undefined ? event.outcome === 'denied' : days < shortDays;
};

export default defineRule({
  id: 'cloudtrail-bucket-short-lifecycle',
  kind: 'condition',
  severity: 'high',
  // S3 logs both versions of the call as the first (Amazon S3 User Guide, "Amazon S3 bucket-level actions that are tracked").
  on: { actions: ['s3:PutBucketLifecycle', 's3:PutBucketLifecycleConfiguration'] },
  outcome: 'attempted',
  title: 'Logs of a trail made to expire within days',
  why: 'The trail goes on recording, and S3 deletes what it recorded before anybody reads it. Nothing looks switched off.',
  fix: 'Take the rule away today: S3 expires objects about once a day. What is gone can be had back only from versions of the objects, from a copy, or from CloudTrail’s own 90 days of event history.',
  misses:
    'Old versions of objects that are made to expire. Deleted objects, which only data events show. Buckets of trails of other accounts, unless the setting trailBuckets names them.',
  falsePositives: 'Rules for one prefix of a bucket that holds other things, too.',
  attack: ['T1562.008', 'T1070', 'T1485.001'],
  messages: {
    short: {
      done: '{actor} made objects of {bucket}, to which a trail writes, expire after {days} days.',
      tried:
        '{actor} tried to make objects of {bucket}, to which a trail writes, expire soon; AWS refused it.',
    },
    named: {
      done: '{actor} made objects of {bucket}, which looks like a bucket of a trail, expire after {days} days.',
      tried:
        '{actor} tried to make objects of {bucket}, which looks like a bucket of a trail, expire soon; AWS refused it.',
    },
  },
  undo: { short: 'aws s3api delete-bucket-lifecycle --bucket {bucket}' },
  undoneBy: [
    {
      // What the new rules say is found by the same event, and a condition that is opened and ended by one event stays open.
      actions: ['s3:PutBucketLifecycle', 's3:PutBucketLifecycleConfiguration', 's3:DeleteBucketLifecycle'],
      undoes: (event) => [{ resource: storageOf(event) }],
    },
  ],

  lookups: (event, settings) => (isShort(event) ? bucketLookups(bucketOf(event), settings) : []),

  evaluate(event, facts) {
    if (!isShort(event)) return [];
    const bucket = bucketOf(event) ?? 'unknown';
    const data = { bucket, days: Math.floor(shortestLife(event) ?? 0) };
    const resource = storageOf(event);
    if (isTrailBucket(bucket, facts)) return [{ message: 'short', resource, data }];
    return /trail/i.test(bucket) ? [{ message: 'named', severity: 'low', resource, data }] : [];
  },
});

const settings = { trailBuckets: ['audit-logs'] };
const put = (Rule: unknown, bucketName = 'audit-logs') =>
  call('s3:PutBucketLifecycle', { request: { bucketName, lifecycle: '', LifecycleConfiguration: { Rule } } });
const expiring = (Expiration: object, Status = 'Enabled') => ({ ID: 'x', Status, Prefix: '', Expiration });

export const examples = (): Example[] => [
  {
    name: 'after a day',
    expect: ['short'],
    severity: 'high',
    record: put(expiring({ Days: 1 })),
    settings,
  },
  {
    name: 'by one of two rules, with days as text',
    expect: ['short'],
    record: put([expiring({ Days: '400' }), expiring({ Days: '6' })]),
    settings,
  },
  {
    name: 'on a date that is near',
    expect: ['short'],
    record: put(expiring({ Date: '2026-03-06T00:00:00.000Z' })),
    settings,
  },
  {
    name: 'of the bucket that a trail of the account writes to',
    expect: ['short'],
    record: put(expiring({ Days: 1 })),
    lookups: {
      trails: {
        '': [{ name: 'main', arn: 'arn:aws:cloudtrail:us-east-1:1:trail/main', bucket: 'audit-logs' }],
      },
    },
  },
  {
    name: 'of a bucket that is called so',
    expect: ['named'],
    severity: 'low',
    record: put(expiring({ Days: 1 }), 'old-cloudtrail'),
    settings,
  },
  {
    name: 'refused',
    expect: ['short'],
    severity: 'medium',
    record: call('s3:PutBucketLifecycle', {
      error: denied('s3:PutLifecycleConfiguration', 'arn:aws:s3:::audit-logs'),
    }),
    settings,
  },
  { name: 'after a year', expect: [], record: put(expiring({ Days: 365 })), settings },
  { name: 'a rule that is off', expect: [], record: put(expiring({ Days: 1 }, 'Disabled')), settings },
  {
    name: 'archived, not deleted',
    expect: [],
    record: put({ Status: 'Enabled', Transition: { Days: 1, StorageClass: 'GLACIER' } }),
    settings,
  },
  {
    name: 'markers only',
    expect: [],
    record: put(expiring({ ExpiredObjectDeleteMarker: true })),
    settings,
  },
  { name: 'another bucket', expect: [], record: put(expiring({ Days: 1 }), 'tmp'), settings },
  {
    name: 'trails that cannot be looked up',
    expect: [],
    record: put(expiring({ Days: 1 })),
    undecided: 'unavailable',
  },
];
