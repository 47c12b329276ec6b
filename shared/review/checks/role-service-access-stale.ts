import { arnOf, authorization, daysAgo, keyed, reads, role } from '../../account/example.ts';
import type { AccessedService } from '../../account/snapshot-access.ts';
import { readingsBy } from '../../account/source.ts';
import { isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';
import { longestStale, staleServices } from '../service-use.ts';

export const check = defineCheck({
  id: 'role-service-access-stale',
  topic: 'roles',
  severity: 'low',
  title: 'Role does not use its access to sensitive services',
  why: 'Access to models, keys or IAM that nobody needs is what an intruder looks for first.',
  fix: 'Take the services out of the policies of the role. The setting review.sensitiveServices names them and the days.',
  misses:
    'Uses in the last four hours, and those before AWS began to track (at least 400 days). Attempts that AWS refused count as uses; young roles, service-linked roles and roles that were never used are not asked about.',
  needs: ['authorization', 'serviceAccess'],
  thresholds: ['serviceUnusedDays'],
  messages: {
    FAIL: {
      stale:
        'The role {role} may call {services} and has not in time, as far back as AWS tracks (by service, as of {generated}).',
    },
    PASS: { used: 'The role {role} uses the sensitive services that it may call.' },
    NOT_APPLICABLE: {
      'no-roles': 'The account has no role of its own.',
      young: 'The role {role} is too young to be told what it does not use.',
      unused: 'No use of the role {role} is on record: role-unused tells of it.',
    },
    NOT_EVALUATED: { unknown: 'What the role {role} uses is not known: {cause}.' },
  },

  judge({ sources, account, at, criteria }) {
    const days = longestStale(criteria);
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    const readingFor = readingsBy(sources.serviceAccess);
    return judgeEach(roles, account, 'no-roles', (found) => {
      const data = { role: found.name };
      const about = { resource: found.arn, resourceId: found.name, data };
      if (!isDaysOld(at, found.createdAt, days)) return { message: 'young', ...about };
      if (found.lastUsedAt === undefined) return { message: 'unused', ...about };
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
const state = (services: readonly AccessedService[], age = 400, isUsed = true) => {
  const { lastUsedAt, ...neverUsed } = role('app', { createdAt: daysAgo(age) });
  const found = isUsed && lastUsedAt ? { ...neverUsed, lastUsedAt } : neverUsed;
  return reads({
    ...authorization({ roles: [found] }),
    serviceAccess: [keyed(arnOf('role/app'), { granularity: 'service', generatedAt: daysAgo(0), services })],
  });
};

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
    name: 'a role that was never used at all',
    expect: ['unused'],
    state: state([service('kms')], 400, false),
  },
  {
    name: 'nobody asked',
    expect: ['unknown'],
    state: { ...state([]), ...reads({ serviceAccess: [] }) },
  },
];
