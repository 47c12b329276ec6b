import { daysAgo, reads } from '../../account/example.ts';
import { daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'ssh-public-key-stale',
  topic: 'credentials',
  severity: 'low',
  title: 'SSH key for CodeCommit is too old',
  why: 'The private half lies on a laptop somewhere, perhaps one that was given back long ago.',
  fix: 'Delete it, or have the user upload a new one.',
  misses: 'Whether it is used: AWS does not tell.',
  needs: ['sshPublicKeys'],
  thresholds: ['sshKeyMaxAgeDays'],
  messages: {
    FAIL: { old: 'The SSH key {id} of {user} is {days} days old; {limit} is the limit.' },
    PASS: { young: 'The SSH key {id} of {user} is {days} days old; {limit} is the limit.' },
    NOT_APPLICABLE: {
      none: 'No IAM user has an SSH key.',
      inactive: 'The SSH key {id} of {user} is inactive.',
    },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.sshKeyMaxAgeDays;
    return judgeEach(sources.sshPublicKeys, account, 'none', ({ id, userName, active, uploadedAt }) => {
      const about = {
        resource: account.iamArn(`user/${userName}`),
        resourceId: id,
        data: { id, user: userName, days: daysSince(at, uploadedAt), limit },
      };
      if (!active) return { message: 'inactive', ...about };
      return { message: isDaysOld(at, uploadedAt, limit) ? 'old' : 'young', ...about };
    });
  },
});

const state = (age: number, active = true) =>
  reads({ sshPublicKeys: [{ id: 'APKAEXAMPLE', userName: 'kim', active, uploadedAt: daysAgo(age) }] });

export const examples = (): CheckExample[] => [
  { name: '365 days old', expect: ['old'], severity: 'low', state: state(365) },
  { name: '364 days old', expect: ['young'], state: state(364) },
  { name: 'inactive', expect: ['inactive'], state: state(400, false) },
  { name: 'none', expect: ['none'], state: reads({ sshPublicKeys: [] }) },
];
