import { awsService, roleSession, serviceLinked } from '../identity.ts';
import { accounts } from '../organization.ts';
import { type Chatter, sinceOf, someAccount, workloads } from './workloads.ts';

const watchers: readonly (readonly [service: string, role: string, actions: readonly string[]])[] = [
  [
    'config.amazonaws.com',
    'AWSServiceRoleForConfig',
    [
      'iam:GetRole',
      'iam:ListRoles',
      'iam:GetAccountAuthorizationDetails',
      's3:GetBucketPolicy',
      'ec2:DescribeSecurityGroups',
      'kms:DescribeKey',
      'lambda:ListFunctions20150331',
      'organizations:DescribeOrganization',
      'iam:GenerateCredentialReport',
      'iam:GetCredentialReport',
    ],
  ],
  [
    'securityhub.amazonaws.com',
    'AWSServiceRoleForSecurityHub',
    [
      'config:DescribeConfigurationRecorders',
      'config:PutEvaluations',
      'iam:GetAccountPasswordPolicy',
      'cloudtrail:DescribeTrails',
    ],
  ],
  [
    'access-analyzer.amazonaws.com',
    'AWSServiceRoleForAccessAnalyzer',
    ['iam:GetRole', 's3:GetBucketPolicy', 'kms:GetKeyPolicy', 'sqs:GetQueueAttributes', 'iam:ListRoles'],
  ],
  [
    'inspector2.amazonaws.com',
    'AWSServiceRoleForAmazonInspector2',
    ['ec2:DescribeInstances', 'ecr:DescribeImages', 'ssm:DescribeInstanceInformation'],
  ],
  [
    'backup.amazonaws.com',
    'AWSServiceRoleForBackup',
    [
      'ec2:CreateSnapshot',
      'rds:CreateDBSnapshot',
      'ec2:DescribeSnapshots',
      'dynamodb:DescribeTable',
      'rds:ListTagsForResource',
    ],
  ],
  [
    'trustedadvisor.amazonaws.com',
    'AWSServiceRoleForTrustedAdvisor',
    [
      'iam:GetAccountSummary',
      'ec2:DescribeInstances',
      'rds:DescribeDBInstances',
      'servicequotas:GetServiceQuota',
    ],
  ],
  [
    'guardduty.amazonaws.com',
    'AWSServiceRoleForAmazonGuardDuty',
    ['ec2:DescribeInstances', 'ec2:DescribeVpcEndpoints', 'organizations:ListAccounts'],
  ],
];

/** Services that watch the account with their own roles. */
export const watcher: Chatter = (at, random, emit) => {
  const account = accounts[random.pick([...workloads, 'security', 'management', 'shared'] as const)];
  const [service, role, actions] = random.pick(watchers);
  emit(at, {
    action: random.pick(actions),
    by: roleSession(serviceLinked(account, service, role, service.split('.')[0] ?? service, sinceOf(at, 1))),
    account,
    ip: service,
    agent: service,
  });
};

/** CloudTrail and load balancers ask who may write to the bucket of logs. */
export const bucketCheck: Chatter = (at, random, emit) => {
  const service = random.pick([
    'cloudtrail.amazonaws.com',
    'config.amazonaws.com',
    'delivery.logs.amazonaws.com',
  ]);
  emit(at, {
    action: 's3:GetBucketAcl',
    by: awsService(service),
    account: accounts.logs,
    ip: service,
    agent: service,
    request: { bucketName: 'example-org-trail' },
  });
};

/** KMS and Secrets Manager change their keys and secrets by themselves. */
export const rotation: Chatter = (at, random, emit) => {
  const account = someAccount(random);
  if (random.chance(0.4))
    emit(at, {
      action: 'kms:RotateKey',
      by: { accountId: account, invokedBy: 'AWS Internal' },
      account,
      ip: 'AWS Internal',
      agent: 'AWS Internal',
      readOnly: false,
      eventType: 'AwsServiceEvent',
      record: { serviceEventDetails: { keyId: random.uuid() } },
    });
  else
    emit(at, {
      action: 'secretsmanager:RotationSucceeded',
      by: { accountId: account, invokedBy: 'secretsmanager.amazonaws.com' },
      account,
      ip: 'secretsmanager.amazonaws.com',
      agent: 'secretsmanager.amazonaws.com',
      readOnly: false,
      eventType: 'AwsServiceEvent',
    });
};
