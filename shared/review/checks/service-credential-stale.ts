import { daysAgo, reads } from '../../account/example.ts';
import { daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'service-credential-stale',
  topic: 'credentials',
  severity: 'medium',
  title: 'Service-specific credential is too old',
  why: 'It is a password that never ends and that the credential report does not show.',
  fix: 'Reset it (`aws iam reset-service-specific-credential`) or delete it; use the service’s credential helper with a role.',
  misses: 'Whether it is used: AWS does not tell.',
  needs: ['serviceCredentials'],
  thresholds: ['serviceCredentialMaxAgeDays'],
  messages: {
    FAIL: { old: 'The credential {id} of {user} for {service} is {days} days old; {limit} is the limit.' },
    PASS: { young: 'The credential {id} of {user} for {service} is {days} days old; {limit} is the limit.' },
    NOT_APPLICABLE: {
      none: 'No IAM user has a service-specific credential.',
      inactive: 'The credential {id} of {user} for {service} is inactive.',
    },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.serviceCredentialMaxAgeDays;
    return judgeEach(sources.serviceCredentials, account, 'none', (found) => {
      const { id, userName, service, createdAt } = found;
      const about = {
        resource: account.iamArn(`user/${userName}`),
        resourceId: id,
        data: { id, user: userName, service, days: daysSince(at, createdAt), limit },
      };
      if (!found.active) return { message: 'inactive', ...about };
      return { message: isDaysOld(at, createdAt, limit) ? 'old' : 'young', ...about };
    });
  },
});

const state = (age: number, active = true) =>
  reads({
    serviceCredentials: [
      {
        id: 'ACCAEXAMPLE',
        userName: 'kim',
        service: 'codecommit.amazonaws.com',
        active,
        createdAt: daysAgo(age),
      },
    ],
  });

export const examples = (): CheckExample[] => [
  { name: '90 days old', expect: ['old'], severity: 'medium', state: state(90) },
  { name: '89 days old', expect: ['young'], state: state(89) },
  { name: 'inactive', expect: ['inactive'], state: state(400, false) },
  { name: 'none', expect: ['none'], state: reads({ serviceCredentials: [] }) },
];
