import { arnOf, authorization, daysAgo, keyed, reads, user } from '../../account/example.ts';
import type { AccessedService } from '../../account/snapshot-access.ts';
import { readingsBy } from '../../account/source.ts';
import { isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { longestStale, staleServices } from '../service-use.ts';

export const check = defineCheck({
  id: 'user-service-access-stale',
  topic: 'permissions',
  severity: 'low',
  title: 'User does not use its access to sensitive services',
  why: 'Access to models, keys or IAM that nobody needs is what an intruder looks for first.',
  fix: 'Take the services out of the policies of the user. The setting review.sensitiveServices names them and the days.',
  misses:
    'Uses in the last four hours, and those before AWS began to track (at least 400 days). Attempts that AWS refused count as uses; young users are not asked about.',
  needs: ['authorization', 'serviceAccess'],
  thresholds: ['serviceUnusedDays'],
  messages: {
    FAIL: {
      stale:
        'The user {user} may call {services} and has not in time, as far back as AWS tracks (by service, as of {generated}).',
    },
    PASS: { used: 'The user {user} uses the sensitive services that it may call.' },
    NOT_APPLICABLE: {
      'no-users': 'The account has no user.',
      young: 'The user {user} is too young to be told what it does not use.',
    },
    NOT_EVALUATED: { unknown: 'What the user {user} uses is not known: {cause}.' },
  },

  judge({ sources, account, at, criteria }) {
    const days = longestStale(criteria);
    const readingFor = readingsBy(sources.serviceAccess);
    return judgeEach(sources.authorization.users, account, 'no-users', (found) => {
      const data = { user: found.name };
      const about = { resource: found.arn, resourceId: found.name, data };
      if (!isDaysOld(at, found.createdAt, days)) return { message: 'young', ...about };
      const reading = readingFor(found.arn);
      if (reading.status !== 'read')
        return { message: 'unknown', ...about, data: { ...data, cause: reading.cause } };
      const services = staleServices(reading.value, at, criteria);
      if (services.length === 0) return { message: 'used', ...about };
      const generated = reading.value.generatedAt.slice(0, 16);
      return { message: 'stale', ...about, data: { ...data, services, generated } };
    });
  },
});

const service = (namespace: string, days?: number): AccessedService => ({
  namespace,
  name: namespace,
  actions: [],
  ...(days === undefined ? {} : { lastAttemptAt: daysAgo(days) }),
});
const state = (services: readonly AccessedService[], age = 400) =>
  reads({
    ...authorization({ users: [user('app', { createdAt: daysAgo(age) })] }),
    serviceAccess: [keyed(arnOf('user/app'), { granularity: 'service', generatedAt: daysAgo(0), services })],
  });

export const examples = (): CheckExample[] => [
  { name: 'KMS never used', expect: ['stale'], severity: 'low', state: state([service('kms')]) },
  { name: 'Bedrock used 60 days ago', expect: ['stale'], state: state([service('bedrock', 60)]) },
  { name: 'Bedrock used 59 days ago', expect: ['used'], state: state([service('bedrock', 59)]) },
  { name: 'IAM used 89 days ago', expect: ['used'], state: state([service('iam', 89)]) },
  { name: 'S3, which is not among them, never used', expect: ['used'], state: state([service('s3')]) },
  {
    name: 'S3, which the settings name, never used',
    expect: ['stale'],
    settings: { sensitiveServices: { s3: 30 } },
    state: state([service('s3')]),
  },
  { name: 'made 89 days ago', expect: ['young'], state: state([service('kms')], 89) },
  {
    name: 'nobody asked',
    expect: ['unknown'],
    state: { ...state([]), ...reads({ serviceAccess: [] }) },
  },
];
