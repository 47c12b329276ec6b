import { authorization, reads, user } from '../../account/example.ts';
import type { Tag } from '../../account/snapshot-identities.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { missingTags } from '../tags.ts';

export const check = defineCheck({
  id: 'user-untagged',
  topic: 'hygiene',
  severity: 'info',
  title: 'User has no owner tag',
  why: 'When something is wrong with it, nobody knows whom to ask, and nobody dares to delete it.',
  fix: 'Tag it with its owner: `aws iam tag-user`. The setting review.ownerTags names the keys that count.',
  misses: 'Whether the owner that the tag names still works here.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      none: '{user} has no tag.',
      missing: '{user} lacks the tag(s) {missing}.',
    },
    PASS: { tagged: '{user} is tagged.' },
    NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  },

  judge({ sources, account, criteria }) {
    return judgeEach(sources.authorization.users, account, 'no-users', ({ name, arn, tags }) => {
      const missing = missingTags(tags, criteria);
      const about = { resource: arn, resourceId: name };
      if (missing.length === 0) return { message: 'tagged', ...about, data: { user: name } };
      return missing.includes('any') && criteria.settings.ownerTags === undefined
        ? { message: 'none', ...about, data: { user: name } }
        : { message: 'missing', ...about, data: { user: name, missing } };
    });
  },
});

const state = (...keys: readonly string[]) => {
  const tags: readonly Tag[] = keys.map((key) => ({ key, value: '김' }));
  return reads(authorization({ users: [user('kim', { tags })] }));
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
  { name: 'none', expect: ['no-users'], state: reads(authorization({})) },
];
