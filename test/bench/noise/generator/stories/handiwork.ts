import { keyOf, roleArn, roleSession, type Session } from '../identity.ts';
import { accounts } from '../organization.ts';
import type { Fields } from '../record.ts';
import { between, clockFrom } from '../scene.ts';
import { breakGlassDrill, consoleUser, offboard, onboard, rootTask, rotateKeys } from './access-work.ts';
import { byHand, type Task } from './by-hand.ts';
import { cli, somebody } from './people.ts';

const trust = (Principal: Fields): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  });

/** A developer clicks a function together: the console makes role and policy for it. */
const functionByConsole: Task = (scene) => {
  const { random } = scene;
  const account = accounts.sandbox;
  const name = `try-${random.hex(4)}`;
  const roleName = `${name}-role-${random.hex(8)}`;
  const policyArn = `arn:aws:iam::${account}:policy/service-role/AWSLambdaBasicExecutionRole-${random.uuid()}`;
  byHand(
    scene,
    ['backend', 'sandbox', 'AdministratorAccess'],
    [
      {
        action: 'iam:CreateRole',
        request: {
          path: '/service-role/',
          roleName,
          assumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }),
        },
      },
      {
        action: 'iam:CreatePolicy',
        request: {
          path: '/service-role/',
          policyName: policyArn.split('/')[2],
          policyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 'logs:CreateLogGroup',
                Resource: `arn:aws:logs:eu-central-1:${account}:*`,
              },
            ],
          }),
        },
      },
      { action: 'iam:AttachRolePolicy', request: { roleName, policyArn } },
      {
        action: 'lambda:CreateFunction20150331',
        request: {
          functionName: name,
          runtime: 'python3.14',
          role: roleArn(account, roleName, '/service-role/'),
        },
      },
    ],
  );
};

/** In the sandbox people take the shortest way. */
const adminInSandbox: Task = (scene) => {
  const roleName = `experiment-${scene.random.hex(4)}`;
  byHand(
    scene,
    ['backend', 'sandbox', 'AdministratorAccess'],
    [
      {
        action: 'iam:CreateRole',
        request: { roleName, assumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }) },
      },
      {
        action: 'iam:AttachRolePolicy',
        request: { roleName, policyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
      },
    ],
  );
};

/** Developers read a secret of the development database, and open a shell in a task. */
const debugInDev: Task = (scene) =>
  byHand(
    scene,
    ['backend', 'dev', 'Developer'],
    [
      {
        action: 'secretsmanager:GetSecretValue',
        request: { secretId: `${scene.random.pick(['orders', 'billing', 'search'])}/database` },
      },
      {
        action: 'ssm:GetParametersByPath',
        request: { path: '/orders', recursive: true, withDecryption: true },
      },
      { action: 'ecs:ExecuteCommand', request: { cluster: 'main', command: '/bin/sh', interactive: true } },
      { action: 'logs:StartQuery', request: { queryString: 'fields @message' } },
    ],
    'cli',
  );

const triageFindings: Task = (scene) =>
  byHand(
    scene,
    ['security', 'security', 'SecurityAdmin'],
    [
      {
        action: 'securityhub:BatchUpdateFindings',
        request: {
          findingIdentifiers: [{ id: scene.random.uuid() }],
          workflow: { status: 'SUPPRESSED' },
          note: { text: 'accepted', updatedBy: 'security' },
        },
      },
      {
        action: 'guardduty:ArchiveFindings',
        request: { detectorId: scene.random.hex(32), findingIds: [scene.random.hex(32)] },
      },
    ],
  );

const acceptFinding: Task = (scene) =>
  byHand(
    scene,
    ['security', 'security', 'SecurityAdmin'],
    [
      {
        action: 'guardduty:CreateFilter',
        request: {
          name: `accepted-${scene.random.hex(4)}`,
          action: 'ARCHIVE',
          detectorId: scene.random.hex(32),
        },
      },
      {
        action: 'access-analyzer:CreateArchiveRule',
        request: { analyzerName: 'organization', ruleName: `accepted-${scene.random.hex(4)}` },
      },
    ],
  );

const tidyUp: Task = (scene) =>
  byHand(
    scene,
    ['platform', 'dev', 'AdministratorAccess'],
    [
      { action: 'logs:DeleteLogGroup', request: { logGroupName: `/aws/lambda/old-${scene.random.hex(4)}` } },
      { action: 'monitoring:DeleteAlarms', request: { alarmNames: [`old-${scene.random.hex(4)}`] } },
      { action: 'iam:DeleteRole', request: { roleName: `old-${scene.random.hex(4)}` } },
    ],
  );

const replaceProfile: Task = (scene) =>
  byHand(
    scene,
    ['platform', 'dev', 'AdministratorAccess'],
    [
      {
        action: 'ec2:ReplaceIamInstanceProfileAssociation',
        request: {
          ReplaceIamInstanceProfileAssociationRequest: {
            AssociationId: `iip-assoc-${scene.random.hex(17)}`,
            IamInstanceProfile: { Name: 'ecs-node' },
          },
        },
      },
    ],
  );

const openCloudShell: Task = (scene) =>
  byHand(
    scene,
    ['platform', 'dev', 'AdministratorAccess'],
    [
      { action: 'cloudshell:CreateEnvironment' },
      { action: 'cloudshell:CreateSession' },
      { action: 'cloudshell:PutCredentials' },
    ],
  );

/** From the account of the tools into the role for maintenance of production. */
const maintenance: Task = (scene) => {
  const at = between(scene, 8, 15);
  const { session, ip, by } = somebody(scene, 'platform', 'shared', 'AdministratorAccess', at);
  const target: Session = {
    account: accounts.prod,
    role: 'ops-maintenance',
    session: session.session,
    since: at,
  };
  const next = clockFrom(scene.random, at, [5, 30]);
  const record = { sharedEventID: scene.random.uuid() };
  for (const account of [accounts.shared, accounts.prod])
    scene.emit(at, {
      action: 'sts:AssumeRole',
      by,
      account,
      ip,
      agent: cli,
      request: { roleArn: roleArn(accounts.prod, target.role), roleSessionName: session.session },
      response: { credentials: { accessKeyId: keyOf(target) } },
      record,
    });
  for (const action of [
    'rds:DescribeDBClusters',
    'rds:ModifyDBCluster',
    'ssm:StartSession',
    'ssm:TerminateSession',
  ])
    scene.emit(next(), { action, by: roleSession(target), account: accounts.prod, ip, agent: cli });
};

/** Who does what how often: the chance on a working day. */
const tasks: readonly (readonly [chance: number, task: Task])[] = [
  [1, rotateKeys],
  [0.6, debugInDev],
  [0.5, debugInDev],
  [0.5, functionByConsole],
  [0.4, triageFindings],
  [0.35, openCloudShell],
  [0.3, maintenance],
  [0.25, tidyUp],
  [0.2, consoleUser],
  [0.15, adminInSandbox],
  [0.12, onboard],
  [0.06, offboard],
  [0.06, acceptFinding],
  [0.05, replaceProfile],
];

/** What people of the platform and security teams do by hand. */
export const handiwork: Task = (scene) => {
  if (scene.day.isWeekend) return;
  const share = Math.min(1, scene.size.people / 30);
  for (const [chance, task] of tasks) if (scene.random.chance(chance === 1 ? 1 : chance * share)) task(scene);
  if (scene.day.number % 30 === 11) breakGlassDrill(scene);
  if (scene.day.number % 30 === 19) rootTask(scene);
};
