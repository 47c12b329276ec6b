import { arnOf, password, reads, report, rootRow } from '../../account/example.ts';
import type { VirtualMfaDevice } from '../../account/snapshot-credentials.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { hasPassword, rootIn, unreadableRow } from '../report-rows.ts';

/** By its whole ARN: a user named `root-admin` or `groot` is not the root user. */
const isOfRoot = ({ serial, userArn }: VirtualMfaDevice): boolean =>
  /^arn:[\w-]+:iam::\d{12}:root$/.test(userArn ?? '') ||
  /^arn:[\w-]+:iam::\d{12}:mfa\/root-account-mfa-device$/.test(serial);

export const check = defineCheck({
  id: 'root-hardware-mfa-missing',
  topic: 'root',
  severity: 'high',
  title: 'Root user has no hardware MFA',
  why: 'A code from an app can be phished, and the secret behind it can be copied with the phone’s backup.',
  fix: 'Register FIDO keys for the root user, then remove the virtual device.',
  misses:
    'A root user with both a FIDO key and a virtual device fails: the virtual one still opens the account, and AWS tells nobody but root of the key.',
  needs: ['credentialReport', 'accountSummary', 'virtualMfaDevices'],
  messages: {
    FAIL: {
      virtual: 'The root user signs in with a virtual MFA device ({serial}).',
      none: 'The root user has no MFA device at all.',
    },
    PASS: {
      hardware: 'The root user has MFA, and no virtual device.',
      'no-password': 'The root user has no password.',
    },
    NOT_APPLICABLE: { partition: 'AWS GovCloud has no hardware MFA for root users.' },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account }) {
    const about = { resource: account.arn, resourceId: 'root' };
    if (account.partition === 'aws-us-gov') return [{ message: 'partition', ...about, data: {} }];
    const row = rootIn(sources.credentialReport);
    const has = row === undefined ? 'unknown' : hasPassword(row);
    if (has === false) return [{ message: 'no-password', ...about, data: {} }];
    const virtual = sources.virtualMfaDevices.find(isOfRoot);
    if (virtual) return [{ message: 'virtual', ...about, data: { serial: virtual.serial } }];
    if (sources.accountSummary['AccountMFAEnabled'] === 0) return [{ message: 'none', ...about, data: {} }];
    const isKnown = has === true && sources.accountSummary['AccountMFAEnabled'] !== undefined;
    return [{ message: isKnown ? 'hardware' : 'unreadable', ...about, data: {} }];
  },
});

const state = (devices: readonly VirtualMfaDevice[], mfa = 1, row = rootRow()) =>
  reads({ ...report(row), accountSummary: { AccountMFAEnabled: mfa }, virtualMfaDevices: devices });
const device = (name: string, owner: string): VirtualMfaDevice => ({
  serial: arnOf(`mfa/${name}`),
  userArn: arnOf(owner),
});

export const examples = (): CheckExample[] => [
  {
    name: 'the virtual device that AWS names itself',
    expect: ['virtual'],
    severity: 'high',
    state: state([{ serial: arnOf('mfa/root-account-mfa-device') }]),
  },
  {
    name: 'a virtual device with a name of its own',
    expect: ['virtual'],
    state: state([device('phone', 'root')]),
  },
  {
    name: 'virtual devices of users named root-admin and groot',
    expect: ['hardware'],
    state: state([device('root-admin', 'user/root-admin'), device('groot', 'user/groot')]),
  },
  { name: 'MFA without a virtual device', expect: ['hardware'], state: state([]) },
  { name: 'no MFA', expect: ['none'], state: state([], 0) },
  {
    name: 'no root password',
    expect: ['no-password'],
    state: state([], 0, rootRow({ password: password({ enabled: false }) })),
  },
];
