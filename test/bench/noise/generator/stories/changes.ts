import { roleArn } from '../identity.ts';
import type { Random } from '../random.ts';
import { type Change, type Deployed, documentOf, newFunction, ownTable } from './new-function.ts';

const newCode = (_: Random, { account, service }: Deployed): readonly Change[] =>
  ['api', 'worker'].flatMap((part) => [
    {
      action: 'lambda:UpdateFunctionCode20150331v2',
      request: {
        functionName: `${service}-${part}`,
        s3Bucket: `artifacts-${account}`,
        s3Key: `${service}.zip`,
        publish: true,
      },
    },
    {
      action: 'lambda:UpdateFunctionConfiguration20150331v2',
      request: {
        functionName: `${service}-${part}`,
        role: roleArn(account, `${service}-${part}`),
        environment: {},
      },
    },
  ]);

const newTask = (random: Random, { account, service }: Deployed): readonly Change[] => [
  {
    action: 'ecs:RegisterTaskDefinition',
    request: {
      family: service,
      taskRoleArn: roleArn(account, `${service}-task`),
      executionRoleArn: roleArn(account, 'ecs-execution'),
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          name: service,
          image: `${account}.dkr.ecr.eu-central-1.amazonaws.com/${service}:${random.hex(7)}`,
          essential: true,
        },
      ],
    },
  },
  {
    action: 'ecs:UpdateService',
    request: { cluster: 'main', service, taskDefinition: `${service}:${random.whole(20, 400)}` },
  },
];

/** A managed policy gets another statement, and with it another default version. */
const newPolicyVersion = (_: Random, deployed: Deployed): readonly Change[] => {
  const policyArn = `arn:aws:iam::${deployed.account}:policy/${deployed.service}-access`;
  return [
    { action: 'iam:DeletePolicyVersion', request: { policyArn, versionId: 'v3' } },
    {
      action: 'iam:CreatePolicyVersion',
      request: { policyArn, policyDocument: ownTable(deployed), setAsDefault: true },
      response: { policyVersion: { versionId: 'v8', isDefaultVersion: true } },
    },
  ];
};

const newBucket = (random: Random, { account, service }: Deployed): readonly Change[] => {
  const bucketName = `${service}-${random.hex(6)}-${account}`;
  const bucketPolicy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  };
  return [
    {
      action: 's3:CreateBucket',
      request: { bucketName, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } },
    },
    {
      action: 's3:PutBucketPublicAccessBlock',
      request: {
        bucketName,
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
    },
    { action: 's3:PutBucketEncryption', request: { bucketName } },
    { action: 's3:PutBucketPolicy', request: { bucketName, bucketPolicy } },
    {
      action: 's3:PutBucketLifecycle',
      request: {
        bucketName,
        LifecycleConfiguration: { Rule: { ID: 'old', Status: 'Enabled', Expiration: { Days: 90 } } },
      },
    },
  ];
};

const keyPolicy = (account: string): string =>
  documentOf(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { Service: 'logs.eu-central-1.amazonaws.com' },
      Action: ['kms:Encrypt*', 'kms:Decrypt*'],
      Resource: '*',
    },
  );

const newKey = (random: Random, { account, service }: Deployed): readonly Change[] => {
  const keyId = random.uuid();
  return [
    {
      action: 'kms:CreateKey',
      request: { policy: keyPolicy(account), description: service, keySpec: 'SYMMETRIC_DEFAULT' },
      response: { keyMetadata: { keyId } },
    },
    { action: 'kms:EnableKeyRotation', request: { keyId } },
    { action: 'kms:CreateAlias', request: { aliasName: `alias/${service}`, targetKeyId: keyId } },
    { action: 'kms:PutKeyPolicy', request: { keyId, policyName: 'default', policy: keyPolicy(account) } },
  ];
};

const newQueue = (_: Random, { account, service }: Deployed): readonly Change[] => {
  const arn = `arn:aws:sqs:eu-central-1:${account}:${service}-jobs`;
  const policy = documentOf({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arn,
    Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-central-1:${account}:${service}` } },
  });
  const queueUrl = `https://sqs.eu-central-1.amazonaws.com/${account}/${service}-jobs`;
  return [
    { action: 'sqs:CreateQueue', request: { queueName: `${service}-jobs` }, response: { queueUrl } },
    { action: 'sqs:SetQueueAttributes', request: { queueUrl, attributes: { Policy: policy } } },
    {
      action: 'sns:Subscribe',
      request: { topicArn: `arn:aws:sns:eu-central-1:${account}:${service}`, protocol: 'sqs', endpoint: arn },
    },
  ];
};

/** Who may assume the role of a service: here a second service. */
const newTrust = (_: Random, { account, service }: Deployed): readonly Change[] => [
  {
    action: 'iam:UpdateAssumeRolePolicy',
    request: {
      roleName: `${service}-worker`,
      policyDocument: documentOf(
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        { Effect: 'Allow', Principal: { AWS: roleArn(account, `${service}-api`) }, Action: 'sts:AssumeRole' },
      ),
    },
  },
];

const newInstances = (random: Random, { account, service }: Deployed): readonly Change[] => [
  { action: 'iam:CreateInstanceProfile', request: { instanceProfileName: `${service}-${random.hex(4)}` } },
  {
    action: 'iam:AddRoleToInstanceProfile',
    request: { instanceProfileName: `${service}-${random.hex(4)}`, roleName: `${service}-node` },
  },
  {
    action: 'ec2:CreateLaunchTemplateVersion',
    request: {
      CreateLaunchTemplateVersionRequest: {
        LaunchTemplateName: service,
        LaunchTemplateData: {
          IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/${service}` },
        },
      },
    },
  },
];

/** Terraform replaces a role whose name stays: it deletes it and makes it again. */
const replacedRole = (random: Random, deployed: Deployed): readonly Change[] => {
  const made = newFunction(random, deployed).slice(0, 3);
  const roleName = made[0]?.request['roleName'];
  return [
    { action: 'iam:DeleteRolePolicy', request: { roleName, policyName: 'own-table' } },
    { action: 'iam:DeleteRole', request: { roleName } },
    ...made,
  ];
};

/** A team may look into the cluster. */
const clusterAccess = (_: Random, { account, service }: Deployed): readonly Change[] => {
  const principalArn = roleArn(account, `${service}-team`);
  return [
    { action: 'eks:CreateAccessEntry', request: { name: 'main', principalArn, type: 'STANDARD' } },
    {
      action: 'eks:AssociateAccessPolicy',
      request: {
        name: 'main',
        principalArn,
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        accessScope: { type: 'namespace', namespaces: [service] },
      },
    },
  ];
};

/** A race of the provider: it asks for the role before IAM knows of it everywhere. */
const notYet = (_: Random, { account, service }: Deployed): readonly Change[] => [
  {
    action: 'lambda:CreateFunction20150331',
    request: { functionName: `${service}-late`, role: roleArn(account, `${service}-late`) },
    more: {
      error: [
        'InvalidParameterValueException',
        'The role defined for the function cannot be assumed by Lambda.',
      ],
    },
  },
];

const kinds = [
  newCode,
  newCode,
  newCode,
  newCode,
  newCode,
  newCode,
  newTask,
  newTask,
  newTask,
  newTask,
  newFunction,
  newFunction,
  newPolicyVersion,
  newPolicyVersion,
  newBucket,
  newQueue,
  newKey,
  newTrust,
  newInstances,
  notYet,
  replacedRole,
  clusterAccess,
  newCode,
  newTask,
] as const;

/** What a deployment changes: mostly code, now and then rights. */
export const changesOf = (random: Random, deployed: Deployed): readonly Change[] =>
  Array.from({ length: random.whole(1, 3) }, () => random.pick(kinds)(random, deployed)).flat();
