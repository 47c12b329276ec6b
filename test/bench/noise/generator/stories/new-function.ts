import { roleArn } from '../identity.ts';
import type { Random } from '../random.ts';
import { type Fields, inWords } from '../record.ts';

/** One changing call of a deployment. */
export interface Change {
  readonly action: string;
  readonly request: Fields;
  readonly response?: Fields;
  readonly more?: { readonly error?: readonly [code: string, message?: string] };
}

/** What is deployed where. */
export interface Deployed {
  readonly account: string;
  readonly service: string;
  readonly at: number;
}

export const documentOf = (...statements: readonly Fields[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const trustOf = (service: string): string =>
  documentOf({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });

const tableOf = ({ account, service }: Deployed): string =>
  `arn:aws:dynamodb:eu-central-1:${account}:table/${service}`;

export const ownTable = (deployed: Deployed): string =>
  documentOf({
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    Resource: tableOf(deployed),
  });

/** A new function, with everything it needs. */
export const newFunction = (random: Random, deployed: Deployed): readonly Change[] => {
  const { account, service, at } = deployed;
  const name = `${service}-${random.pick(['worker', 'api', 'cron', 'import'])}-${random.hex(4)}`;
  const role = roleArn(account, name);
  const functionArn = `arn:aws:lambda:eu-central-1:${account}:function:${name}`;
  return [
    {
      action: 'iam:CreateRole',
      request: {
        roleName: name,
        assumeRolePolicyDocument: trustOf('lambda.amazonaws.com'),
        tags: [{ key: 'service', value: service }],
      },
      response: {
        role: {
          path: '/',
          roleName: name,
          roleId: `AROA${random.code(17)}`,
          arn: role,
          createDate: inWords(at),
          assumeRolePolicyDocument: encodeURIComponent(trustOf('lambda.amazonaws.com')),
        },
      },
    },
    {
      action: 'iam:PutRolePolicy',
      request: { roleName: name, policyName: 'own-table', policyDocument: ownTable(deployed) },
    },
    {
      action: 'iam:AttachRolePolicy',
      request: {
        roleName: name,
        policyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      },
    },
    { action: 'logs:CreateLogGroup', request: { logGroupName: `/aws/lambda/${name}` } },
    {
      action: 'logs:PutRetentionPolicy',
      request: { logGroupName: `/aws/lambda/${name}`, retentionInDays: 30 },
    },
    {
      action: 'lambda:CreateFunction20150331',
      request: { functionName: name, runtime: 'nodejs24.x', role, handler: 'index.handler', publish: false },
      response: { functionName: name, functionArn, role },
    },
    {
      action: 'lambda:AddPermission20150331v2',
      request: {
        functionName: name,
        statementId: 'gateway',
        action: 'lambda:InvokeFunction',
        principal: 'apigateway.amazonaws.com',
        sourceArn: `arn:aws:execute-api:eu-central-1:${account}:${random.hex(10)}/*/*`,
      },
    },
    {
      action: 'events:PutRule',
      request: { name: `${name}-schedule`, scheduleExpression: 'rate(5 minutes)', state: 'ENABLED' },
    },
    {
      action: 'events:PutTargets',
      request: { rule: `${name}-schedule`, targets: [{ id: '1', arn: functionArn }] },
    },
  ];
};
