import { matchesAnyArnPattern } from '../../account/arn-pattern.ts';
import { authorization, daysAgo, reads, role } from '../../account/example.ts';
import type { RoleDetail } from '../../account/snapshot-identities.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';

export const check = defineCheck({
  id: 'role-unused',
  topic: 'roles',
  severity: 'medium',
  title: 'Role is not used',
  why: 'A role that nobody uses is a way in that nobody watches.',
  fix: 'Deny it everything for a week, then delete it. Name roles that may be idle in breakGlassRoles or review.idleRoles.',
  misses: 'Uses before AWS began to track them: it keeps at least 400 days, less in younger Regions.',
  needs: ['authorization'],
  thresholds: ['roleUnusedDays'],
  messages: {
    FAIL: {
      unused: 'The role {role} was last used on {lastUsed}, {days} days ago; {limit} is the limit.',
      'never-seen': 'No use of the role {role}, made on {made}, was seen in the 400 days that AWS tracks.',
    },
    PASS: {
      used: 'The role {role} was last used on {lastUsed}, {days} days ago.',
      new: 'The role {role} was made on {made}: too young to be called unused.',
    },
    NOT_APPLICABLE: {
      'no-roles': 'The account has no role of its own.',
      idle: 'The role {role} may be idle, say the settings.',
    },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.roleUnusedDays;
    const idle = [...(criteria.account.breakGlassRoles ?? []), ...(criteria.settings.idleRoles ?? [])];
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', ({ name, arn, createdAt, lastUsedAt }) => {
      const about = { resource: arn, resourceId: name };
      const data = { role: name };
      if (matchesAnyArnPattern(idle, arn)) return { message: 'idle', ...about, data };
      if (lastUsedAt !== undefined && !isDaysOld(at, lastUsedAt, limit))
        return {
          message: 'used',
          ...about,
          data: { ...data, lastUsed: dateOf(lastUsedAt), days: daysSince(at, lastUsedAt) },
        };
      const made = { ...data, made: dateOf(createdAt) };
      if (!isDaysOld(at, createdAt, limit)) return { message: 'new', ...about, data: made };
      if (lastUsedAt === undefined) return { message: 'never-seen', ...about, data: made };
      return {
        message: 'unused',
        ...about,
        data: { ...data, lastUsed: dateOf(lastUsedAt), days: daysSince(at, lastUsedAt), limit },
      };
    });
  },
});

const state = (age: number, lastUsed?: number, over: Partial<RoleDetail> = {}) => {
  const { lastUsedAt: _, ...neverUsed } = role('old', { createdAt: daysAgo(age), ...over });
  const found = lastUsed === undefined ? neverUsed : { ...neverUsed, lastUsedAt: daysAgo(lastUsed) };
  return reads(authorization({ roles: [found] }));
};

export const examples = (): CheckExample[] => [
  { name: 'used 90 days ago', expect: ['unused'], severity: 'medium', state: state(400, 90) },
  { name: 'used 89 days ago', expect: ['used'], state: state(400, 89) },
  { name: 'no use on record, 90 days old', expect: ['never-seen'], state: state(90) },
  { name: 'no use on record, 89 days old', expect: ['new'], state: state(89) },
  {
    name: 'a role for emergencies',
    expect: ['idle'],
    account: { breakGlassRoles: ['arn:aws:iam::*:role/old'] },
    state: state(400),
  },
  {
    name: 'a service-linked role',
    expect: ['no-roles'],
    state: state(400, undefined, { path: '/aws-service-role/x/' }),
  },
];
