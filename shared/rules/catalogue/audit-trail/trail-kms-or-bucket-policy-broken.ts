import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { type Damage, damageOf } from '../../trail-damage.ts';
import { isTrailStorage, storageLookups, storageOf } from '../../trail-storage.ts';

const bucketActions = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucketEncryption',
  's3:PutBucketPolicy',
] as const satisfies readonly Action[];
const keyActions = [
  'kms:DisableKey',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
] as const satisfies readonly Action[];

const aspects: Readonly<Record<Damage, string>> = {
  bucket: 'bucket',
  policy: 'policy',
  encryption: 'encryption',
  key: 'key',
  keyPolicy: 'policy',
  unknown: 'policy',
};

const matchOf = (event: IamEvent, message: Damage): Match<Damage> => ({
  message,
  resource: storageOf(event),
  aspect: aspects[message],
  data: {},
  ...(message === 'unknown' ? { severity: 'high' as const } : {}),
});

const ends = (aspect: string) => (event: IamEvent) => [{ resource: storageOf(event), aspect }];

export default defineRule({
  id: 'trail-kms-or-bucket-policy-broken',
  kind: 'condition',
  severity: 'critical',
  on: { actions: [...bucketActions, ...keyActions] },
  outcome: 'attempted',
  title: 'Trail cut off from its bucket or key',
  why: 'The trail still says that it is logging, but it cannot write: its bucket does not take the files, or its key is out of use. Stopping a trail is noticed; this is not.',
  fix: 'Put back the policy, the encryption or the key, and check the trail (aws cloudtrail get-trail-status, LatestDeliveryError). CloudTrail keeps trying for a while; what it could not deliver then is lost.',
  misses:
    'Policies that refuse CloudTrail by a condition. Objects deleted, and Object Lock or versioning taken off. Topics and log groups of the trail. Buckets of trails of other accounts, unless the settings trailBuckets and trailKeys name them.',
  falsePositives:
    'Policies that let CloudTrail in by other ways than its service principal. A bucket that moves to a key which CloudTrail may use.',
  attack: ['T1562.008'],
  messages: {
    bucket: {
      done: '{actor} deleted {resource}, to which a trail writes.',
      tried: '{actor} tried to delete {resource}, to which a trail writes; AWS refused it.',
    },
    policy: {
      done: '{actor} took from {resource} the policy that lets CloudTrail write its log.',
      tried: '{actor} tried to take from {resource} the policy that lets CloudTrail write; AWS refused it.',
    },
    encryption: {
      done: '{actor} had {resource}, to which a trail writes, encrypt with another key.',
      tried:
        '{actor} tried to have {resource}, to which a trail writes, encrypt with another key; AWS refused it.',
    },
    key: {
      done: '{actor} put {resource} out of use, with which a trail encrypts ({eventName}).',
      tried: '{actor} tried to put {resource} out of use, with which a trail encrypts; AWS refused it.',
    },
    keyPolicy: {
      done: '{actor} wrote a policy for {resource} that no longer lets CloudTrail encrypt with it.',
      tried:
        '{actor} tried to write a policy for {resource} that no longer lets CloudTrail encrypt with it; AWS refused it.',
    },
    unknown: {
      done: '{actor} wrote a policy for {resource}, which a trail needs, that cannot be read.',
      tried: '{actor} tried to change the policy of {resource}, which a trail needs; AWS refused it.',
    },
  },
  undoneBy: [
    { actions: ['s3:CreateBucket'], undoes: ends('bucket') },
    // What the new policy says is found by the same event, and a condition that is opened and ended by one event stays open.
    { actions: ['s3:PutBucketPolicy', 'kms:PutKeyPolicy'], undoes: ends('policy') },
    { actions: ['s3:PutBucketEncryption', 's3:DeleteBucketEncryption'], undoes: ends('encryption') },
    // A key whose deletion is cancelled is disabled still.
    { actions: ['kms:EnableKey'], undoes: ends('key') },
  ],

  lookups(event, settings) {
    return damageOf(event) === undefined ? [] : storageLookups(event, settings);
  },

  evaluate(event, facts) {
    const message = damageOf(event);
    return message === undefined || !isTrailStorage(event, facts) ? [] : [matchOf(event, message)];
  },
});

const settings = {
  trailBuckets: ['audit-logs'],
  trailKeys: ['1234abcd-12ab-34cd-56ef-1234567890ab'],
};
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const trails = {
  '': [
    {
      name: 'main',
      arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main',
      bucket: 'audit-logs',
      kmsKeyId: keyArn,
    },
  ],
};
const statement = (Service: string, Action: string, Effect = 'Allow') => ({
  Statement: [{ Effect, Principal: { Service }, Action, Resource: '*' }],
});
const bucketCall = (action: Action, request: object = {}) =>
  call(action, { request: { bucketName: 'audit-logs', ...request } });

const loud = (): Example[] => [
  {
    name: 'the policy deleted',
    expect: ['policy'],
    severity: 'critical',
    record: bucketCall('s3:DeleteBucketPolicy'),
    settings,
  },
  {
    name: 'a policy without CloudTrail',
    expect: ['policy'],
    record: bucketCall('s3:PutBucketPolicy', {
      bucketPolicy: statement('logging.s3.amazonaws.com', 's3:PutObject'),
    }),
    lookups: { trails },
  },
  {
    name: 'a policy that refuses everybody',
    expect: ['policy'],
    record: bucketCall('s3:PutBucketPolicy', {
      bucketPolicy: {
        Statement: [
          ...statement('cloudtrail.amazonaws.com', 's3:PutObject').Statement,
          { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
        ],
      },
    }),
    settings,
  },
  { name: 'the bucket deleted', expect: ['bucket'], record: bucketCall('s3:DeleteBucket'), settings },
  {
    name: 'another key',
    expect: ['encryption'],
    record: bucketCall('s3:PutBucketEncryption', {
      ServerSideEncryptionConfiguration: {
        Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'mine' } },
      },
    }),
    settings,
  },
  {
    name: 'the key disabled, found by the trails',
    expect: ['key'],
    severity: 'critical',
    record: call('kms:DisableKey', { request: { keyId } }),
    settings: { trailKeys: ['alias/cloudtrail'] },
    lookups: { trails },
  },
  {
    name: 'a key policy without CloudTrail',
    expect: ['keyPolicy'],
    record: call('kms:PutKeyPolicy', {
      request: { keyId: keyArn, policy: JSON.stringify(statement('s3.amazonaws.com', 'kms:*')) },
    }),
    settings,
  },
  {
    name: 'a policy that cannot be read',
    expect: ['unknown'],
    severity: 'high',
    record: bucketCall('s3:PutBucketPolicy', { bucketPolicy: 'nonsense' }),
    settings,
  },
  {
    name: 'refused',
    expect: ['key'],
    severity: 'high',
    record: call('kms:ScheduleKeyDeletion', { error: denied('kms:ScheduleKeyDeletion', keyArn) }),
    settings,
  },
];

const quiet = (): Example[] => [
  {
    name: 'a policy that lets CloudTrail write over TLS only',
    expect: [],
    record: bucketCall('s3:PutBucketPolicy', {
      bucketPolicy: {
        Statement: [
          ...statement('cloudtrail.amazonaws.com', 's3:PutObject').Statement,
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    }),
    settings,
  },
  {
    name: 'a key policy with CloudTrail',
    expect: [],
    record: call('kms:PutKeyPolicy', {
      request: {
        keyId,
        policy: JSON.stringify(statement('cloudtrail.amazonaws.com', 'kms:GenerateDataKey*')),
      },
    }),
    settings,
  },
  {
    name: 'keys of S3',
    expect: [],
    record: bucketCall('s3:PutBucketEncryption', {
      ServerSideEncryptionConfiguration: {
        Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
      },
    }),
    settings,
  },
  {
    name: 'another bucket',
    expect: [],
    record: call('s3:DeleteBucketPolicy', { request: { bucketName: 'web' } }),
    lookups: { trails },
  },
  {
    name: 'trails that cannot be looked up',
    expect: [],
    record: bucketCall('s3:DeleteBucketPolicy'),
    undecided: 'unavailable',
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
