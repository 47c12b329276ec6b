import { password, reads, report, reported, reportRow } from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld, isOverDays } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword, timeIn } from '../report-rows.ts';

export const check = defineCheck({
  id: 'console-password-expired',
  topic: 'credentials',
  severity: 'low',
  title: 'Console password is past its expiry',
  why: 'Nobody has changed it in time, so nobody has signed in: the user is likely not needed.',
  fix: 'Ask the user to sign in and change it, or take the password away.',
  misses:
    'Passwords without an expiry, unless the profile asks for one or the settings switch password-policy-max-age on.',
  needs: ['credentialReport'],
  thresholds: ['passwordMaxAgeDays'],
  messages: {
    FAIL: {
      expired: 'The password of {user} expired on {expired}.',
      old: 'The password of {user} was last changed on {changed}, {days} days ago; {limit} is the limit.',
    },
    PASS: { valid: 'The password of {user} has not expired.' },
    NOT_APPLICABLE: { ...userMessages.NOT_APPLICABLE, 'no-password': '{user} has no console password.' },
    NOT_EVALUATED: userMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.passwordMaxAgeDays;
    const hasLimit = criteria.runs('password-policy-max-age');
    return judgeUsers(sources.credentialReport, account, (row) => {
      const has = hasPassword(row);
      if (has === false) return { message: 'no-password' };
      const [ends, changed] = [timeIn(row.password.nextRotation), timeIn(row.password.lastChanged)];
      if (has === true && typeof ends === 'object' && isDaysOld(at, ends.at, 0))
        return { message: 'expired', data: { expired: dateOf(ends.at) } };
      if (has === true && hasLimit && typeof changed === 'object' && isOverDays(at, changed.at, limit))
        return {
          message: 'old',
          data: { changed: dateOf(changed.at), days: daysSince(at, changed.at), limit },
        };
      const isUnclear = has === 'unknown' || ends === 'unknown' || (hasLimit && typeof changed !== 'object');
      return { message: isUnclear ? 'unreadable' : 'valid' };
    });
  },
});

const state = (over: Partial<CredentialRow['password']>) =>
  reads(report(reportRow('kim', { password: password(over) })));

export const examples = (): CheckExample[] => [
  {
    name: 'expired yesterday',
    expect: ['expired'],
    severity: 'low',
    state: state({ nextRotation: reported(1) }),
  },
  { name: 'expires tomorrow', expect: ['valid'], state: state({ nextRotation: reported(-1) }) },
  {
    name: 'no expiry, changed 400 days ago',
    expect: ['valid'],
    state: state({ lastChanged: reported(400) }),
  },
  {
    name: 'no expiry, changed 91 days ago, judged by PCI DSS',
    expect: ['old'],
    profile: 'pci-dss-4',
    state: state({ lastChanged: reported(91) }),
  },
  {
    name: 'no expiry, changed 90 days ago, judged by PCI DSS',
    expect: ['valid'],
    profile: 'pci-dss-4',
    state: state({ lastChanged: reported(90) }),
  },
  { name: 'no password', expect: ['no-password'], state: state({ enabled: false }) },
  {
    name: 'a report without the column of expiry',
    expect: ['unreadable'],
    state: state({ nextRotation: { says: 'no-column' } }),
  },
];
