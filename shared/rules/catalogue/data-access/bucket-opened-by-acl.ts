import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, isObject, objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';

/** Groups that stand for everybody, and for everybody with an AWS account ("Access control list (ACL) overview", Amazon S3 User Guide). */
const publicGroup = /groups\/global\/(AllUsers|AuthenticatedUsers)\b/;
const publicCanned = /^(public-read|public-read-write|authenticated-read)$/;

/** Every text in a value, at any depth that S3 logs. */
const textsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (depth > 8 || (!Array.isArray(value) && !isObject(value))) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner, depth + 1));
};

const blocks = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** How a call opens a bucket or lets others do so; undefined when it does neither. */
type Opening = 'acl' | 'block' | 'ownership';

/** What a call says of one of the three guards: that it is open now, or closed. */
interface Said {
  readonly of: Opening;
  readonly isOpen: boolean;
}

const said: Readonly<Record<string, (event: IamEvent) => Said>> = {
  's3:PutBucketAcl': ({ request }) => ({
    of: 'acl',
    isOpen: textsIn(request).some((text) => publicCanned.test(text) || publicGroup.test(text)),
  }),
  's3:PutBucketPublicAccessBlock': ({ request }) => {
    const wanted = objectAt(request, 'PublicAccessBlockConfiguration');
    return { of: 'block', isOpen: blocks.some((block) => booleanAt(wanted, block) !== true) };
  },
  's3:DeleteBucketPublicAccessBlock': () => ({ of: 'block', isOpen: true }),
  's3:PutBucketOwnershipControls': ({ request }) => ({
    of: 'ownership',
    isOpen: findText(request, 'ObjectOwnership') !== 'BucketOwnerEnforced',
  }),
  's3:DeleteBucketOwnershipControls': () => ({ of: 'ownership', isOpen: true }),
};

const actions = Object.keys(said) as readonly Action[];
const closing: readonly Action[] = [
  's3:PutBucketAcl',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketOwnershipControls',
];

const bucketOf = (event: IamEvent): string => {
  const name = textAt(event.request, 'bucketName');
  return name === undefined ? accountArn(event) : `arn:${event.partition}:s3:::${name}`;
};

export default defineRule({
  id: 'bucket-opened-by-acl',
  kind: 'condition',
  severity: 'high',
  on: { actions },
  infrastructureAsCode: 'lower',
  title: 'S3 bucket opened to everybody, or its guards taken away',
  why: 'An access list can let in everybody without any policy. Block Public Access and disabled access lists are what keeps a single call from doing that; without them the next one does.',
  fix: 'Set the guard again with the command below, then read in data events (GetObject, ListBucket) who used the bucket meanwhile.',
  misses:
    'Access lists of single objects, which are data events. Buckets made with an open list (CreateBucket). Whether the block of the account still closes the bucket. Refused calls.',
  falsePositives:
    'Buckets of public websites. Buckets that take logs of services that still need access lists. Through CloudFormation it is told one level lower.',
  attack: ['T1530', 'T1562.001', 'T1537'],
  messages: {
    acl: '{actor} opened {resource} to everybody by its access list.',
    block: '{actor} took Block Public Access, or a part of it, off {resource} ({eventName}).',
    ownership: '{actor} let access lists count again in {resource} ({eventName}).',
  },
  undo: {
    acl: 'aws s3api put-bucket-acl --bucket {bucket} --acl private',
    block:
      'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    ownership:
      'aws s3api put-bucket-ownership-controls --bucket {bucket} --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"',
  },
  undoneBy: [
    {
      actions: closing,
      undoes(event) {
        const now = said[event.action]?.(event);
        return now === undefined || now.isOpen ? [] : [{ resource: bucketOf(event), aspect: now.of }];
      },
    },
    {
      actions: ['s3:DeleteBucket'],
      undoes: (event) =>
        (['acl', 'block', 'ownership'] as const).map((aspect) => ({ resource: bucketOf(event), aspect })),
    },
  ],

  evaluate(event) {
    const now = said[event.action]?.(event);
    if (now?.isOpen !== true) return [];
    const bucket = textAt(event.request, 'bucketName') ?? 'unknown';
    return [
      {
        message: now.of,
        severity: now.of === 'acl' ? 'high' : 'medium',
        resource: bucketOf(event),
        aspect: now.of,
        data: { bucket },
      },
    ];
  },
});

const bucketName = 'reports';
const grant = (URI: string) => ({
  bucketName,
  AccessControlPolicy: {
    AccessControlList: { Grant: [{ Grantee: { 'xsi:type': 'Group', URI }, Permission: 'READ' }] },
  },
});
const everybody = 'http://acs.amazonaws.com/groups/global/AllUsers';
const block = (on: boolean) => ({
  bucketName,
  PublicAccessBlockConfiguration: Object.fromEntries(
    blocks.map((name) => [name, name === 'BlockPublicPolicy' ? on : true]),
  ),
});
const ownership = (ObjectOwnership: string) => ({
  bucketName,
  OwnershipControls: { Rule: { ObjectOwnership } },
});

const loud = (): Example[] => [
  {
    name: 'a canned list',
    expect: ['acl'],
    severity: 'high',
    record: call('s3:PutBucketAcl', { request: { bucketName, 'x-amz-acl': ['public-read'] } }),
  },
  {
    name: 'a grant to everybody',
    expect: ['acl'],
    record: call('s3:PutBucketAcl', { request: grant(everybody) }),
  },
  {
    name: 'a grant in a header, to everybody with an AWS account',
    expect: ['acl'],
    record: call('s3:PutBucketAcl', {
      request: {
        bucketName,
        'x-amz-grant-write': ['uri="http://acs.amazonaws.com/groups/global/AuthenticatedUsers"'],
      },
    }),
  },
  {
    name: 'one of the four blocks switched off',
    expect: ['block'],
    severity: 'medium',
    record: call('s3:PutBucketPublicAccessBlock', { request: block(false) }),
  },
  {
    name: 'the block deleted',
    expect: ['block'],
    record: call('s3:DeleteBucketPublicAccessBlock', { request: { bucketName } }),
  },
  {
    name: 'lists count again',
    expect: ['ownership'],
    severity: 'medium',
    record: call('s3:PutBucketOwnershipControls', { request: ownership('ObjectWriter') }),
  },
  {
    name: 'the ownership rule deleted',
    expect: ['ownership'],
    record: call('s3:DeleteBucketOwnershipControls', { request: { bucketName } }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'a private list',
    expect: [],
    record: call('s3:PutBucketAcl', { request: { bucketName, 'x-amz-acl': ['private'] } }),
  },
  {
    name: 'a grant to the group that delivers logs',
    expect: [],
    record: call('s3:PutBucketAcl', { request: grant('http://acs.amazonaws.com/groups/s3/LogDelivery') }),
  },
  {
    name: 'all four blocks',
    expect: [],
    record: call('s3:PutBucketPublicAccessBlock', { request: block(true) }),
  },
  {
    name: 'lists switched off',
    expect: [],
    record: call('s3:PutBucketOwnershipControls', { request: ownership('BucketOwnerEnforced') }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('s3:PutBucketAcl', {
      request: { bucketName, 'x-amz-acl': ['public-read'] },
      error: denied('s3:PutBucketAcl', 'arn:aws:s3:::reports'),
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
