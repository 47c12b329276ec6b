import { awsService, gitHubSession, keyOf, roleArn, roleSession, type Session } from '../identity.ts';
import { type AccountName, accounts, runnerAddress } from '../organization.ts';
import { inWords } from '../record.ts';
import { between, clockFrom, minute, type Scene } from '../scene.ts';
import { changesOf } from './changes.ts';

const cloudFormation = 'cloudformation.amazonaws.com';
const qualifier = 'hnb659fds';

const assume = (
  scene: Scene,
  caller: Session,
  target: Session,
  ip: string,
  agent: string,
  at: number,
): void => {
  scene.emit(at, {
    action: 'sts:AssumeRole',
    by: roleSession(caller),
    account: target.account,
    ip,
    agent,
    request: { roleArn: roleArn(target.account, target.role), roleSessionName: target.session },
    response: {
      credentials: { accessKeyId: keyOf(target), expiration: inWords(at + 3_600_000) },
      assumedRoleUser: { arn: roleSession(target)['arn'] },
    },
    record: {
      resources: [
        { accountId: target.account, type: 'AWS::IAM::Role', ARN: roleArn(target.account, target.role) },
      ],
    },
  });
};

/** CloudFormation makes the changes of a stack with its own role. */
const stackChanges = (scene: Scene, account: string, service: string, at: number): void => {
  const { random, emit } = scene;
  const session = {
    account,
    role: `cdk-${qualifier}-cfn-exec-role-${account}-eu-central-1`,
    session: 'AWSCloudFormation',
    since: at,
    invokedBy: cloudFormation,
  };
  const next = clockFrom(random, at, [1, 8]);
  for (const { action, request, response, more } of changesOf(random, { account, service, at }))
    emit(next(), {
      action,
      by: roleSession(session),
      account,
      ip: cloudFormation,
      agent: cloudFormation,
      request,
      ...(response ? { response } : {}),
      ...more,
    });
};

/** `cdk deploy` in a workflow: it goes from the workflow's role to those of the bootstrap stack. */
const cdkDeploy = (scene: Scene, account: AccountName, at: number): void => {
  const { random, emit } = scene;
  const number = accounts[account];
  const workflow = gitHubSession(number, 'github-cdk', random.code(6), at);
  const ip = runnerAddress(workflow.session);
  const agent = 'aws-cdk/2.1148.1 aws-sdk-js/3.1090.0 ua/2.1 os/linux#6.14 lang/js md/nodejs#24.4.1';
  const next = clockFrom(random, at, [1, 9]);
  const service = random.pick(['portal', 'events', 'search', 'stats']);
  const hop = (kind: string): Session => ({
    account: number,
    role: `cdk-${qualifier}-${kind}-role-${number}-eu-central-1`,
    session: 'aws-cdk-runner',
    since: at + minute,
  });
  assume(scene, workflow, hop('lookup'), ip, agent, next());
  assume(scene, workflow, hop('deploy'), ip, agent, next());
  assume(scene, workflow, hop('file-publishing'), ip, agent, next());
  const deploy = roleSession(hop('deploy'));
  emit(next(), {
    action: 'ssm:GetParameter',
    by: deploy,
    account: number,
    ip,
    agent,
    request: { name: `/cdk-bootstrap/${qualifier}/version` },
  });
  for (const action of [
    'cloudformation:DescribeStacks',
    'cloudformation:GetTemplate',
    'cloudformation:CreateChangeSet',
    'cloudformation:DescribeChangeSet',
    'cloudformation:ExecuteChangeSet',
    'cloudformation:DescribeStackEvents',
  ])
    emit(next(), {
      action,
      by: deploy,
      account: number,
      ip,
      agent,
      request: {
        stackName: service,
        ...(action.endsWith('CreateChangeSet')
          ? {
              roleARN: roleArn(number, `cdk-${qualifier}-cfn-exec-role-${number}-eu-central-1`),
              capabilities: ['CAPABILITY_NAMED_IAM'],
            }
          : {}),
      },
    });
  stackChanges(scene, number, service, next());
};

/** CodePipeline runs CodeBuild, which builds an image; a service does it from start to end. */
const codePipeline = (scene: Scene, at: number): void => {
  const { random, emit } = scene;
  const account = accounts.shared;
  const next = clockFrom(random, at, [1, 15]);
  const pipeline: Session = {
    account,
    role: 'codepipeline-images',
    session: random.uuid(),
    since: at,
    invokedBy: 'codepipeline.amazonaws.com',
  };
  const build: Session = {
    account,
    role: 'codebuild-images',
    session: `AWSCodeBuild-${random.uuid()}`,
    since: at,
  };
  emit(next(), {
    action: 'sts:AssumeRole',
    by: awsService('codepipeline.amazonaws.com'),
    account,
    ip: 'codepipeline.amazonaws.com',
    agent: 'codepipeline.amazonaws.com',
    request: { roleArn: roleArn(account, pipeline.role), roleSessionName: pipeline.session },
    response: { credentials: { accessKeyId: keyOf(pipeline) } },
  });
  emit(next(), {
    action: 'codebuild:StartBuild',
    by: roleSession(pipeline),
    account,
    ip: 'codepipeline.amazonaws.com',
    agent: 'codepipeline.amazonaws.com',
    request: { projectName: 'images' },
  });
  emit(next(), {
    action: 'sts:AssumeRole',
    by: awsService('codebuild.amazonaws.com'),
    account,
    ip: 'codebuild.amazonaws.com',
    agent: 'codebuild.amazonaws.com',
    request: { roleArn: roleArn(account, build.role), roleSessionName: build.session },
    response: { credentials: { accessKeyId: keyOf(build) } },
  });
  const ip = `198.19.${random.whole(150, 219)}.${random.whole(1, 254)}`;
  const agent = 'aws-cli/2.34.7 md/awscrt#0.31.1 ua/2.1 os/linux#4.14 exec-env/AWS_ECS_EC2 CodeBuild';
  for (const action of [
    'logs:CreateLogStream',
    'ecr:GetAuthorizationToken',
    'secretsmanager:GetSecretValue',
    'ecr:InitiateLayerUpload',
    'ecr:PutImage',
    's3:GetBucketAcl',
  ])
    emit(next(), {
      action,
      by: roleSession(build),
      account,
      ip,
      agent,
      request: action.endsWith('GetSecretValue') ? { secretId: 'registry/token' } : {},
    });
};

/** Deployments by stacks, beside those by Terraform. */
export const stackDeployments = (scene: Scene): void => {
  const { day, random, size } = scene;
  if (day.isWeekend) return;
  const count = Math.round(size.deployments / 4);
  for (let deployed = 0; deployed < count; deployed += 1) {
    cdkDeploy(scene, random.pick(['dev', 'dev', 'staging', 'prod']), between(scene, 7, 16));
    codePipeline(scene, between(scene, 7, 16));
  }
};
