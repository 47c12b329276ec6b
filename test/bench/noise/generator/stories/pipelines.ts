import { gitHubSession, keyOf, roleArn, roleSession, type Session } from '../identity.ts';
import { type AccountName, accounts, runnerAddress } from '../organization.ts';
import { refreshReads } from '../reads.ts';
import { inWords } from '../record.ts';
import { between, clockFrom, type Scene } from '../scene.ts';
import { changesOf } from './changes.ts';
import type { Change } from './new-function.ts';

export const terraform =
  'APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.21.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.41.1';
const actionsAgent =
  'aws-sdk-js/3.1090.0 ua/2.1 os/linux#6.14 lang/js md/nodejs#24.4.1 app/configure-aws-credentials-for-github-actions';

const services = ['orders', 'billing', 'catalog', 'search', 'mail', 'reports', 'gateway', 'login'] as const;

/** A workflow of GitHub gets its session by OpenID Connect, from yet another runner. */
const startWorkflow = (scene: Scene, session: Session, repository: string, ip: string, at: number): void => {
  const { account, role, session: name } = session;
  const subject = `repo:example-org/${repository}:environment:${account === accounts.prod ? 'production' : 'development'}`;
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  scene.emit(at, {
    action: 'sts:AssumeRoleWithWebIdentity',
    by: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    },
    account,
    ip,
    agent: actionsAgent,
    request: {
      roleArn: roleArn(account, role),
      roleSessionName: name,
      durationSeconds: 3600,
    },
    response: {
      subjectFromWebIdentityToken: subject,
      audience: 'sts.amazonaws.com',
      provider,
      credentials: { accessKeyId: keyOf(session), expiration: inWords(at + 3_600_000) },
      assumedRoleUser: { arn: roleSession(session)['arn'] },
    },
  });
};

const emitChanges = (
  scene: Scene,
  session: Session,
  ip: string,
  changes: readonly Change[],
  next: () => number,
): void => {
  for (const { action, request, response, more } of changes)
    scene.emit(next(), {
      action,
      by: roleSession(session),
      account: session.account,
      ip,
      agent: terraform,
      request,
      ...(response ? { response } : {}),
      ...more,
    });
};

/** `terraform apply` of one service in one account: reads what there is, then changes a little of it. */
const apply = (scene: Scene, account: AccountName, at: number): void => {
  const { random } = scene;
  const service = random.pick(services);
  const session = gitHubSession(accounts[account], 'github-deploy', random.code(6), at);
  const ip = runnerAddress(session.session);
  const next = clockFrom(random, at, [0, 3]);
  startWorkflow(scene, session, `${service}-service`, ip, next());
  scene.emit(next(), {
    action: 'sts:GetCallerIdentity',
    by: roleSession(session),
    account: session.account,
    ip,
    agent: terraform,
  });
  for (const action of refreshReads.slice(0, random.whole(6, refreshReads.length)))
    scene.emit(next(), { action, by: roleSession(session), account: session.account, ip, agent: terraform });
  emitChanges(scene, session, ip, changesOf(random, { account: accounts[account], service, at }), next);
};

/** Deployments of the working day, most of them to the development account. */
export const deployments = (scene: Scene): void => {
  const { day, random, size } = scene;
  const count = day.isWeekend ? Math.round(size.deployments * 0.1) : size.deployments;
  for (let deployed = 0; deployed < count; deployed += 1) {
    const account: AccountName = random.pick(['dev', 'dev', 'dev', 'dev', 'staging', 'staging', 'prod']);
    apply(scene, account, between(scene, 7, 16));
  }
};

/** A plan of everything every night, to tell drift. */
export const nightlyPlan = (scene: Scene): void => {
  const { random, size } = scene;
  for (const account of ['dev', 'staging', 'prod', 'data'] as const) {
    if (!random.chance(size.machines)) continue;
    const at = between(scene, 1, 1.5);
    const session = gitHubSession(accounts[account], 'github-plan', random.code(6), at);
    const ip = runnerAddress(session.session);
    const next = clockFrom(random, at, [0, 2]);
    startWorkflow(scene, session, 'infrastructure', ip, next());
    for (const action of refreshReads)
      scene.emit(next(), {
        action,
        by: roleSession(session),
        account: session.account,
        ip,
        agent: terraform,
      });
  }
};

/** A review environment of a pull request, taken down in the evening: everything in it is deleted. */
export const teardowns = (scene: Scene): void => {
  const { day, random, size } = scene;
  if (day.isWeekend || !random.chance(Math.min(1, size.deployments / 12))) return;
  const at = between(scene, 17, 18);
  const session = gitHubSession(accounts.dev, 'github-deploy', random.code(6), at);
  const ip = runnerAddress(session.session);
  const next = clockFrom(random, at, [0, 3]);
  startWorkflow(scene, session, 'review-apps', ip, next());
  const stem = `pr-${random.whole(100, 999)}`;
  const gone: readonly Change[] = [
    { action: 'events:RemoveTargets', request: { rule: `${stem}-schedule`, ids: ['1'] } },
    { action: 'events:DeleteRule', request: { name: `${stem}-schedule` } },
    { action: 'monitoring:DeleteAlarms', request: { alarmNames: [`${stem}-errors`] } },
    { action: 'lambda:DeleteFunction20150331', request: { functionName: `${stem}-worker` } },
    { action: 'logs:DeleteLogGroup', request: { logGroupName: `/aws/lambda/${stem}-worker` } },
    {
      action: 'iam:DetachRolePolicy',
      request: {
        roleName: `${stem}-worker`,
        policyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      },
    },
    { action: 'iam:DeleteRolePolicy', request: { roleName: `${stem}-worker`, policyName: 'worker' } },
    { action: 'iam:DeleteRole', request: { roleName: `${stem}-worker` } },
    {
      action: 'sqs:DeleteQueue',
      request: { queueUrl: `https://sqs.eu-central-1.amazonaws.com/${accounts.dev}/${stem}` },
    },
    { action: 'kms:ScheduleKeyDeletion', request: { keyId: random.uuid(), pendingWindowInDays: 7 } },
  ];
  emitChanges(scene, session, ip, gone, next);
};
