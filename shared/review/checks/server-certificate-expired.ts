import { arnOf, daysAgo, reads } from '../../account/example.ts';
import { dateOf, daysUntil, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'server-certificate-expired',
  topic: 'hygiene',
  severity: 'medium',
  title: 'IAM holds an expired server certificate',
  why: 'Deployed by mistake it makes browsers turn visitors away, and it hides the one that is in use.',
  fix: 'Delete it: `aws iam delete-server-certificate --server-certificate-name NAME`. Keep certificates in ACM, which renews them.',
  misses: 'Certificates in ACM, and whether a load balancer uses this one.',
  needs: ['serverCertificates'],
  thresholds: ['certificateWarningDays'],
  messages: {
    FAIL: { expired: 'The server certificate {name} expired on {expires}.' },
    PASS: {
      valid: 'The server certificate {name} is valid until {expires}.',
      soon: 'The server certificate {name} expires on {expires}, in {days} days.',
    },
    NOT_APPLICABLE: { none: 'IAM holds no server certificate.' },
  },

  judge: ({ sources, account, at, criteria }) =>
    judgeEach(sources.serverCertificates, account, 'none', ({ name, arn, expiresAt }) => {
      const about = {
        resource: arn,
        resourceId: name,
        data: { name, expires: dateOf(expiresAt), days: daysUntil(at, expiresAt) },
      };
      if (isDaysOld(at, expiresAt, 0)) return { message: 'expired', ...about };
      const isSoon = isDaysOld(at, expiresAt, -criteria.thresholds.certificateWarningDays);
      return { message: isSoon ? 'soon' : 'valid', ...about };
    }),
});

const state = (days: number) =>
  reads({
    serverCertificates: [
      { name: 'www', arn: arnOf('server-certificate/www'), id: 'ASCAEXAMPLE', expiresAt: daysAgo(-days) },
    ],
  });

export const examples = (): CheckExample[] => [
  { name: 'expired a day ago', expect: ['expired'], severity: 'medium', state: state(-1) },
  { name: 'expires in this second', expect: ['expired'], state: state(0) },
  { name: 'expires in 30 days', expect: ['soon'], state: state(30) },
  { name: 'expires in 31 days', expect: ['valid'], state: state(31) },
  { name: 'none', expect: ['none'], state: reads({ serverCertificates: [] }) },
];
