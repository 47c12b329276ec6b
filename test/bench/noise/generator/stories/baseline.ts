import {
  awsService,
  gitHubSession,
  keyOf,
  roleArn,
  roleSession,
  type Session,
  serviceLinked,
} from '../identity.ts';
import { type AccountName, accounts, runnerAddress } from '../organization.ts';
import type { Fields } from '../record.ts';
import { between, clockFrom, type Scene } from '../scene.ts';
import { terraform } from './pipelines.ts';

const stackSets = 'member.org.stacksets.cloudformation.amazonaws.com';

/** The stack set of the baseline is rolled out anew: the same role and its policy in every account. */
const rollOut = (scene: Scene): void => {
  const at = between(scene, 9, 11);
  for (const name of ['dev', 'staging', 'prod', 'data', 'sandbox', 'shared'] as const) {
    const account = accounts[name];
    const session: Session = {
      account,
      role: 'stacksets-exec-3f1c9bd2a07e4c55',
      path: '/',
      session: 'StackSet-baseline',
      since: at,
      invokedBy: stackSets,
    };
    const next = clockFrom(scene.random, at, [1, 20]);
    const common = { by: roleSession(session), account, ip: stackSets, agent: stackSets };
    const auditTrust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${accounts.security}:root` },
          Action: 'sts:AssumeRole',
        },
      ],
    });
    scene.emit(next(), {
      ...common,
      action: 'iam:UpdateAssumeRolePolicy',
      request: { roleName: 'prowler-scan', policyDocument: auditTrust },
    });
    scene.emit(next(), {
      ...common,
      action: 'iam:PutRolePolicy',
      request: {
        roleName: 'prowler-scan',
        policyName: 'more-reads',
        policyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['ec2:Describe*', 's3:GetBucket*'], Resource: '*' }],
        }),
      },
    });
    scene.emit(next(), {
      ...common,
      action: 'iam:AttachRolePolicy',
      request: { roleName: 'prowler-scan', policyArn: 'arn:aws:iam::aws:policy/SecurityAudit' },
    });
  }
};

/** The trail, the detector and their kin are Terraform too: an upgrade of its provider writes them anew, as they were. */
const watchedOver = (): readonly (readonly [string, Fields])[] => [
  [
    'cloudtrail:UpdateTrail',
    {
      name: 'organization',
      s3BucketName: 'example-org-trail',
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      isOrganizationTrail: true,
    },
  ],
  [
    'cloudtrail:PutEventSelectors',
    {
      trailName: 'organization',
      eventSelectors: [
        {
          readWriteType: 'All',
          includeManagementEvents: true,
          dataResources: [],
          excludeManagementEventSources: [],
        },
      ],
    },
  ],
  [
    'guardduty:UpdateDetector',
    {
      detectorId: '12abc34d567e8fa901bc2d34e56789f0',
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
    },
  ],
  ['config:DeleteConfigRule', { configRuleName: 'old-rule' }],
];

/** The landing zone is Terraform as well: service control policies, permission sets, providers. */
const landingZone = (scene: Scene): void => {
  const { random, emit } = scene;
  const account = accounts.management;
  const at = between(scene, 9, 14);
  const session = gitHubSession(account, 'github-landing-zone', random.code(6), at);
  const ip = runnerAddress(session.session);
  const next = clockFrom(random, at, [1, 5]);
  const instanceArn = 'arn:aws:sso:::instance/ssoins-6987c7fb04cf7a51';
  const permissionSetArn = 'arn:aws:sso:::permissionSet/ssoins-6987c7fb04cf7a51/ps-developer';
  const changes: readonly (readonly [string, Fields])[] = [
    [
      'organizations:UpdatePolicy',
      {
        policyId: 'p-0regions1',
        name: 'only-our-regions',
        content: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              NotAction: ['iam:*', 'sts:*'],
              Resource: '*',
              Condition: {
                StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1', 'us-east-1'] },
              },
            },
          ],
        }),
      },
    ],
    [
      'sso:PutInlinePolicyToPermissionSet',
      {
        instanceArn,
        permissionSetArn,
        inlinePolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['logs:*', 'ecs:Describe*', 'lambda:Get*'], Resource: '*' }],
        }),
      },
    ],
    ['sso:ProvisionPermissionSet', { instanceArn, permissionSetArn, targetType: 'ALL_PROVISIONED_ACCOUNTS' }],
    [
      'sso:CreateAccountAssignment',
      {
        instanceArn,
        permissionSetArn,
        principalId: random.uuid(),
        principalType: 'GROUP',
        targetId: accounts.staging,
        targetType: 'AWS_ACCOUNT',
      },
    ],
  ];
  for (const [action, request] of [...changes, ...watchedOver()])
    if (random.chance(0.5))
      emit(next(), { action, by: roleSession(session), account, ip, agent: terraform, request });
  provisionRoles(scene, at);
};

/** Identity Center changes its roles in the accounts after the permission set. */
const provisionRoles = (scene: Scene, at: number): void => {
  const service = 'sso.amazonaws.com';
  for (const name of ['dev', 'staging'] as const) {
    const account = accounts[name];
    const by = roleSession(serviceLinked(account, service, 'AWSServiceRoleForSSO', 'AWS-SSO', at));
    const next = clockFrom(scene.random, at, [5, 30]);
    const roleName = 'AWSReservedSSO_Developer_5b0c31ac0cbd7b44';
    const common = { by, account, ip: service, agent: service };
    scene.emit(next(), {
      ...common,
      action: 'iam:UpdateSAMLProvider',
      request: {
        sAMLProviderArn: `arn:aws:iam::${account}:saml-provider/AWSSSO_5b0c31ac0cbd7b44_DO_NOT_DELETE`,
      },
    });
    scene.emit(next(), {
      ...common,
      action: 'iam:PutRolePolicy',
      request: {
        roleName,
        policyName: 'AwsSSOInlinePolicy',
        policyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['logs:*'], Resource: '*' }],
        }),
      },
    });
  }
};

/** A new account by the account factory, with its first roles. */
const newAccount = (scene: Scene): void => {
  const { random, emit } = scene;
  const at = between(scene, 9, 14);
  const service = 'controltower.amazonaws.com';
  const account = accounts.management;
  const by = roleSession({
    account,
    role: 'AWSControlTowerAdmin',
    path: '/service-role/',
    session: 'AWSControlTowerAdmin',
    since: at,
    invokedBy: service,
  });
  const next = clockFrom(random, at, [20, 90]);
  const id = `3199999${String(random.whole(10_000, 99_999))}`;
  const common = { by, account, ip: service, agent: service };
  emit(next(), {
    ...common,
    action: 'organizations:CreateAccount',
    request: { email: 'HIDDEN_DUE_TO_SECURITY_REASONS', accountName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    response: { createAccountStatus: { id: `car-${random.hex(32)}`, state: 'IN_PROGRESS' } },
  });
  emit(next(), {
    ...common,
    action: 'organizations:MoveAccount',
    request: { accountId: id, sourceParentId: 'r-ab12', destinationParentId: 'ou-ab12-workloads' },
  });
};

/** Volumes are copied and old copies removed every night, by the service and its role. */
export const backups = (scene: Scene): void => {
  const { day, random, emit, size } = scene;
  const service = 'backup.amazonaws.com';
  for (const name of ['prod', 'data'] as const) {
    const account = accounts[name];
    const next = clockFrom(random, day.start + 7_200_000, [1, 40]);
    const session: Session = {
      account,
      role: 'AWSBackupDefaultServiceRole',
      path: '/service-role/',
      session: 'AWSBackup-AWSBackupDefaultServiceRole',
      since: day.start,
      invokedBy: service,
    };
    emit(next(), {
      action: 'sts:AssumeRole',
      by: awsService(service),
      account,
      ip: service,
      agent: service,
      request: { roleArn: roleArn(account, session.role, session.path), roleSessionName: session.session },
      response: { credentials: { accessKeyId: keyOf(session) } },
    });
    for (let job = Math.max(2, Math.round(14 * size.machines)); job > 0; job -= 1) {
      const action = random.pick([
        'backup:StartBackupJob',
        'ec2:CreateSnapshot',
        'ec2:DeleteSnapshot',
        'kms:CreateGrant',
        'kms:RetireGrant',
        'kms:GenerateDataKeyWithoutPlaintext',
        'rds:CopyDBSnapshot',
      ]);
      emit(next(), { action, by: roleSession(session), account, ip: service, agent: service });
    }
  }
};

/** A database or a balancer is made for the first time in an account: its service makes the role that belongs to it. */
const firstUse = (scene: Scene): void => {
  const account = accounts[scene.random.pick(['dev', 'staging', 'data'] as readonly AccountName[])];
  const at = between(scene, 8, 15);
  const session = gitHubSession(account, 'github-deploy', scene.random.code(6), at);
  const service = scene.random.pick(['elasticache', 'rds', 'es', 'ecs', 'transitgateway']);
  scene.emit(at, {
    action: 'iam:CreateServiceLinkedRole',
    by: roleSession(session),
    account,
    ip: runnerAddress(session.session),
    agent: terraform,
    request: { aWSServiceName: `${service}.amazonaws.com` },
  });
};

/** What keeps the organisation going, every few days or weeks. */
export const baseline = (scene: Scene): void => {
  const { day, random } = scene;
  if (day.isWeekend) return;
  if (day.number % 14 === 5) rollOut(scene);
  if (random.chance(0.15)) landingZone(scene);
  if (random.chance(0.1)) firstUse(scene);
  if (day.number % 30 === 3) newAccount(scene);
};
