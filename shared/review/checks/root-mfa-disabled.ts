import {
  noInformation,
  password,
  reads,
  report,
  reportedKey,
  rootRow,
  slots,
} from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { hasActiveKey, hasPassword, rootIn, unreadableRow } from '../report-rows.ts';

type Summary = Readonly<Record<string, number>>;

/** With a report its row decides on the password; the summary, which is never old, is heard on keys as well. */
const hasCredentials = (
  row: CredentialRow | undefined,
  summary: Summary | undefined,
): boolean | 'unknown' => {
  if ((summary?.['AccountAccessKeysPresent'] ?? 0) > 0) return true;
  if (row === undefined) return summary ? summary['AccountPasswordPresent'] !== 0 : 'unknown';
  const ways = [hasPassword(row), hasActiveKey(row)];
  if (ways.includes(true)) return true;
  return ways.includes('unknown') ? 'unknown' : false;
};

const isWithoutMfa = (row: CredentialRow | undefined, summary: Summary | undefined): boolean | 'unknown' => {
  const told = [
    ...(row ? [row.mfaActive] : []),
    ...(summary
      ? [summary['AccountMFAEnabled'] === undefined ? 'unknown' : summary['AccountMFAEnabled'] > 0]
      : []),
  ];
  if (told.includes(false)) return true;
  return told.every((flag) => flag === true) ? false : 'unknown';
};

export const check = defineCheck({
  id: 'root-mfa-disabled',
  topic: 'root',
  severity: 'critical',
  title: 'Root user has credentials but no MFA',
  why: 'A password alone, guessed, phished or reset through the mailbox, is then enough to own the account.',
  fix: 'Register two FIDO keys for the root user and keep them apart; or, in an organisation, delete the credentials of member accounts’ root users.',
  misses: 'That the mailbox of the root user can reset both.',
  needs: [],
  confirms: ['credentialReport', 'accountSummary'],
  messages: {
    FAIL: { off: 'The root user has credentials and no MFA device.' },
    PASS: {
      on: 'The root user has MFA.',
      'no-credentials': 'The root user has neither a password nor an active access key.',
    },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account }) {
    const about = { resource: account.arn, resourceId: 'root', data: {} };
    const row = sources.credentialReport && rootIn(sources.credentialReport);
    const has = hasCredentials(row, sources.accountSummary);
    if (has === false) return [{ message: 'no-credentials', ...about }];
    const without = isWithoutMfa(row, sources.accountSummary);
    if (without === false) return [{ message: 'on', ...about }];
    return [{ message: has === 'unknown' || without === 'unknown' ? 'unreadable' : 'off', ...about }];
  },
});

const summary = (mfa: number, over: object = {}) =>
  reads({ accountSummary: { AccountMFAEnabled: mfa, AccountAccessKeysPresent: 0, ...over } });
const rows = (over: Partial<CredentialRow>) => reads(report(rootRow(over)));
const none = () => password({ enabled: false });

export const examples = (): CheckExample[] => [
  {
    name: 'a password and no MFA',
    expect: ['off'],
    severity: 'critical',
    state: { ...rows({ mfaActive: false }), ...summary(0) },
  },
  {
    name: 'an older report that says not_supported of the password',
    expect: ['off'],
    state: { ...rows({ mfaActive: false, password: password({ enabled: 'not-supported' }) }), ...summary(0) },
  },
  {
    name: 'no password, an active key, no MFA',
    expect: ['off'],
    state: {
      ...rows({ mfaActive: false, password: none(), keys: slots(reportedKey(10, noInformation)) }),
      ...summary(0),
    },
  },
  { name: 'MFA taken off since the report', expect: ['off'], state: { ...rows({}), ...summary(0) } },
  { name: 'MFA', expect: ['on'], state: { ...rows({}), ...summary(1) } },
  {
    name: 'a member account without root credentials',
    expect: ['no-credentials'],
    state: { ...rows({ mfaActive: false, password: none() }), ...summary(0) },
  },
  { name: 'MFA, and no summary', expect: ['unconfirmed'], state: rows({}) },
  {
    name: 'a report that does not tell of MFA',
    expect: ['unreadable'],
    state: { ...rows({ mfaActive: 'unknown' }), ...summary(1) },
  },
];
