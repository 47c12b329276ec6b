import {
  daysAgo,
  noInformation,
  notApplicable,
  password,
  reads,
  report,
  reported,
  reportedKey,
  rootRow,
  slots,
} from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { latestOf, rootIn, unreadableRow } from '../report-rows.ts';

export const check = defineCheck({
  id: 'root-recently-used',
  topic: 'root',
  severity: 'high',
  title: 'Root user was used recently',
  why: 'Only a few tasks need root. Each other use is one that nobody can be held to, or an intruder’s.',
  fix: 'Find out who used it and what for (rule root-api-activity shows the calls), and give that person a role.',
  misses:
    'Uses in the last hours: the credential report is up to four hours old, and notes a use once in 15 minutes.',
  needs: ['credentialReport'],
  thresholds: ['rootQuietDays'],
  messages: {
    FAIL: { used: 'The root user was last used on {lastUsed}, {days} days ago.' },
    PASS: {
      quiet: 'The root user was last used on {lastUsed}, {days} days ago.',
      never: 'No use of the root user is on record.',
    },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account, at, criteria }) {
    const about = { resource: account.arn, resourceId: 'root' };
    const row = rootIn(sources.credentialReport);
    // All three: a key that was used today counts although a sign-in of last year is on record.
    const last = row ? latestOf([row.password.lastUsed, ...row.keys.map((key) => key.lastUsed)]) : 'unknown';
    if (last === 'unknown') return [{ message: 'unreadable', ...about, data: {} }];
    if (last === 'none') return [{ message: 'never', ...about, data: {} }];
    const message = isDaysOld(at, last.at, criteria.thresholds.rootQuietDays) ? 'quiet' : 'used';
    return [{ message, ...about, data: { lastUsed: dateOf(last.at), days: daysSince(at, last.at) } }];
  },
});

const state = (over: Partial<CredentialRow>) => reads(report(rootRow(over)));
const signedIn = (days: number) => password({ lastUsed: reported(days) });

export const examples = (): CheckExample[] => [
  {
    name: 'signed in yesterday',
    expect: ['used'],
    severity: 'high',
    state: state({ password: signedIn(1) }),
  },
  {
    name: 'the second key used today, signed in a year ago',
    expect: ['used'],
    state: state({
      password: signedIn(365),
      keys: slots(undefined, reportedKey(900, { at: daysAgo(0.2) })),
    }),
  },
  { name: 'used 29.9 days ago', expect: ['used'], state: state({ password: signedIn(29.9) }) },
  { name: 'used 30 days ago', expect: ['quiet'], state: state({ password: signedIn(30) }) },
  {
    name: 'never used',
    expect: ['never'],
    state: state({
      keys: slots(reportedKey(9, notApplicable)),
      password: password({ lastUsed: noInformation }),
    }),
  },
  {
    name: 'a date that cannot be read',
    expect: ['unreadable'],
    state: state({ password: password({ lastUsed: { says: 'unreadable' } }) }),
  },
];
