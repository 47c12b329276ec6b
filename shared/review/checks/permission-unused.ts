import {
  arnOf,
  authorization,
  daysAgo,
  documentOf,
  keyed,
  managedPolicy,
  reads,
  role,
} from '../../account/example.ts';
import type { AccessedService, ServiceAccess } from '../../account/snapshot-access.ts';
import type {
  AuthorizationDetails,
  ManagedPolicy,
  RoleDetail,
  UserDetail,
} from '../../account/snapshot-identities.ts';
import { readingsBy } from '../../account/source.ts';
import { isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { defaultDocument } from '../documents.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';

type Holder = RoleDetail | UserDetail;

/** The action patterns that each policy which changed lately allows: what they give may not have come to be used yet. */
const givenLately = (details: AuthorizationDetails, at: number, graceDays: number) => {
  const patternsOf = (policy: ManagedPolicy): readonly string[] => {
    const document = defaultDocument(policy);
    if (document?.status !== 'read') return ['*'];
    return document.policy.statements.flatMap(({ actions }) => (actions.except ? ['*'] : actions.patterns));
  };
  return new Map(
    details.policies
      .filter(({ updatedAt }) => !isDaysOld(at, updatedAt, graceDays))
      .map((policy) => [policy.arn, patternsOf(policy)]),
  );
};

const isOf = (pattern: string, namespace: string): boolean =>
  pattern.startsWith('*') || pattern.toLowerCase().startsWith(`${namespace}:`);

/** A whole service. Of IAM, one action is never called by itself and so not tracked: nobody can say that it is not used. */
const wholeService = (namespace: string): string =>
  namespace === 'iam' ? 'iam:* (but iam:PassRole)' : `${namespace}:*`;

/** AWS does not track it: it is never called by itself. */
const isTracked = (action: string): boolean => !/(^|:)PassRole$/i.test(action);

const isUnused = (lastAttemptAt: string | undefined, at: number, days: number): boolean =>
  lastAttemptAt === undefined || isDaysOld(at, lastAttemptAt, days);

const unusedIn = ({ granularity, services }: ServiceAccess, at: number, days: number) =>
  services.flatMap(({ namespace, lastAttemptAt, actions }) => {
    if (isUnused(lastAttemptAt, at, days)) return [{ namespace, name: wholeService(namespace) }];
    if (granularity === 'service') return [];
    return actions
      .filter((action) => isTracked(action.name) && isUnused(action.lastAttemptAt, at, days))
      .map(({ name }) => ({ namespace, name: `${namespace}:${name}` }));
  });

export const check = defineCheck({
  id: 'permission-unused',
  topic: 'roles',
  severity: 'info',
  title: 'Permissions that are not used',
  why: 'What is allowed and never done can be taken away without anybody noticing, but for an intruder.',
  fix: 'Take the services and actions out of the policies, a few at a time. Leave iam:PassRole alone: AWS does not track it.',
  misses:
    'Data events, most actions (only some services are tracked by action), uses in the last four hours. Attempts that AWS refused count as uses.',
  needs: ['authorization', 'serviceAccess'],
  thresholds: ['permissionUnusedDays', 'permissionGraceDays'],
  messages: {
    FAIL: {
      unused:
        '{holder} has not used {count} of its permissions in {limit} days, as far back as AWS tracks: {permissions} (by {granularity}, as of {generated}).',
    },
    PASS: { used: '{holder} uses what it may call (by {granularity}, as of {generated}).' },
    NOT_APPLICABLE: {
      'no-holders': 'The account has no user and no role of its own.',
      young: '{holder} is too young to be told what it does not use.',
      idle: 'No use of {holder} is on record: role-unused tells of it.',
    },
    NOT_EVALUATED: { unknown: 'What {holder} uses is not known: {cause}.' },
  },

  judge({ sources, account, at, criteria: { thresholds } }) {
    const { permissionUnusedDays: limit, permissionGraceDays } = thresholds;
    const { users, roles } = sources.authorization;
    const holders: readonly Holder[] = [...users, ...roles.filter((found) => !isServiceLinked(found))];
    const readingFor = readingsBy(sources.serviceAccess);
    const recent = givenLately(sources.authorization, at, permissionGraceDays);
    return judgeEach(holders, account, 'no-holders', (found) => {
      const data = { holder: found.name };
      const about = { resource: found.arn, resourceId: found.name, data };
      if (!isDaysOld(at, found.createdAt, limit)) return { message: 'young', ...about };
      if ('trustPolicy' in found && found.lastUsedAt === undefined) return { message: 'idle', ...about };
      const reading = readingFor(found.arn);
      if (reading.status !== 'read')
        return { message: 'unknown', ...about, data: { ...data, cause: reading.cause } };
      const given = found.attachedPolicies.flatMap(({ arn }) => recent.get(arn) ?? []);
      const permissions = unusedIn(reading.value, at, limit)
        .filter(({ namespace }) => !given.some((pattern) => isOf(pattern, namespace)))
        .map(({ name }) => name)
        .toSorted();
      const { granularity, generatedAt } = reading.value;
      const told = { ...data, granularity, generated: generatedAt.slice(0, 16) };
      return permissions.length > 0
        ? { message: 'unused', ...about, data: { ...told, count: permissions.length, permissions, limit } }
        : { message: 'used', ...about, data: told };
    });
  },
});

const service = (namespace: string, days?: number, over: Partial<AccessedService> = {}): AccessedService => ({
  namespace,
  name: namespace,
  actions: [],
  ...(days === undefined ? {} : { lastAttemptAt: daysAgo(days) }),
  ...over,
});
const state = (
  services: readonly AccessedService[],
  {
    age = 400,
    granularity = 'service',
    updated = 400,
  }: { age?: number; granularity?: 'service' | 'action'; updated?: number } = {},
) => {
  const policy = managedPolicy('p', documentOf({ Action: ['s3:*', 'iam:*'] }), {
    updatedAt: daysAgo(updated),
  });
  const found = role('app', { createdAt: daysAgo(age), attachedPolicies: [{ name: 'p', arn: policy.arn }] });
  return reads({
    ...authorization({ roles: [found], policies: [policy] }),
    serviceAccess: [keyed(arnOf('role/app'), { granularity, generatedAt: daysAgo(0), services })],
  });
};

export const examples = (): CheckExample[] => [
  {
    name: 'a service that was never used',
    expect: ['unused'],
    severity: 'info',
    state: state([service('s3')]),
  },
  { name: 'a service used 90 days ago', expect: ['unused'], state: state([service('s3', 90)]) },
  { name: 'a service used 89 days ago', expect: ['used'], state: state([service('s3', 89)]) },
  {
    name: 'an action that was never used',
    expect: ['unused'],
    state: state([service('iam', 1, { actions: [{ name: 'CreateUser' }] })], { granularity: 'action' }),
  },
  {
    name: 'PassRole, which AWS does not track',
    expect: ['used'],
    state: state([service('iam', 1, { actions: [{ name: 'PassRole' }] })], { granularity: 'action' }),
  },
  {
    name: 'a service that a policy has allowed for 13 days',
    expect: ['used'],
    state: state([service('s3')], { updated: 13 }),
  },
  {
    name: 'a service that a policy has allowed for 14 days',
    expect: ['unused'],
    state: state([service('s3')], { updated: 14 }),
  },
  { name: 'a role made 89 days ago', expect: ['young'], state: state([service('s3')], { age: 89 }) },
  { name: 'nobody asked', expect: ['unknown'], state: { ...state([]), ...reads({ serviceAccess: [] }) } },
];
