import {
  iamUser,
  instanceSession,
  longTermKey,
  podSession,
  portalUser,
  roleArn,
  roleSession,
  type Session,
} from '../identity.ts';
import { accounts, natAddress, people } from '../organization.ts';
import type { Fields } from '../record.ts';
import { between, clockFrom, hour, type Scene } from '../scene.ts';
import { cli } from './people.ts';

const clusterAgent = 'aws-sdk-go-v2/1.41.1 ua/2.1 os/linux lang/go#1.25.4 md/GOARCH#arm64';
const lambdaAgent =
  'Boto3/1.42.12 md/Botocore#1.42.12 ua/2.1 os/linux lang/python#3.13.9 exec-env/AWS_Lambda_python3.13';

/** A new version of a program lacks a permission and asks again and again, for two days, until somebody looks. */
const brokenProgram = (scene: Scene): void => {
  const { day, random, emit } = scene;
  if (day.number % 12 > 1) return;
  const session: Session = {
    account: accounts.prod,
    role: 'reports-task',
    session: random.hex(32),
    since: day.start,
  };
  const by = roleSession(session);
  const next = clockFrom(random, between(scene, 7, 9), [60, 600]);
  for (let tries = 45; tries > 0; tries -= 1)
    emit(next(), {
      action: 's3:ListBuckets',
      by,
      account: accounts.prod,
      ip: natAddress(accounts.prod),
      agent: 'aws-sdk-js/3.1090.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#24.4.1 exec-env/AWS_ECS_FARGATE',
      error: ['AccessDenied', `User: ${by['arn']} is not authorized to perform: s3:ListAllMyBuckets`],
    });
};

/** The External Secrets Operator reads all secrets of the cluster anew, every six hours. */
const secretsRefresh = (scene: Scene): void => {
  const { day, random, emit, size } = scene;
  const account = accounts.prod;
  for (let round = 0; round < 4; round += 1) {
    const since = day.start + round * 6 * hour;
    const by = roleSession(podSession(account, 'eks-external-secrets', String(since), since));
    const next = clockFrom(random, since + 600_000, [0, 2]);
    for (let secret = 0; secret < Math.max(8, 25 * size.machines); secret += 1)
      emit(next(), {
        action: 'secretsmanager:GetSecretValue',
        by,
        account,
        ip: natAddress(account),
        agent: `${clusterAgent} external-secrets`,
        request: { secretId: `cluster/secret-${secret}` },
      });
  }
};

/** Karpenter makes an instance profile for a new class of nodes. */
const nodeClass = (scene: Scene): void => {
  const { random, emit } = scene;
  const account = accounts[random.pick(['dev', 'prod'] as const)];
  const at = between(scene, 8, 16);
  const by = roleSession(podSession(account, 'eks-karpenter', String(at), at));
  const instanceProfileName = `main_${random.hex(16)}`;
  const calls: readonly (readonly [string, Fields])[] = [
    ['iam:CreateInstanceProfile', { instanceProfileName }],
    [
      'iam:TagInstanceProfile',
      { instanceProfileName, tags: [{ key: 'karpenter.sh/nodepool', value: 'main' }] },
    ],
    ['iam:AddRoleToInstanceProfile', { instanceProfileName, roleName: 'eks-node' }],
  ];
  const next = clockFrom(random, at, [1, 2]);
  for (const [action, request] of calls)
    emit(next(), {
      action,
      by,
      account,
      ip: natAddress(account),
      agent: `${clusterAgent} karpenter`,
      request,
    });
};

/** A function changes the key of the user that sends mail, once in 30 days. */
const keyByFunction = (scene: Scene): void => {
  const { day, random, emit } = scene;
  const account = accounts.shared;
  const userName = 'smtp-sender';
  const by = roleSession({ account, role: 'rotate-smtp-key', session: 'rotate-smtp-key', since: day.start });
  const count = Math.floor(day.number / 30);
  const [old, fresh] = [count - 1, count].map((keys) => longTermKey(account, userName, keys));
  const next = clockFrom(random, day.start + 4 * hour, [1, 5]);
  const common = { by, account, ip: natAddress(account), agent: lambdaAgent };
  emit(next(), {
    ...common,
    action: 'iam:CreateAccessKey',
    request: { userName },
    response: { accessKey: { userName, accessKeyId: fresh, status: 'Active' } },
  });
  emit(next(), {
    ...common,
    action: 'iam:UpdateAccessKey',
    request: { userName, accessKeyId: old, status: 'Inactive' },
  });
  emit(next(), { ...common, action: 'secretsmanager:PutSecretValue', request: { secretId: 'smtp' } });
};

/** Somebody signs in on a cloud desktop: the browser is at home, the token goes to the desktop's network. */
const remoteLogin = (scene: Scene): void => {
  const { random, emit, size } = scene;
  const person = random.pick(people.slice(0, size.people));
  emit(between(scene, 8, 15), {
    action: 'sso:CreateToken',
    by: portalUser(person.userId),
    account: accounts.management,
    ip: natAddress(accounts.sandbox),
    agent: cli.replace('macos#25.4.0', 'linux#6.12'),
    readOnly: false,
    request: { clientId: random.hex(24), grantType: 'urn:ietf:params:oauth:grant-type:device_code' },
  });
};

/** The monitor itself is brought up to date by its stack. */
const monitorUpdate = (scene: Scene): void => {
  const { random, emit } = scene;
  const account = accounts.security;
  const at = between(scene, 9, 12);
  const service = 'cloudformation.amazonaws.com';
  const by = roleSession({
    account,
    role: `cdk-hnb659fds-cfn-exec-role-${account}-eu-central-1`,
    session: 'AWSCloudFormation',
    since: at,
    invokedBy: service,
  });
  const next = clockFrom(random, at, [2, 9]);
  for (const name of ['Trailwarden-CheckEvent', 'Trailwarden-NotifyAlert', 'Trailwarden-Review'])
    emit(next(), {
      action: 'lambda:UpdateFunctionCode20150331v2',
      by,
      account,
      ip: service,
      agent: service,
      request: { functionName: name, s3Key: `${random.hex(32)}.zip` },
    });
  emit(next(), {
    action: 'events:PutRule',
    by,
    account,
    ip: service,
    agent: service,
    request: { name: 'Trailwarden-writes-1', state: 'ENABLED' },
  });
};

/** An instance is looked after through an old bastion, by the key of a user that only may do that. */
const bastion = (scene: Scene): void => {
  const { day, random, emit } = scene;
  const account = accounts.dev;
  const next = clockFrom(random, between(scene, 8, 15), [5, 60]);
  const by = roleSession(instanceSession(account, 'bastion', 'i-0b8e6a3f0d9c4e712', day.start));
  for (const action of [
    'sts:GetCallerIdentity',
    'ec2:DescribeInstances',
    's3:ListBuckets',
    'rds:DescribeDBInstances',
  ])
    emit(next(), { action, by, account, ip: natAddress(account), agent: cli });
  emit(next(), {
    action: 'sts:GetSessionToken',
    by: iamUser(account, 'old-hand'),
    account,
    ip: natAddress(account),
    agent: cli,
    readOnly: false,
    request: {
      durationSeconds: 43_200,
      serialNumber: `arn:aws:iam::${account}:mfa/old-hand`,
      tokenCode: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    },
  });
};

/** An administrator goes into an account of the organisation by the role that was made with it. */
const accountAccess = (scene: Scene): void => {
  const { random, emit } = scene;
  const account = accounts.data;
  const at = between(scene, 9, 15);
  const by = roleSession({
    account: accounts.management,
    role: 'github-landing-zone',
    session: `GitHubActions-${random.code(6)}`,
    since: at,
  });
  const target = {
    roleArn: roleArn(account, 'OrganizationAccountAccessRole'),
    roleSessionName: 'landing-zone',
  };
  for (const copy of [accounts.management, account])
    emit(at, {
      action: 'sts:AssumeRole',
      by,
      account: copy,
      ip: natAddress(accounts.management),
      agent: 'aws-sdk-go-v2/1.41.1',
      request: target,
      response: { credentials: { accessKeyId: `ASIA${random.code(16)}` } },
      record: { sharedEventID: `shared-${at}` },
    });
};

/** What is not as the textbook has it, and yet nobody's attack. */
export const roughEdges = (scene: Scene): void => {
  const { day, random } = scene;
  secretsRefresh(scene);
  if (day.number % 30 === 7) keyByFunction(scene);
  if (day.isWeekend) return;
  brokenProgram(scene);
  if (day.number % 30 === 13) monitorUpdate(scene);
  for (const [chance, tell] of [
    [0.2, nodeClass],
    [0.12, remoteLogin],
    [0.3, bastion],
    [0.2, accountAccess],
  ] as const)
    if (random.chance(chance)) tell(scene);
};
