import { authorization, reads, role, trustOf } from '../../account/example.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';
import { serviceTrusts } from '../role-trust.ts';

/**
 * Services that send aws:SourceAccount and aws:SourceArn when they take on a role: their guides show trust policies with the keys
 * ("Cross-service confused deputy prevention" of each). EC2, Lambda, API Gateway, Backup, Glue, Elastic Transcoder and CloudTrail's delivery to
 * CloudWatch Logs are left out on purpose: there the condition stops the workload (Prowler issues 2248, 2314, 2792, 2810, 4714, 7021).
 * Read in the guides: appstream, datazone, frauddetector, iot, personalize, pipes; the others are from memory and unverified.
 */
const deputies = new Set([
  'appstream',
  'bedrock',
  'codebuild',
  'datazone',
  'dms',
  'firehose',
  'frauddetector',
  'iot',
  'logs',
  'personalize',
  'pipes',
  'sagemaker',
  'scheduler',
  'ssm',
  'ssm-incidents',
  'states',
  'transfer',
  'vpc-flow-logs',
]);

/** `states.amazonaws.com`, `logs.eu-west-1.amazonaws.com` → `states`, `logs`. */
const nameOf = (service: string): string => service.split('.', 1)[0] ?? service;

export const check = defineCheck({
  id: 'role-confused-deputy',
  topic: 'roles',
  severity: 'low',
  title: 'A service may use the role for another customer',
  why: 'The service acts for all its customers. One who knows the role’s ARN may get the service to use it.',
  fix: 'Add StringEquals on aws:SourceAccount with your account to the statement of the trust policy.',
  misses:
    'Services of which it is not known that they send the keys: there the condition could stop the workload.',
  needs: ['authorization'],
  messages: {
    FAIL: { open: 'The role {role} may be used by {services} for any customer.' },
    PASS: {
      limited: 'The role {role} says for whom services must call.',
      other: 'The role {role} is used by no service that is known to say for whom it calls.',
    },
    NOT_APPLICABLE: { 'no-roles': 'The account has no role of its own.' },
    NOT_EVALUATED: { unreadable: 'The trust policy of the role {role} cannot be read ({cause}).' },
  },

  judge({ sources, account }) {
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', ({ name, arn, trustPolicy }) => {
      const about = { resource: arn, resourceId: name };
      const reading = readPolicy(trustPolicy);
      if (reading.status === 'unreadable')
        return { message: 'unreadable', ...about, data: { role: name, cause: reading.cause } };
      const trusts = serviceTrusts(reading.policy).filter(({ service }) => deputies.has(nameOf(service)));
      const services = trusts.filter(({ saysForWhom }) => !saysForWhom).map(({ service }) => service);
      if (services.length > 0) return { message: 'open', ...about, data: { role: name, services } };
      return { message: trusts.length > 0 ? 'limited' : 'other', ...about, data: { role: name } };
    });
  },
});

const state = (Service: unknown, over: object = {}) =>
  reads(authorization({ roles: [role('r', { trustPolicy: trustOf({ Service }, over) })] }));

export const examples = (): CheckExample[] => [
  { name: 'IoT without a condition', expect: ['open'], severity: 'low', state: state('iot.amazonaws.com') },
  { name: 'logs of one Region', expect: ['open'], state: state('logs.eu-west-1.amazonaws.com') },
  {
    name: 'IoT with the account',
    expect: ['limited'],
    state: state('iot.amazonaws.com', {
      Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } },
    }),
  },
  { name: 'EC2, which does not send the key', expect: ['other'], state: state('ec2.amazonaws.com') },
  {
    name: 'CloudTrail, which does not send the key',
    expect: ['other'],
    state: state('cloudtrail.amazonaws.com'),
  },
  {
    name: 'Lambda and IoT',
    expect: ['open'],
    state: state(['lambda.amazonaws.com', 'iot.amazonaws.com']),
  },
];
