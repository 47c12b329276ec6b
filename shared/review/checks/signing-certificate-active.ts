import { notApplicable, reads, report, reported, reportRow, rootRow } from '../../account/example.ts';
import type { ReportedCertificate } from '../../account/snapshot-credentials.ts';
import { isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { timeIn, unreadableRow } from '../report-rows.ts';

export const check = defineCheck({
  id: 'signing-certificate-active',
  topic: 'credentials',
  severity: 'low',
  title: 'X.509 signing certificate is active',
  why: 'It signs calls to a few old interfaces as well as a key does, and nobody remembers that it exists.',
  fix: 'Deactivate it, then delete it: `aws iam delete-signing-certificate`.',
  misses: 'Certificates beyond the two that the credential report shows.',
  needs: ['credentialReport'],
  thresholds: ['signingCertificateMaxAgeDays'],
  messages: {
    FAIL: {
      active: '{user} has {count} active signing certificate(s).',
      old: '{user} has kept an inactive signing certificate for more than {limit} days.',
    },
    PASS: { none: '{user} has no active signing certificate.' },
    NOT_APPLICABLE: { 'no-rows': 'The credential report names nobody.' },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.signingCertificateMaxAgeDays;
    return judgeEach(
      sources.credentialReport.rows,
      account,
      'no-rows',
      ({ user, arn, isRoot, certificates }) => {
        const about = { resource: arn, resourceId: isRoot ? 'root' : user };
        const count = certificates.filter(({ active }) => active === true).length;
        if (count > 0) return { message: 'active', ...about, data: { user, count } };
        const times = certificates.map(({ lastRotated }) => timeIn(lastRotated));
        if (times.some((time) => typeof time === 'object' && isDaysOld(at, time.at, limit)))
          return { message: 'old', ...about, data: { user, limit } };
        const isUnclear =
          certificates.some(({ active }) => active === 'unknown') || times.includes('unknown');
        return { message: isUnclear ? 'unreadable' : 'none', ...about, data: { user } };
      },
    );
  },
});

const none = (): ReportedCertificate => ({ active: false, lastRotated: notApplicable });
const state = (certificate: ReportedCertificate) =>
  reads(report(reportRow('kim', { certificates: [none(), certificate] })));

export const examples = (): CheckExample[] => [
  {
    name: 'active',
    expect: ['active'],
    severity: 'low',
    state: state({ active: true, lastRotated: reported(1) }),
  },
  {
    name: 'inactive for 365 days',
    expect: ['old'],
    state: state({ active: false, lastRotated: reported(365) }),
  },
  {
    name: 'inactive for 364 days',
    expect: ['none'],
    state: state({ active: false, lastRotated: reported(364) }),
  },
  {
    name: 'of the root user',
    expect: ['active'],
    state: reads(report(rootRow({ certificates: [none(), { active: true, lastRotated: reported(1) }] }))),
  },
  {
    name: 'a report without the columns of certificates',
    expect: ['unreadable'],
    state: state({ active: 'unknown', lastRotated: { says: 'no-column' } }),
  },
];
