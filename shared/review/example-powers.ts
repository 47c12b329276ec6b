import type { DocumentCase } from './example-documents.ts';

/** Cases of the checks that ask whether a document decrypts with every key. */
export const decryptCases = (): readonly DocumentCase[] => [
  {
    name: 'kms:Decrypt on everything',
    expect: 'all',
    severity: 'medium',
    statements: [{ Action: 'kms:Decrypt' }],
  },
  { name: 'kms:ReEncrypt* on everything', expect: 'all', statements: [{ Action: 'KMS:reencrypt*' }] },
  {
    name: 'every key, by its ARN',
    expect: 'all',
    statements: [{ Action: 'kms:*', Resource: 'arn:aws:kms:*:111122223333:key/*' }],
  },
  {
    name: 'for one service only',
    expect: 'conditional',
    severity: 'low',
    statements: [
      {
        Action: 'kms:Decrypt',
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
      },
    ],
  },
  {
    name: 'one key',
    expect: 'less',
    statements: [{ Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-central-1:111122223333:key/1' }],
  },
  { name: 'encrypting only', expect: 'less', statements: [{ Action: 'kms:Encrypt' }] },
  {
    name: 'denied again',
    expect: 'less',
    statements: [{ Action: 'kms:*' }, { Effect: 'Deny', Action: ['kms:Decrypt', 'kms:ReEncryptFrom'] }],
  },
];

const subscribe = 'aws-marketplace:Subscribe';
const marketplace = { Action: 'aws-marketplace:*' };

/** Cases of the checks that ask whether a document subscribes to anything in AWS Marketplace. */
export const subscribeCases = (): readonly DocumentCase[] => [
  { name: `${subscribe} on everything`, expect: 'all', severity: 'low', statements: [{ Action: subscribe }] },
  { name: 'everything in it', expect: 'all', statements: [marketplace] },
  {
    name: 'some products only',
    expect: 'conditional',
    severity: 'info',
    statements: [
      {
        Action: subscribe,
        Condition: { 'ForAnyValue:StringEquals': { 'aws-marketplace:ProductId': 'prod-1' } },
      },
    ],
  },
  {
    name: 'denied again on everything',
    expect: 'less',
    statements: [marketplace, { Effect: 'Deny', Action: subscribe }],
  },
  {
    name: 'denied again on something',
    expect: 'all',
    statements: [
      marketplace,
      {
        Effect: 'Deny',
        Action: subscribe,
        Resource: 'arn:aws:aws-marketplace:us-east-1:111122223333:x/y',
      },
    ],
  },
  { name: 'looking only', expect: 'less', statements: [{ Action: 'aws-marketplace:View*' }] },
];

// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
const ownUser = 'arn:aws:iam::*:user/${aws:username}';

/** Cases of the checks that ask whether a document opens ways to more access. */
export const escalationCases = (): readonly DocumentCase[] => [
  {
    name: 'attach any policy to any user',
    expect: 'escalates',
    severity: 'high',
    statements: [{ Action: 'iam:AttachUserPolicy' }],
  },
  {
    name: 'pass any role to a new function, and call it',
    expect: 'escalates',
    severity: 'high',
    statements: [{ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }],
  },
  {
    name: 'change the code of functions that have roles',
    expect: 'escalates',
    severity: 'medium',
    statements: [{ Action: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] }],
  },
  { name: 'everything', expect: 'everything', statements: [{ Action: '*' }] },
  {
    name: 'with MFA only',
    expect: 'conditional',
    severity: 'medium',
    statements: [
      { Action: 'iam:CreateAccessKey', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    ],
  },
  {
    name: 'denied again',
    expect: 'less',
    statements: [{ Action: 'iam:*' }, { Effect: 'Deny', Action: 'iam:*' }],
  },
  {
    name: 'keys of oneself only',
    expect: 'less',
    statements: [{ Action: 'iam:CreateAccessKey', Resource: ownUser }],
  },
  { name: 'reading', expect: 'less', statements: [{ Action: ['iam:Get*', 'iam:List*', 's3:*'] }] },
  { name: 'take on roles', expect: 'less', statements: [{ Action: 'sts:AssumeRole' }] },
];
