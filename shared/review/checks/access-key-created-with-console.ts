import {
  accessKey,
  notApplicable,
  password,
  reads,
  report,
  reported,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeKeys, keyMessages } from '../judge-keys.ts';
import { hasPassword } from '../report-rows.ts';
import { joinKeys } from '../user-keys.ts';

export const check = defineCheck({
  id: 'access-key-created-with-console',
  topic: 'credentials',
  severity: 'low',
  title: 'Console user holds an access key that was never used',
  why: 'A key that was made together with the user, because the form offered it, is one that nobody asked for.',
  fix: 'Delete the key; whoever needs one can ask for it.',
  misses: 'Keys that were used once. The event rule of the same id sees the making itself.',
  needs: ['credentialReport', 'accessKeys'],
  messages: {
    FAIL: { idle: 'Key {key} of {user}, who signs in to the console, was never used.' },
    PASS: {
      used: 'Key {key} of {user} has been used.',
      'no-password': '{user} has no console password, so key {key} was not made with one.',
    },
    NOT_APPLICABLE: { ...keyMessages.NOT_APPLICABLE, inactive: 'Key {key} of {user} is inactive.' },
    NOT_EVALUATED: {
      ...keyMessages.NOT_EVALUATED,
      unclear:
        'The credential report does not tell whether {user} has a password or whether key {key} was used.',
    },
  },

  judge({ sources, account }) {
    const joined = joinKeys(sources.credentialReport, sources.accessKeys, account);
    return judgeKeys(joined, account, ({ key, row, lastUsed }) => {
      if (!key.active) return { message: 'inactive' };
      if (typeof lastUsed === 'object') return { message: 'used' };
      const has = row ? hasPassword(row) : 'unknown';
      if (has === false) return { message: 'no-password' };
      return { message: has === true && lastUsed === 'none' ? 'idle' : 'unclear' };
    });
  },
});

const state = (row: Partial<CredentialRow>, active = true) =>
  reads({
    ...report(reportRow('kim', { keys: slots(reportedKey(3, notApplicable, active)), ...row })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', 3, active)],
  });
const withPassword = () => ({ password: password() });

export const examples = (): CheckExample[] => [
  {
    name: 'a password and a key that was never used',
    expect: ['idle'],
    severity: 'low',
    profile: 'cis-5',
    state: state(withPassword()),
  },
  { name: 'no password', expect: ['no-password'], profile: 'cis-6', state: state({}) },
  {
    name: 'a key that was used',
    expect: ['used'],
    profile: 'cis-5',
    state: state({ ...withPassword(), keys: slots(reportedKey(3, reported(1))) }),
  },
  { name: 'inactive', expect: ['inactive'], profile: 'cis-5', state: state(withPassword(), false) },
  {
    name: 'judged by CIS 7.0, which dropped it',
    expect: ['not-asked'],
    profile: 'cis-7',
    state: state(withPassword()),
  },
];
