import { authorization, documentOf, managedPolicy, reads } from '../../account/example.ts';
import { coversAction } from '../../policy/match-pattern.ts';
import type { Statement } from '../../policy/policy.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

/** An action that no service has: what covers it covers every action of the service. */
const noSuchAction = 'TrailwardenNoSuchAction';

const servicesIn = ({ effect, actions }: Statement): readonly string[] => {
  if (effect !== 'Allow') return [];
  const whole = actions.patterns.filter((pattern) => {
    const service = pattern.split(':', 1)[0] ?? '';
    return coversAction(
      { except: false, patterns: [pattern] },
      `${service.replaceAll('*', 'x')}:${noSuchAction}`,
    );
  });
  // NotAction of a whole service allows every action of all others.
  return actions.except ? whole.map((pattern) => `all but ${pattern}`) : whole;
};

export const check = defineCheck({
  id: 'policy-service-wildcard',
  topic: 'policies',
  severity: 'low',
  title: 'Policy allows every action of a service',
  why: 'A service grows: what is allowed today includes the dangerous action of next year.',
  fix: 'Name the actions, or families of them such as s3:Get*.',
  misses: 'Inline policies, and whether the resources are narrow.',
  needs: ['authorization'],
  messages: {
    FAIL: { wide: 'The policy {policy} allows whole services: {services}.' },
    PASS: { narrow: 'The policy {policy} allows no whole service.' },
    ...customerMessages,
  },

  judge: ({ sources, account }) =>
    judgeCustomer(sources.authorization, account, 'low', ({ policy }) => {
      const services = [...new Set(policy.statements.flatMap(servicesIn))];
      return services.length > 0 ? { message: 'wide', data: { services } } : { message: 'narrow' };
    }),
});

const state = (statement: object) =>
  reads(authorization({ policies: [managedPolicy('p', documentOf(statement))] }));

export const examples = (): CheckExample[] => [
  { name: 's3:*', expect: ['wide'], severity: 'low', state: state({ Action: 'S3:*' }) },
  { name: 's3:** and ec2:Describe*', expect: ['wide'], state: state({ Action: ['ec2:Describe*', 's3:**'] }) },
  {
    name: 's3:* on one bucket',
    expect: ['wide'],
    state: state({ Action: 's3:*', Resource: 'arn:aws:s3:::b' }),
  },
  { name: 'everything but IAM', expect: ['wide'], state: state({ NotAction: 'iam:*' }) },
  { name: 'everything', expect: ['wide'], state: state({ Action: '*' }) },
  { name: 'families of actions', expect: ['narrow'], state: state({ Action: ['ec2:Describe*', 's3:Get*'] }) },
  { name: 's3:* denied', expect: ['narrow'], state: state({ Effect: 'Deny', Action: 's3:*' }) },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
