import {
  noInformation,
  notApplicable,
  password,
  reads,
  report,
  reported,
  reportRow,
} from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword, type KnownTime, timeIn } from '../report-rows.ts';
import { severityOfUnused } from '../unused.ts';

/** Since when the password could have been used: its last change, else the making of the user. */
const sinceOf = ({ password: { lastChanged }, created }: CredentialRow): KnownTime => {
  const changed = timeIn(lastChanged);
  return changed === 'none' ? timeIn(created) : changed;
};

export const check = defineCheck({
  id: 'console-password-never-used',
  topic: 'credentials',
  severity: 'medium',
  title: 'Console password was never used',
  why: 'The first password often stands in a mail or a ticket: whoever finds it signs in first.',
  fix: 'Take the password away: `aws iam delete-login-profile --user-name NAME`.',
  misses: 'Passwords that were used before October 2014 only: AWS does not know of that.',
  needs: ['credentialReport'],
  thresholds: ['unusedDays', 'unusedHighDays'],
  messages: {
    FAIL: {
      'never-used':
        'The password of {user}, set on {since}, was not used in {days} days; {limit} is the limit.',
    },
    PASS: {
      new: 'The password of {user} was set on {since}, {days} days ago, and not used yet.',
      used: '{user} has signed in with the password.',
    },
    NOT_APPLICABLE: { ...userMessages.NOT_APPLICABLE, 'no-password': '{user} has no console password.' },
    NOT_EVALUATED: userMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria: { thresholds } }) {
    const { unusedDays: limit } = thresholds;
    return judgeUsers(sources.credentialReport, account, (row) => {
      const has = hasPassword(row);
      if (has === false) return { message: 'no-password' };
      const used = timeIn(row.password.lastUsed);
      if (typeof used === 'object') return { message: 'used' };
      const since = sinceOf(row);
      if (has === 'unknown' || used === 'unknown' || typeof since !== 'object')
        return { message: 'unreadable' };
      const data = { since: dateOf(since.at), days: daysSince(at, since.at), limit };
      return isDaysOld(at, since.at, limit)
        ? { message: 'never-used', data, severity: severityOfUnused(at, since.at, thresholds) }
        : { message: 'new', data };
    });
  },
});

const state = (changed: number, over: Partial<CredentialRow['password']> = {}) =>
  reads(
    report(
      reportRow('kim', {
        password: password({ lastUsed: noInformation, lastChanged: reported(changed), ...over }),
      }),
    ),
  );

export const examples = (): CheckExample[] => [
  { name: 'set 44 days ago', expect: ['new'], state: state(44) },
  { name: 'set 45 days ago', expect: ['never-used'], severity: 'medium', state: state(45) },
  { name: 'set 90 days ago', expect: ['never-used'], severity: 'high', state: state(90) },
  { name: 'set 89 days ago, judged by FSBP', expect: ['new'], profile: 'fsbp', state: state(89) },
  {
    name: 'no date of a change: the user, made 400 days ago, counts',
    expect: ['never-used'],
    severity: 'high',
    state: state(1, { lastUsed: notApplicable, lastChanged: notApplicable }),
  },
  { name: 'used', expect: ['used'], state: state(400, { lastUsed: reported(200) }) },
  { name: 'no password', expect: ['no-password'], state: reads(report(reportRow('ci'))) },
  {
    name: 'a report without the column of uses',
    expect: ['unreadable'],
    state: state(400, { lastUsed: { says: 'no-column' } }),
  },
];
