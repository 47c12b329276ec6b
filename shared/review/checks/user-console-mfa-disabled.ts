import { password, reads, report, reportRow, rootRow } from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword } from '../report-rows.ts';

export const check = defineCheck({
  id: 'user-console-mfa-disabled',
  topic: 'credentials',
  severity: 'high',
  title: 'Console user has no MFA',
  why: 'A guessed, phished or leaked password is all it takes to sign in as this user.',
  fix: 'Have the user register a FIDO key, or take the password away and let people sign in through a provider.',
  misses: 'Users without a password: user-mfa-missing. The root user: root-mfa-disabled.',
  needs: ['credentialReport'],
  messages: {
    FAIL: { off: '{user} has a console password and no MFA device.' },
    PASS: { on: '{user} has a console password and MFA.' },
    NOT_APPLICABLE: { ...userMessages.NOT_APPLICABLE, 'no-password': '{user} has no console password.' },
    NOT_EVALUATED: userMessages.NOT_EVALUATED,
  },

  judge: ({ sources, account }) =>
    judgeUsers(sources.credentialReport, account, (row) => {
      const has = hasPassword(row);
      if (has === false) return { message: 'no-password' };
      if (row.mfaActive === true) return { message: 'on' };
      return { message: has === true && row.mfaActive === false ? 'off' : 'unreadable' };
    }),
});

const state = (row: Partial<CredentialRow>) =>
  reads(report(rootRow({ mfaActive: false }), reportRow('kim', row)));

export const examples = (): CheckExample[] => [
  {
    name: 'a password and no MFA',
    expect: ['off'],
    severity: 'high',
    state: state({ password: password() }),
  },
  { name: 'a password and MFA', expect: ['on'], state: state({ password: password(), mfaActive: true }) },
  { name: 'no password', expect: ['no-password'], state: state({}) },
  {
    name: 'a report without the column of MFA',
    expect: ['unreadable'],
    state: state({ password: password(), mfaActive: 'unknown' }),
  },
  {
    name: 'no user, and a root user without MFA',
    expect: ['no-users'],
    state: reads(report(rootRow({ mfaActive: false }))),
  },
];
