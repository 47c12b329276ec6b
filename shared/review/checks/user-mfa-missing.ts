import {
  notApplicable,
  password,
  reads,
  report,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword } from '../report-rows.ts';

export const check = defineCheck({
  id: 'user-mfa-missing',
  topic: 'credentials',
  severity: 'low',
  title: 'IAM user has no MFA device',
  why: 'Policies that ask for MFA cannot be met with a key alone, and so are left out.',
  fix: 'Have the user register a FIDO key; name programs in the setting review.serviceUsers; better, give them roles.',
  misses: 'Whether any policy asks for MFA.',
  needs: ['credentialReport'],
  messages: {
    FAIL: { off: '{user} has no MFA device.' },
    PASS: { on: '{user} has MFA.' },
    NOT_APPLICABLE: {
      ...userMessages.NOT_APPLICABLE,
      program: '{user} is a program (setting review.serviceUsers) and has no password.',
    },
    NOT_EVALUATED: userMessages.NOT_EVALUATED,
  },

  judge({ sources, account, criteria }) {
    const programs = new Set((criteria.settings.serviceUsers ?? []).map((name) => name.toLowerCase()));
    return judgeUsers(sources.credentialReport, account, (row) => {
      if (row.mfaActive === true) return { message: 'on' };
      // A password makes a person of whoever the settings call a program.
      if (programs.has(row.user.toLowerCase()) && hasPassword(row) === false) return { message: 'program' };
      return { message: row.mfaActive === false ? 'off' : 'unreadable' };
    });
  },
});

const state = (row: Partial<CredentialRow>) =>
  reads(report(reportRow('ci', { keys: slots(reportedKey(1, notApplicable)), ...row })));

export const examples = (): CheckExample[] => [
  { name: 'a key and no MFA', expect: ['off'], severity: 'low', profile: 'pci-dss-4', state: state({}) },
  {
    name: 'a key and no MFA, of a program',
    expect: ['program'],
    profile: 'pci-dss-4',
    settings: { serviceUsers: ['CI'] },
    state: state({}),
  },
  {
    name: 'a program with a password',
    expect: ['off'],
    profile: 'pci-dss-4',
    settings: { serviceUsers: ['ci'] },
    state: state({ password: password() }),
  },
  {
    name: 'MFA',
    expect: ['on'],
    settings: { alsoRun: ['user-mfa-missing'] },
    state: state({ mfaActive: true }),
  },
  { name: 'no MFA, and nobody asks', expect: ['not-asked'], state: state({}) },
];
