import { authorization, reads, role } from '../../account/example.ts';
import type { Tag } from '../../account/snapshot-identities.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';
import { missingTags } from '../tags.ts';

export const check = defineCheck({
  id: 'role-untagged',
  topic: 'hygiene',
  severity: 'info',
  title: 'Role has no owner tag',
  why: 'When something is wrong with it, nobody knows whom to ask, and nobody dares to delete it.',
  fix: 'Tag it with its owner: `aws iam tag-role`. The setting review.ownerTags names the keys that count.',
  misses: 'Whether the owner that the tag names still works here.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      none: '{role} has no tag.',
      missing: '{role} lacks the tag(s) {missing}.',
    },
    PASS: { tagged: '{role} is tagged.' },
    NOT_APPLICABLE: { 'no-roles': 'The account has no IAM role of its own.' },
  },

  judge({ sources, account, criteria }) {
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', ({ name, arn, tags }) => {
      const missing = missingTags(tags, criteria);
      const about = { resource: arn, resourceId: name };
      if (missing.length === 0) return { message: 'tagged', ...about, data: { role: name } };
      return missing.includes('any') && criteria.settings.ownerTags === undefined
        ? { message: 'none', ...about, data: { role: name } }
        : { message: 'missing', ...about, data: { role: name, missing } };
    });
  },
});

const state = (...keys: readonly string[]) => {
  const tags: readonly Tag[] = keys.map((key) => ({ key, value: '김' }));
  return reads(authorization({ roles: [role('kim', { tags })] }));
};

export const examples = (): CheckExample[] => [
  { name: 'no tag', expect: ['none'], severity: 'info', state: state() },
  { name: 'tags of AWS only', expect: ['none'], state: state('aws:cloudformation:stack-name') },
  { name: 'any tag', expect: ['tagged'], state: state('cost-centre') },
  {
    name: 'any tag, where an owner is asked for',
    expect: ['missing'],
    settings: { ownerTags: ['owner'] },
    state: state('cost-centre'),
  },
  { name: 'the owner', expect: ['tagged'], settings: { ownerTags: ['owner'] }, state: state('Owner') },
  { name: 'none', expect: ['no-roles'], state: reads(authorization({})) },
];
