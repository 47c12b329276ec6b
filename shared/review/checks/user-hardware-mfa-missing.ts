import { arnOf, password, reads, report, reportRow } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { hasPassword } from '../report-rows.ts';

/** A virtual device is named `…:mfa/NAME`, a text message `…:sms-mfa/NAME`; FIDO keys are `…:u2f/…`, tokens have a bare serial number. */
const isHardware = (serial: string): boolean => !/^arn:[\w-]+:iam::\d{12}:(sms-)?mfa\//.test(serial);

export const check = defineCheck({
  id: 'user-hardware-mfa-missing',
  topic: 'credentials',
  severity: 'low',
  title: 'Console user has no hardware MFA',
  why: 'A code from an app or a text message can be phished; a FIDO key answers the real site only.',
  fix: 'Have the user register a FIDO key, then remove the virtual device.',
  misses: 'That a user with a FIDO key may still sign in with the virtual device, if it was kept.',
  needs: ['credentialReport', 'mfaDevices'],
  messages: {
    FAIL: {
      virtual: '{user} has virtual MFA devices only ({serials}).',
      none: '{user} has a console password and no MFA device at all.',
    },
    PASS: { hardware: '{user} has a hardware MFA device ({serials}).' },
    NOT_APPLICABLE: { ...userMessages.NOT_APPLICABLE, 'no-password': '{user} has no console password.' },
    NOT_EVALUATED: {
      ...userMessages.NOT_EVALUATED,
      'not-listed': '{user} has MFA, says the credential report, but the list of devices has none.',
    },
  },

  judge({ sources, account }) {
    const devices = Map.groupBy(sources.mfaDevices, ({ userName }) => userName.toLowerCase());
    return judgeUsers(sources.credentialReport, account, (row) => {
      const serials = (devices.get(row.user.toLowerCase()) ?? []).map(({ serial }) => serial);
      if (serials.some(isHardware))
        return { message: 'hardware', data: { serials: serials.filter(isHardware) } };
      if (hasPassword(row) === false) return { message: 'no-password' };
      if (serials.length > 0) return { message: 'virtual', data: { serials } };
      if (row.mfaActive === true) return { message: 'not-listed' };
      return { message: row.mfaActive === false && hasPassword(row) === true ? 'none' : 'unreadable' };
    });
  },
});

const state = (mfaActive: boolean, ...serials: readonly string[]) =>
  reads({
    ...report(reportRow('kim', { password: password(), mfaActive })),
    mfaDevices: serials.map((serial) => ({ userName: 'kim', serial })),
  });
const app = () => arnOf('mfa/kim');
const fido = () => arnOf('u2f/user/kim/yubikey-ABC');

export const examples = (): CheckExample[] => [
  { name: 'an app', expect: ['virtual'], severity: 'low', state: state(true, app()) },
  { name: 'a FIDO key', expect: ['hardware'], state: state(true, fido()) },
  { name: 'an app and a FIDO key', expect: ['hardware'], state: state(true, app(), fido()) },
  { name: 'a token', expect: ['hardware'], state: state(true, 'GAHT12345678') },
  { name: 'text messages', expect: ['virtual'], state: state(true, arnOf('sms-mfa/kim')) },
  { name: 'no device', expect: ['none'], state: state(false) },
  { name: 'a device that the list lacks', expect: ['not-listed'], state: state(true) },
  {
    name: 'no password',
    expect: ['no-password'],
    state: reads({ ...report(reportRow('ci')), mfaDevices: [] }),
  },
];
