import { noInformation, password, reads, report, reported, reportRow } from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword, timeIn } from '../report-rows.ts';
import { severityOfUnused } from '../unused.ts';

export const check = defineCheck({
  id: 'console-password-unused',
  topic: 'credentials',
  severity: 'medium',
  title: 'Console password is not used',
  why: 'The password of somebody who left, or changed jobs, is one whose theft nobody notices.',
  fix: 'Take the password away: `aws iam delete-login-profile --user-name NAME`. It is quickly given again.',
  misses: 'Sign-ins through a provider: they need no password.',
  needs: ['credentialReport'],
  thresholds: ['unusedDays', 'unusedHighDays'],
  messages: {
    FAIL: {
      unused: '{user} last signed in with a password on {lastUsed}, {days} days ago; {limit} is the limit.',
    },
    PASS: { used: '{user} last signed in with a password on {lastUsed}, {days} days ago.' },
    NOT_APPLICABLE: {
      ...userMessages.NOT_APPLICABLE,
      'no-password': '{user} has no console password.',
      'never-used': '{user} never signed in with the password: console-password-never-used tells of it.',
    },
    NOT_EVALUATED: userMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria: { thresholds } }) {
    const { unusedDays: limit } = thresholds;
    return judgeUsers(sources.credentialReport, account, (row) => {
      const has = hasPassword(row);
      // A password that was taken away may still show when it was last used.
      if (has === false) return { message: 'no-password' };
      const used = timeIn(row.password.lastUsed);
      if (has === 'unknown' || used === 'unknown') return { message: 'unreadable' };
      if (used === 'none') return { message: 'never-used' };
      const data = { lastUsed: dateOf(used.at), days: daysSince(at, used.at), limit };
      return isDaysOld(at, used.at, limit)
        ? { message: 'unused', data, severity: severityOfUnused(at, used.at, thresholds) }
        : { message: 'used', data };
    });
  },
});

const state = (over: Partial<CredentialRow['password']>) =>
  reads(report(reportRow('kim', { password: password(over) })));
const used = (days: number) => state({ lastUsed: reported(days) });

export const examples = (): CheckExample[] => [
  { name: 'used 44 days ago', expect: ['used'], state: used(44) },
  { name: 'used 45 days ago', expect: ['unused'], severity: 'medium', state: used(45) },
  { name: 'used 46 days ago', expect: ['unused'], severity: 'medium', state: used(46) },
  { name: 'used 90 days ago', expect: ['unused'], severity: 'high', state: used(90) },
  { name: 'used 89 days ago, judged by PCI DSS', expect: ['used'], profile: 'pci-dss-4', state: used(89) },
  { name: 'never used', expect: ['never-used'], state: state({ lastUsed: noInformation }) },
  {
    name: 'taken away, last used a year ago',
    expect: ['no-password'],
    state: state({ enabled: false, lastUsed: reported(365) }),
  },
];
