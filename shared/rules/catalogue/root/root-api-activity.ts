import { call, denied, root, service, signIn, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-api-activity',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  serviceInitiated: 'skip',
  on: { anyCall: { userIdentity: { type: ['Root'] } } },
  title: 'Root user called AWS',
  why: 'Daily work never needs root. A change made as root is beyond every IAM policy and permissions boundary, which is why a thief of root starts here.',
  fix: "Ask the keepers of root what the call was for. If nobody knows, change the root password, delete root's access keys, and undo what the session did, beginning with its IAM and CloudTrail calls.",
  misses:
    "Sign-ins and root password events, which have their own rules. Reads (Get*, List*, Describe*) where only write calls are forwarded. Calls in a service's own name.",
  falsePositives:
    'Tasks that only root can do. Sessions that an organization\'s management account opened with sts:AssumeRoot. Work AWS does as root on a customer\'s behalf comes from "AWS Internal" and is rated medium.',
  attack: ['T1078.004'],
  messages: {
    changed: {
      done: 'The root user of account {account} called {eventName} of {service} from {sourceIp}.',
      tried:
        'The root user of account {account} tried to call {eventName} of {service} from {sourceIp}; AWS refused it.',
    },
    read: {
      done: 'The root user of account {account} read with {eventName} of {service} from {sourceIp}.',
      tried:
        'The root user of account {account} tried to read with {eventName} of {service}; AWS refused it.',
    },
  },

  evaluate(event) {
    const isSignIn = event.source.startsWith('signin.');
    // AWS creates service-linked roles when root merely opens a service's page.
    const isNoAct = event.type === 'AwsServiceEvent' || event.name === 'CreateServiceLinkedRole';
    if (event.actor.type !== 'Root' || isSignIn || isNoAct) return [];
    const resource = accountArn(event);
    const data = { service: event.source };
    if (event.readOnly) return [{ message: 'read', severity: 'low', resource, data }];
    const isInternal = event.sourceIp === 'AWS Internal';
    return [
      // Each kind of change is news; what it hit is in the event.
      {
        message: 'changed',
        resource,
        aspect: event.action,
        data,
        ...(isInternal ? { severity: 'medium' } : {}),
      },
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'root changes something',
    expect: ['changed'],
    severity: 'high',
    record: call('s3:DeleteBucket', { by: root(), request: { bucketName: 'logs' } }),
  },
  {
    name: 'root in the console',
    expect: ['changed'],
    severity: 'high',
    record: call('iam:CreateUser', {
      by: root({ invokedBy: 'signin.amazonaws.com' }),
      request: { userName: 'eve' },
    }),
  },
  {
    name: 'root is refused by a service control policy',
    expect: ['changed'],
    severity: 'medium',
    record: call('cloudtrail:StopLogging', { by: root(), error: denied('cloudtrail:StopLogging') }),
  },
  {
    name: 'root reads',
    expect: ['read'],
    severity: 'low',
    record: call('iam:GetAccountSummary', { by: root(), readOnly: true }),
  },
  {
    name: 'root is refused a read',
    expect: ['read'],
    severity: 'info',
    record: call('s3:ListBuckets', { by: root(), readOnly: true, error: denied('s3:ListAllMyBuckets') }),
  },
  {
    name: 'AWS acts as root',
    expect: ['changed'],
    severity: 'medium',
    record: call('iam:AttachUserPolicy', {
      by: root({ invokedBy: 'AWS Internal' }),
      sourceIp: 'AWS Internal',
    }),
  },
  { name: 'root signs in', expect: [], record: signIn(root(), { mfa: true }) },
  {
    name: 'a service acts for root',
    expect: [],
    record: call('kms:Decrypt', {
      by: root({ invokedBy: 'rds.amazonaws.com' }),
      sourceIp: 'rds.amazonaws.com',
    }),
  },
  {
    name: 'a service-linked role comes with opening a page',
    expect: [],
    record: call('iam:CreateServiceLinkedRole', { by: root() }),
  },
  {
    name: 'a service event',
    expect: [],
    record: call('kms:RotateKey', { by: root(), record: { eventType: 'AwsServiceEvent' } }),
  },
  {
    name: 'a call that failed for another reason',
    expect: [],
    record: call('s3:DeleteBucket', { by: root(), error: { code: 'NoSuchBucket' } }),
  },
  { name: 'an IAM user named root', expect: [], record: call('iam:CreateUser', { by: user('root') }) },
  { name: 'a service', expect: [], record: call('sts:AssumeRole', { by: service('ec2.amazonaws.com') }) },
];
