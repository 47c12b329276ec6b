import { call, denied } from '../../../events/example.ts';
import { booleanAt, type JsonObject } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { trailOf } from '../../trail.ts';

/** Switches that protect the trail while they are on. */
const protections = [
  'isMultiRegionTrail',
  'includeGlobalServiceEvents',
  'enableLogFileValidation',
  'isOrganizationTrail',
];

/** Where the log goes and how it is sealed: a new value moves it, an empty one ends it. */
const destinations = ['s3BucketName', 's3KeyPrefix', 'kmsKeyId', 'cloudWatchLogsLogGroupArn', 'snsTopicName'];

const weakenedBy = (request: JsonObject): readonly string[] => [
  ...protections.filter((field) => booleanAt(request, field) === false).map((field) => `${field}=false`),
  ...destinations
    .filter((field) => typeof request[field] === 'string')
    .map((field) => `${field}=${String(request[field])}`),
];

export default defineRule({
  id: 'cloudtrail-updated',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['cloudtrail:UpdateTrail'] },
  outcome: 'attempted',
  title: 'CloudTrail trail changed',
  why: 'A trail that writes to another bucket, covers one region only or no longer seals its files is still "on", and nobody looks.',
  fix: 'Compare the trail with how you set it up (aws cloudtrail get-trail) and put back what differs.',
  misses:
    'What was there before: the call says only what is new. Selectors, which PutEventSelectors changes.',
  falsePositives:
    'The console sends every setting with each change, so that an unchanged bucket is listed too.',
  attack: ['T1562.008'],
  messages: {
    weakened: {
      done: '{actor} changed trail {resource}: {changes}.',
      tried: '{actor} tried to change trail {resource} ({changes}); AWS refused it.',
    },
    updated: {
      done: '{actor} changed trail {resource}.',
      tried: '{actor} tried to change trail {resource}; AWS refused it.',
    },
  },

  evaluate(event) {
    const changes = weakenedBy(event.request);
    const resource = trailOf(event);
    return changes.length > 0
      ? [{ message: 'weakened', resource, severity: 'high', data: { changes } }]
      : [{ message: 'updated', resource, data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'another bucket',
    expect: ['weakened'],
    severity: 'high',
    record: call('cloudtrail:UpdateTrail', { request: { name: 'main', s3BucketName: 'elsewhere' } }),
  },
  {
    name: 'one region only, no encryption, as text',
    expect: ['weakened'],
    severity: 'high',
    record: call('cloudtrail:UpdateTrail', {
      request: { name: 'main', isMultiRegionTrail: 'false', kmsKeyId: '' },
    }),
  },
  {
    name: 'all regions',
    expect: ['updated'],
    severity: 'medium',
    record: call('cloudtrail:UpdateTrail', { request: { name: 'main', isMultiRegionTrail: true } }),
  },
  {
    name: 'refused',
    expect: ['updated'],
    severity: 'low',
    record: call('cloudtrail:UpdateTrail', {
      error: denied('cloudtrail:UpdateTrail', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main'),
    }),
  },
  {
    name: 'no such bucket',
    expect: [],
    record: call('cloudtrail:UpdateTrail', {
      request: { name: 'main', s3BucketName: 'nowhere' },
      error: { code: 'S3BucketDoesNotExistException' },
    }),
  },
];
