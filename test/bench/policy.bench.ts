import { Bench } from 'tinybench';
import { callerOf } from '../../shared/policy/caller.ts';
import { compilePolicy } from '../../shared/policy/compile-policy.ts';
import { contextOf } from '../../shared/policy/context.ts';
import { analyzeEscalation } from '../../shared/policy/escalation/analyze.ts';
import { compileHolder } from '../../shared/policy/escalation/holder.ts';
import { evaluate } from '../../shared/policy/evaluate.ts';
import { parseDocument } from '../../shared/policy/parse-document.ts';
import type { Condition, Policy, Statement } from '../../shared/policy/policy.ts';
import type { AccessRequest, PolicySet } from '../../shared/policy/request.ts';

const account = '123837392027';
const services = ['s3', 'ec2', 'iam', 'lambda', 'dynamodb', 'sqs', 'sns', 'kms', 'logs', 'ssm'];
const verbs = ['Get', 'List', 'Put', 'Delete', 'Create', 'Update', 'Describe', 'Tag', 'Start', 'Stop'];
const nouns = [
  'Object',
  'Item',
  'Role',
  'Function',
  'Queue',
  'Topic',
  'Key',
  'Group',
  'Parameter',
  'Instance',
];

const conditions: readonly (readonly Condition[])[] = [
  [],
  [],
  [{ operator: 'StringEquals', key: 'aws:RequestedRegion', values: ['us-east-1', 'eu-central-1'] }],
  [{ operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8', '203.0.113.0/24'] }],
  [
    { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
    { operator: 'StringLike', key: 'aws:PrincipalTag/team', values: ['blue*', 'red*'] },
  ],
];

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
};

/** As policies are written: a few actions with wildcards, a few ARNs, some conditions, every tenth a Deny. */
const statement = (policy: number, index: number): Statement => {
  const service = at(services, policy + index);
  return {
    effect: index === 9 ? 'Deny' : 'Allow',
    actions: {
      except: false,
      patterns: [
        `${service}:${at(verbs, policy)}*`,
        `${service}:${at(verbs, index)}${at(nouns, policy)}`,
        `${service}:*${at(nouns, index)}`,
      ],
    },
    resources: {
      except: false,
      patterns: [
        `arn:aws:${service}:*:${account}:*/app-${index}/*`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable.
        index % 4 === 0 ? 'arn:aws:s3:::home/${aws:username}/*' : `arn:aws:${service}:::team-${policy}/*`,
        index % 3 === 0 ? '*' : `arn:aws:${service}:us-east-1:${account}:thing/${policy}`,
      ],
    },
    principals: { except: false, list: [] },
    conditions: at(conditions, policy * 3 + index),
  };
};

const policies: readonly Policy[] = Array.from({ length: 10 }, (_, policy) => ({
  version: '2012-10-17',
  statements: Array.from({ length: 10 }, (__, index) => statement(policy, index)),
}));

const caller = callerOf(`arn:aws:iam::${account}:user/alice`);

/** 1,000 requests that differ in action, resource and context. */
const requests = (): readonly AccessRequest[] =>
  Array.from({ length: 1000 }, (_, index) => {
    if (caller === undefined) throw new Error('no caller');
    const service = at(services, index);
    return {
      caller,
      action: `${service}:${at(verbs, Math.floor(index / 10))}${at(nouns, Math.floor(index / 100))}`,
      resource: `arn:aws:${service}:us-east-1:${account}:thing/app-${index % 10}/${index}`,
      context: contextOf(
        {
          'aws:username': 'alice',
          'aws:RequestedRegion': index % 2 === 0 ? 'us-east-1' : 'ap-northeast-2',
          'aws:SourceIp': `203.0.113.${index % 256}`,
          'aws:SecureTransport': 'true',
          'aws:PrincipalTag/team': 'blue-1',
        },
        { others: 'absent' },
      ),
    };
  });

const set = (): PolicySet => ({ identity: policies.map((policy) => compilePolicy(policy, 'identity')) });

/** A principal with the ten policies, and one that hands out every ingredient of a third of the paths. */
const holder = () =>
  compileHolder({
    type: 'role',
    arn: `arn:aws:iam::${account}:role/deploy`,
    name: 'deploy',
    account,
    policies: [
      ...policies,
      {
        version: '2012-10-17',
        statements: [
          {
            effect: 'Allow',
            actions: {
              except: false,
              patterns: ['iam:*', 'lambda:*', 'ec2:*', 'glue:*', 'ecs:*', 'sagemaker:*'],
            },
            resources: { except: false, patterns: ['*'] },
            principals: { except: false, list: [] },
            conditions: [{ operator: 'Bool', key: 'aws:MultiFactorAuthPresent', values: ['true'] }],
          },
        ],
      },
    ],
  });

/** Evaluations by one principal with 10 policies of 10 statements; target: 50,000 a second on one core. */
export const benchPolicy = async (): Promise<void> => {
  const asked = requests();
  const compiled = set();
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: policies.flatMap(({ statements }) =>
      statements.slice(0, 3).map((each) => ({
        Effect: each.effect,
        Action: each.actions.patterns,
        Resource: each.resources.patterns,
      })),
    ),
  });
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench
    .add('evaluate', () => {
      for (const request of asked) evaluate(request, compiled);
    })
    .add('compile', () => {
      set();
    })
    .add('escalation', () => {
      analyzeEscalation(holder(), '2026-11-02T00:00:00Z');
    })
    .add('parse', () => {
      parseDocument(text);
    });
  await bench.run();
  const micros = (name: string): number => {
    const result = bench.getTask(name)?.result;
    if (!result || !('latency' in result)) throw new Error(`${name}: no result`);
    return result.latency.p50 * 1000;
  };
  const perSecond = Math.round(1e6 / (micros('evaluate') / asked.length));
  console.log(`policy: ${asked.length} distinct requests, 10 policies of 10 statements`);
  console.log(`  evaluate     ${perSecond.toLocaleString('en')} a second; target 50,000`);
  console.log(`  compile      ${micros('compile').toFixed(0)} µs for all ten`);
  const paths = analyzeEscalation(holder(), '2026-11-02T00:00:00Z').length;
  console.log(
    `  escalation   ${(micros('escalation') / 1000).toFixed(1)} ms for one principal with 11 policies, ${paths} paths open; target 10 ms`,
  );
  console.log(`  parse        ${micros('parse').toFixed(0)} µs for a document of ${text.length} characters`);
};
