import {
  gitHubSession,
  iamUser,
  instanceSession,
  keyOf,
  longTermKey,
  roleArn,
  roleSession,
  root,
  ssoSession,
} from '../identity.ts';
import { type AccountName, accounts, people } from '../organization.ts';
import type { Call } from '../record.ts';
import { between, clockFrom, type Scene } from '../scene.ts';
import { browser } from './people.ts';
import { terraform } from './pipelines.ts';

type Step = Pick<Call, 'action'> & Partial<Call>;

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const stranger = '666600001111';

/** Where the attackers are: never an address of the organisation. */
const attackerIp = (day: number): string => `192.0.2.${(day * 37) % 254 || 9}`;

const trusting = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
  });

const play = (
  scene: Scene,
  account: AccountName,
  by: Call['by'],
  agent: string,
  steps: readonly Step[],
): void => {
  const next = clockFrom(scene.random, between(scene, 0, 22), [4, 60]);
  for (const step of steps)
    scene.emit(next(), { by, account: accounts[account], ip: attackerIp(scene.day.number), agent, ...step });
};

/** The key of the build server was in a public repository: its finder makes a user of his own. */
const leakedKey = (scene: Scene): void => {
  const account = accounts.shared;
  const userName = `support-${scene.random.hex(3)}`;
  const refused = ['AccessDenied', 'User is not authorized'] as const;
  play(
    scene,
    'shared',
    iamUser(account, 'legacy-ci', 0),
    'Boto3/1.26.0 Python/3.10.4 Linux/6.1.0-kali5-amd64 Botocore/1.29.0',
    [
      { action: 'sts:GetCallerIdentity' },
      { action: 'iam:ListUsers', error: refused },
      ...Array.from({ length: 24 }, () => ({
        action: scene.random.pick([
          's3:ListBuckets',
          'ec2:DescribeInstances',
          'iam:ListRoles',
          'rds:DescribeDBInstances',
        ]),
        error: refused,
      })),
      { action: 'iam:CreateUser', request: { userName } },
      { action: 'iam:AttachUserPolicy', request: { userName, policyArn: admin } },
      {
        action: 'iam:CreateAccessKey',
        request: { userName },
        response: { accessKey: { userName, accessKeyId: longTermKey(account, userName), status: 'Active' } },
      },
      { action: 'iam:CreateLoginProfile', request: { userName, passwordResetRequired: false } },
      { action: 'ses:GetSendQuota' },
    ],
  );
};

/** A session of an engineer was phished: doors are left open, and the lights go out. */
const phishedSession = (scene: Scene): void => {
  const person = scene.random.pick(people);
  const by = roleSession(ssoSession(accounts.dev, 'AdministratorAccess', person.email, scene.day.start));
  const roleName = `backup-${scene.random.hex(3)}`;
  play(scene, 'dev', by, 'python-requests/2.32.3', [
    {
      action: 'signin:GetSigninToken',
      response: { GetSigninToken: 'Success' },
      record: { eventType: 'AwsConsoleSignIn' },
    },
    {
      action: 'iam:CreateRole',
      request: { roleName, assumeRolePolicyDocument: trusting(`arn:aws:iam::${stranger}:root`) },
    },
    { action: 'iam:AttachRolePolicy', request: { roleName, policyArn: admin } },
    {
      action: 'iam:UpdateAssumeRolePolicy',
      request: { roleName: 'orders-api', policyDocument: trusting('*') },
    },
    {
      action: 'cloudtrail:StopLogging',
      request: { name: `arn:aws:cloudtrail:eu-central-1:${accounts.dev}:trail/organization` },
    },
    { action: 'guardduty:DeleteDetector', request: { detectorId: scene.random.hex(32) } },
    { action: 'config:StopConfigurationRecorder', request: { configurationRecorderName: 'default' } },
    {
      action: 'lambda:AddPermission20150331v2',
      request: {
        functionName: 'orders-api',
        statementId: 's',
        action: 'lambda:InvokeFunction',
        principal: '*',
      },
    },
    {
      action: 's3:PutBucketPolicy',
      request: {
        bucketName: 'orders-exports',
        bucketPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::orders-exports/*',
            },
          ],
        },
      },
    },
    {
      action: 'iam:CreateOpenIDConnectProvider',
      request: { url: 'https://idp.example.net', clientIDList: ['sts.amazonaws.com'] },
    },
  ]);
};

/** Credentials of an instance, taken through a hole in its web application. */
const stolenInstance = (scene: Scene): void => {
  const session = instanceSession(accounts.prod, 'ecs-node', `i-0${scene.random.hex(16)}`, scene.day.start);
  play(scene, 'prod', roleSession(session), 'aws-cli/2.9.1 Python/3.9.11 Linux/6.1.0 exe/x86_64.kali.2022', [
    { action: 'sts:GetCallerIdentity' },
    ...[
      'iam:ListRoles',
      'ec2:DescribeInstances',
      's3:ListBuckets',
      'iam:GetAccountAuthorizationDetails',
      'rds:DescribeDBInstances',
      'organizations:DescribeOrganization',
    ].map((action) => ({ action })),
    ...Array.from({ length: 25 }, (_, at) => ({
      action: 'secretsmanager:GetSecretValue',
      request: { secretId: `secret-${at}` },
    })),
    { action: 'iam:CreateUser', request: { userName: 'svc' } },
    {
      action: 'ec2:DescribeInstanceAttribute',
      request: { attribute: 'userData', instanceId: session.session },
    },
  ]);
};

/** Passwords of the few IAM users are tried, and root's. */
const guessing = (scene: Scene): void => {
  const failed = (userName: string) => ({
    action: 'signin:ConsoleLogin',
    by: { type: 'IAMUser', accountId: accounts.management, accessKeyId: '', userName },
    readOnly: false,
    response: { ConsoleLogin: 'Failure' },
    more: { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: 'No' },
    record: { eventType: 'AwsConsoleSignIn', errorMessage: 'Failed authentication' },
  });
  const asRoot = { ...failed('root'), by: root(accounts.management) };
  play(scene, 'management', {}, browser, [
    ...Array.from({ length: 26 }, (_, at) => failed(`name-${at % 13}`)),
    ...Array.from({ length: 6 }, () => asRoot),
  ]);
};

/** Somebody who was dismissed takes revenge with an administrator's session. */
const insider = (scene: Scene): void => {
  const by = roleSession(
    ssoSession(accounts.management, 'AdministratorAccess', 'former@example.com', scene.day.start),
  );
  play(scene, 'management', by, browser, [
    {
      action: 'iam:DeactivateMFADevice',
      request: {
        userName: 'invoice-reader',
        serialNumber: `arn:aws:iam::${accounts.management}:mfa/invoice-reader`,
      },
    },
    { action: 'iam:UpdateLoginProfile', request: { userName: 'invoice-reader' } },
    {
      action: 'signin:ConsoleLogin',
      by: { ...iamUser(accounts.management, 'invoice-reader'), accessKeyId: '' },
      readOnly: false,
      response: { ConsoleLogin: 'Success' },
      more: { MFAUsed: 'No' },
      record: { eventType: 'AwsConsoleSignIn' },
    },
    { action: 'organizations:DetachPolicy', request: { policyId: 'p-0regions1', targetId: accounts.prod } },
    { action: 'kms:ScheduleKeyDeletion', request: { keyId: scene.random.uuid(), pendingWindowInDays: 7 } },
    { action: 'sts:GetFederationToken', request: { name: 'x', policyArns: [{ arn: admin }] } },
    {
      action: 'sts:AssumeRole',
      request: { roleArn: roleArn(stranger, 'exfiltration'), roleSessionName: 'x' },
      response: {
        credentials: {
          accessKeyId: keyOf({
            account: stranger,
            role: 'exfiltration',
            session: 'x',
            since: scene.day.start,
          }),
        },
      },
    },
  ]);
};

/** Somebody changed the workflow of a repository: the pipeline's own role opens the account. */
const poisonedWorkflow = (scene: Scene): void => {
  const account = accounts.dev;
  const { random } = scene;
  const session = gitHubSession(account, 'github-deploy', random.code(6), scene.day.start);
  play(scene, 'dev', roleSession(session), terraform, [
    { action: 'sts:GetCallerIdentity' },
    {
      action: 'iam:CreateRole',
      request: {
        roleName: 'support-access',
        assumeRolePolicyDocument: trusting(roleArn(stranger, 'support')),
      },
    },
    { action: 'iam:AttachRolePolicy', request: { roleName: 'support-access', policyArn: admin } },
    {
      action: 'iam:CreatePolicyVersion',
      request: {
        policyArn: `arn:aws:iam::${account}:policy/orders-access`,
        policyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
        }),
        setAsDefault: true,
      },
      response: { policyVersion: { versionId: 'v9', isDefaultVersion: true } },
    },
    { action: 'logs:DeleteLogGroup', request: { logGroupName: '/aws/codebuild/images' } },
  ]);
};

/** One story every few days, on any day of the week. */
export const attacks: readonly (readonly [
  dayOfTwelve: number,
  story: string,
  tell: (scene: Scene) => void,
])[] = [
  [1, 'leaked key', leakedKey],
  [4, 'phished session', phishedSession],
  [6, 'stolen instance credentials', stolenInstance],
  [8, 'guessed passwords', guessing],
  [9, 'poisoned workflow', poisonedWorkflow],
  [11, 'insider', insider],
];
