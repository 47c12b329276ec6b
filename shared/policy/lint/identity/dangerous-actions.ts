import { defineCheck, type LintCheck, type LintExample, ofStatements } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';
import { actionPlace, allowedEverywhere, named } from './scope.ts';

/** A check for actions that are allowed on every resource without a condition. */
const everywhere = (
  actions: readonly string[],
  what: string,
  check: Omit<LintCheck, 'find' | 'kinds'> & { readonly examples: readonly LintExample[] },
): LintCheck =>
  defineCheck({
    ...check,
    kinds: ['identity'],
    find: ofStatements((statement, { document }) => {
      const found = allowedEverywhere(statement, document, actions);
      return found.length === 0
        ? []
        : [{ place: actionPlace(statement), says: `${named(found)} on every resource: ${what}.` }];
    }),
  });

const at = '/Statement/0/Action';
const star = (Action: unknown) => policy(allow({ Action, Resource: '*' }));

/** Actions that open resources to others (Cloudsplaining, "Resource exposure"; service authorization reference, level "Permissions management"). */
const exposing = [
  's3:PutBucketPolicy',
  's3:PutBucketAcl',
  's3:PutObjectAcl',
  's3:PutAccountPublicAccessBlock',
  's3:PutBucketPublicAccessBlock',
  's3:PutAccessPointPolicy',
  'kms:PutKeyPolicy',
  'kms:CreateGrant',
  'lambda:AddPermission',
  'lambda:AddLayerVersionPermission',
  'ecr:SetRepositoryPolicy',
  'ecr-public:SetRepositoryPolicy',
  'sqs:AddPermission',
  'sqs:SetQueueAttributes',
  'sns:AddPermission',
  'sns:SetTopicAttributes',
  'secretsmanager:PutResourcePolicy',
  'ram:CreateResourceShare',
  'ram:AssociateResourceShare',
  'ec2:ModifySnapshotAttribute',
  'ec2:ModifyImageAttribute',
  'rds:ModifyDBSnapshotAttribute',
  'rds:ModifyDBClusterSnapshotAttribute',
  'dynamodb:PutResourcePolicy',
  'events:PutPermission',
  'glue:PutResourcePolicy',
  'backup:PutBackupVaultAccessPolicy',
  'es:UpdateDomainConfig',
  'elasticfilesystem:PutFileSystemPolicy',
  'glacier:SetVaultAccessPolicy',
  'logs:PutResourcePolicy',
];

export const resourceExposure = everywhere(exposing, 'its holder can open resources to anybody', {
  id: 'resource-exposure',
  severity: 'high',
  title: 'May open resources to others',
  explanation:
    'Whoever may write resource policies, ACLs and shares can hand data to another account or to the world.',
  fix: 'Allow it on named resources, or with a condition; deny it elsewhere with a control policy.',
  source: 'Cloudsplaining, "Resource exposure"',
  examples: [
    { name: 'one', document: star('s3:PutBucketPolicy'), expect: [at] },
    { name: 'by a wildcard', document: star('kms:Put*'), expect: [at] },
    {
      name: 'on one bucket',
      document: policy(allow({ Action: 's3:PutBucketPolicy', Resource: 'arn:aws:s3:::b' })),
      expect: [],
    },
    {
      name: 'denied',
      document: policy(
        allow({ Action: 's3:PutBucketPolicy', Resource: '*' }),
        deny({ Action: 's3:Put*', Resource: '*' }),
      ),
      expect: [],
    },
  ],
});

/** Actions whose answer holds a credential (Cloudsplaining, "Credentials exposure"; parliament, "credentials exposure"). */
const credentials = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'sts:GetFederationToken',
  'sts:AssumeRoot',
  'sso:GetRoleCredentials',
  'chime:CreateApiKey',
  'codepipeline:PollForJobs',
  'cognito-identity:GetOpenIdToken',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'cognito-identity:GetCredentialsForIdentity',
  'connect:GetFederationToken',
  'connect:GetFederationTokens',
  'ec2:GetPasswordData',
  'gamelift:RequestUploadCredentials',
  'lightsail:DownloadDefaultKeyPair',
  'lightsail:GetBucketAccessKeys',
  'lightsail:GetKeyPair',
  'lightsail:GetKeyPairs',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:CreateBucketAccessKey',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'mediapackage:RotateChannelCredentials',
  'mediapackage:RotateIngestEndpointCredentials',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'redshift-serverless:GetCredentials',
  'snowball:GetJobUnlockCode',
  'snowball:GetJobManifest',
  'storagegateway:DescribeChapCredentials',
  'appsync:CreateApiKey',
  'appsync:ListApiKeys',
  'codeartifact:GetAuthorizationToken',
  'ec2-instance-connect:SendSSHPublicKey',
  'ec2-instance-connect:SendSerialConsoleSSHPublicKey',
];

export const credentialsExposure = everywhere(credentials, 'its answer is a credential', {
  id: 'credentials-exposure',
  severity: 'high',
  title: 'May get credentials of others',
  explanation:
    'The call hands out a key, a password or a token, which outlives the session and acts as somebody else.',
  fix: 'Allow it on named users, clusters or databases.',
  source: 'Cloudsplaining, "Credentials exposure"; parliament',
  examples: [
    { name: 'keys of every user', document: star('iam:CreateAccessKey'), expect: [at] },
    { name: 'of a cluster', document: star(['redshift:GetClusterCredentials']), expect: [at] },
    {
      name: 'one’s own',
      document: policy(
        allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
      ),
      expect: [],
    },
  ],
});

export const dataExfiltration = everywhere(
  [
    's3:GetObject',
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
    'secretsmanager:GetSecretValue',
    'secretsmanager:BatchGetSecretValue',
    'rds:CopyDBSnapshot',
    'rds:CreateDBSnapshot',
    'dynamodb:Scan',
    'dynamodb:ExportTableToPointInTime',
  ],
  'all data of that kind can be read',
  {
    id: 'data-exfiltration',
    severity: 'medium',
    title: 'May read all data or secrets',
    explanation:
      'Every object, parameter or secret of the account can be read, also those that are not there yet.',
    fix: 'Name buckets, paths and secrets, or decide by tag.',
    source: 'Cloudsplaining, "Data exfiltration"',
    examples: [
      { name: 'all objects', document: star('s3:GetObject'), expect: [at] },
      { name: 'one bucket', document: policy(allow({})), expect: [] },
    ],
  },
);

export const auditTampering = everywhere(
  [
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
    'cloudtrail:DeleteEventDataStore',
    'config:StopConfigurationRecorder',
    'config:DeleteConfigurationRecorder',
    'config:DeleteDeliveryChannel',
    'guardduty:DeleteDetector',
    'guardduty:UpdateDetector',
    'guardduty:CreateIPSet',
    'securityhub:DisableSecurityHub',
    'access-analyzer:DeleteAnalyzer',
    'events:DeleteRule',
    'events:DisableRule',
    'events:RemoveTargets',
    'logs:DeleteLogGroup',
  ],
  'its holder can switch the recording off',
  {
    id: 'audit-tampering',
    severity: 'high',
    title: 'May switch off what records and watches',
    explanation:
      'Trails, Config, GuardDuty and the event rules (this monitor’s own among them) can be stopped before the next step is taken.',
    fix: 'Leave these to one role; deny them to all others with a control policy.',
    source: 'Own; MITRE ATT&CK T1562.008',
    examples: [
      { name: 'a trail', document: star('cloudtrail:StopLogging'), expect: [at] },
      { name: 'all of events', document: star('events:*'), expect: [at] },
      { name: 'reading a trail', document: star('cloudtrail:Get*'), expect: [] },
    ],
  },
);
