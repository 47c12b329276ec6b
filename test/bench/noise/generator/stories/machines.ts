import {
  awsService,
  clusterProvider,
  instanceSession,
  keyOf,
  podSession,
  roleArn,
  roleSession,
  type Session,
  serviceLinked,
} from '../identity.ts';
import { accounts, natAddress } from '../organization.ts';
import { type Random, randomOf } from '../random.ts';
import { inWords } from '../record.ts';
import { hour, second } from '../scene.ts';
import { type Chatter, services, sinceOf, someAccount } from './workloads.ts';

export const assumedByService =
  (service: string, roleOf: (random: Random) => string, sessionOf: (random: Random) => string): Chatter =>
  (at, random, emit) => {
    const account = someAccount(random);
    const role = roleOf(random);
    const session: Session = { account, role, session: sessionOf(random), since: at };
    emit(at, {
      action: 'sts:AssumeRole',
      by: awsService(service),
      account,
      ip: service,
      agent: service,
      request: { roleArn: roleArn(account, role), roleSessionName: session.session },
      response: {
        credentials: { accessKeyId: keyOf(session), expiration: inWords(at + hour) },
        assumedRoleUser: { arn: roleSession(session)['arn'] },
      },
      record: {
        sharedEventID: random.uuid(),
        resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: roleArn(account, role) }],
      },
    });
  };

const lambdaSession = (account: string, name: string, at: number): Session => ({
  account,
  role: name,
  session: name,
  since: sinceOf(at, 6),
});

/** A function starts: it reads its configuration. */
export const lambdaStart: Chatter = (at, random, emit) => {
  const account = someAccount(random);
  const name = `${random.pick(services)}-${random.pick(['api', 'worker'])}`;
  const common = {
    by: roleSession(lambdaSession(account, name, at)),
    account,
    ip: natAddress(account),
    agent: 'aws-sdk-js/3.1090.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#24.4.1 exec-env/AWS_Lambda_nodejs24.x',
  };
  emit(at, { ...common, action: 'logs:CreateLogStream', request: { logGroupName: `/aws/lambda/${name}` } });
  emit(at + second, {
    ...common,
    action: 'secretsmanager:GetSecretValue',
    request: { secretId: `${name}/database` },
  });
  emit(at + second, {
    ...common,
    action: 'ssm:GetParameters',
    request: { names: [`/${name}/endpoint`, `/${name}/limits`], withDecryption: true },
  });
};

export const decrypt: Chatter = (at, random, emit) => {
  const account = someAccount(random);
  const via = random.pick([
    'secretsmanager.amazonaws.com',
    'ssm.amazonaws.com',
    'lambda.amazonaws.com',
    's3.amazonaws.com',
  ]);
  const name = `${random.pick(services)}-api`;
  emit(at, {
    action: random.pick(['kms:Decrypt', 'kms:Decrypt', 'kms:GenerateDataKey']),
    by: roleSession({ ...lambdaSession(account, name, at), invokedBy: via }),
    account,
    ip: via,
    agent: via,
    request: {
      encryptionContext: { SecretARN: `arn:aws:secretsmanager:eu-central-1:${account}:secret:${name}` },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    },
  });
};

const instanceOf = (account: string, random: Random): string =>
  `i-0${randomOf(`instance ${account} ${random.whole(1, 6)}`).hex(16)}`;

const instanceCalls = [
  'ssm:UpdateInstanceInformation',
  'ssm:ListInstanceAssociations',
  'ssm:PutInventory',
  'ecr:GetAuthorizationToken',
  'ecr:BatchGetImage',
  'ec2:DescribeTags',
  'ec2:DescribeInstances',
  'secretsmanager:GetSecretValue',
  'cloudwatch:PutMetricData',
];

/** The agents of an instance, through the NAT gateway. */
export const instance: Chatter = (at, random, emit) => {
  const account = someAccount(random);
  const action = random.pick(instanceCalls);
  const id = instanceOf(account, random);
  emit(at, {
    action,
    by: roleSession(instanceSession(account, 'ecs-node', id, sinceOf(at, 6))),
    account,
    ip: natAddress(account),
    agent: action.startsWith('ssm:')
      ? 'aws-sdk-go/1.55.6 (go1.24.4; linux; amd64) amazon-ssm-agent/'
      : 'Amazon ECS Agent - v1.102.0 (aws-sdk-go-v2/1.36.5)',
    request: action.endsWith('GetSecretValue') ? { secretId: 'registry/token' } : { instanceId: id },
  });
};

const podRoles: Readonly<Record<string, readonly string[]>> = {
  'cluster-autoscaler': [
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:SetDesiredCapacity',
    'ec2:DescribeInstanceTypes',
    'ec2:DescribeLaunchTemplateVersions',
  ],
  'aws-load-balancer-controller': [
    'elasticloadbalancing:DescribeTargetHealth',
    'elasticloadbalancing:RegisterTargets',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
  ],
  'external-dns': [
    'route53:ListHostedZones',
    'route53:ListResourceRecordSets',
    'route53:ChangeResourceRecordSets',
  ],
  'external-secrets': [
    'secretsmanager:GetSecretValue',
    'secretsmanager:ListSecrets',
    'secretsmanager:DescribeSecret',
  ],
  'ebs-csi-controller': ['ec2:DescribeVolumes', 'ec2:AttachVolume', 'ec2:CreateTags', 'ec2:CreateVolume'],
  karpenter: [
    'ec2:RunInstances',
    'ec2:DescribeInstances',
    'ec2:TerminateInstances',
    'ec2:CreateFleet',
    'iam:GetInstanceProfile',
    'ssm:GetParameter',
  ],
};

/** A controller of a cluster gets a session, and does its work. */
export const pod: Chatter = (at, random, emit) => {
  const account = accounts[random.pick(['dev', 'prod', 'prod'] as const)];
  const role = random.pick(Object.keys(podRoles));
  const session = podSession(account, `eks-${role}`, String(sinceOf(at, 1)), sinceOf(at, 1));
  const subject = `system:serviceaccount:kube-system:${role}`;
  const provider = clusterProvider(account);
  const agent = 'aws-sdk-go-v2/1.41.1 ua/2.1 os/linux lang/go#1.25.4 md/GOARCH#arm64';
  const common = { account, ip: natAddress(account), agent };
  emit(at, {
    ...common,
    action: 'sts:AssumeRoleWithWebIdentity',
    by: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    },
    request: { roleArn: roleArn(account, session.role), roleSessionName: session.session },
    response: {
      credentials: { accessKeyId: keyOf(session), expiration: inWords(at + hour) },
      subjectFromWebIdentityToken: subject,
      provider,
      audience: 'sts.amazonaws.com',
    },
  });
  for (const action of (podRoles[role] ?? []).slice(0, random.whole(1, 6)))
    emit(at + random.whole(1, 60) * second, {
      ...common,
      action,
      by: roleSession(session),
      request: action.endsWith('GetSecretValue') ? { secretId: `cluster/${random.pick(services)}` } : {},
    });
};

export const autoscaling: Chatter = (at, random, emit) => {
  const account = someAccount(random);
  const service = 'autoscaling.amazonaws.com';
  const by = roleSession(
    serviceLinked(account, service, 'AWSServiceRoleForAutoScaling', 'AutoScaling', sinceOf(at, 1)),
  );
  emit(at, {
    action: random.pick([
      'ec2:RunInstances',
      'ec2:TerminateInstances',
      'ec2:DescribeInstanceStatus',
      'ec2:CreateFleet',
      'elasticloadbalancing:RegisterTargets',
    ]),
    by,
    account,
    ip: service,
    agent: service,
    request: {
      launchTemplate: { launchTemplateName: 'ecs-node', version: '$Latest' },
      iamInstanceProfile: { name: 'ecs-node' },
    },
  });
};
