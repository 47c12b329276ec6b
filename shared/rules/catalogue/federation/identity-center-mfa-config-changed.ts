import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { identityCenterOf } from '../../identity-center.ts';
import type { Severity } from '../../severity.ts';

type Message = 'disabled' | 'optional' | 'tightened' | 'changed';

/**
 * What the call sets, where it says so. The console's private API has mfaMode DISABLED, CONTEXT_AWARE or ALWAYS_ON, and
 * noMfaSignInBehavior ALLOWED, ALLOWED_WITH_ENROLLMENT, EMAIL_OTP or BLOCKED for people without a device: documented nowhere, seen in what
 * the console sends.
 */
const verdictOf = (event: IamEvent): { readonly message: Message; readonly severity?: Severity } => {
  const mode = findText(event.request, 'mfaMode')?.toUpperCase();
  const withoutDevice = findText(event.request, 'noMfaSignInBehavior')?.toUpperCase();
  if (mode === 'DISABLED') return { message: 'disabled', severity: 'critical' };
  if (withoutDevice === 'ALLOWED') return { message: 'optional' };
  return mode === 'ALWAYS_ON' ? { message: 'tightened', severity: 'low' } : { message: 'changed' };
};

export default defineRule({
  id: 'identity-center-mfa-config-changed',
  kind: 'incident',
  severity: 'high',
  on: {
    // Both are calls of the console without a public API; the second is spelt both ways in AWS's own lists.
    actions: [
      'sso:PutMfaDeviceManagementForDirectory',
      'sso-directory:PutMfaDeviceManagementForDirectory',
      'sso:UpdateSSOConfiguration',
      'sso:UpdateSsoConfiguration',
    ],
  },
  outcome: 'attempted',
  title: 'MFA settings of IAM Identity Center changed',
  why: 'A weaker setting lets whoever has a password, and no second factor, into every account of the organisation.',
  fix: 'Open Identity Center, Settings, Authentication, and set MFA to be asked at every sign-in. Then look at who signed in meanwhile.',
  misses:
    'The direction of the change, unless the call names the mode. MFA of an external identity provider.',
  falsePositives:
    'Changes that are no weaker and do not say so. What asks for MFA at every sign-in is told with severity low.',
  attack: ['T1556.006'],
  messages: {
    disabled: {
      done: '{actor} switched MFA off in IAM Identity Center.',
      tried: '{actor} tried to switch MFA off in IAM Identity Center; AWS refused it.',
    },
    optional: {
      done: '{actor} let people without an MFA device sign in to IAM Identity Center.',
      tried:
        '{actor} tried to let people without an MFA device sign in to IAM Identity Center; AWS refused it.',
    },
    tightened: {
      done: '{actor} had IAM Identity Center ask for MFA at every sign-in.',
      tried: '{actor} tried to have IAM Identity Center ask for MFA at every sign-in; AWS refused it.',
    },
    changed: {
      done: '{actor} changed the MFA or session settings of IAM Identity Center ({eventName}).',
      tried:
        '{actor} tried to change the MFA or session settings of IAM Identity Center ({eventName}); AWS refused it.',
    },
  },

  evaluate: (event) => [{ ...verdictOf(event), resource: identityCenterOf(event), data: {} }],
});

const instanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

export const examples = (): Example[] => [
  {
    name: 'switched off',
    expect: ['disabled'],
    severity: 'critical',
    record: call('sso:UpdateSSOConfiguration', {
      request: { instanceArn, ssoConfiguration: { mfaMode: 'DISABLED' } },
    }),
  },
  {
    name: 'left to people who have a device',
    expect: ['optional'],
    severity: 'high',
    record: call('sso:UpdateSsoConfiguration', {
      request: {
        instanceArn,
        ssoConfiguration: { mfaMode: 'CONTEXT_AWARE', noMfaSignInBehavior: 'ALLOWED' },
      },
    }),
  },
  {
    name: 'asked for at every sign-in',
    expect: ['tightened'],
    severity: 'low',
    record: call('sso:UpdateSsoConfiguration', {
      request: { instanceArn, ssoConfiguration: { mfaMode: 'ALWAYS_ON', noMfaSignInBehavior: 'BLOCKED' } },
    }),
  },
  {
    name: 'who may manage devices',
    expect: ['changed'],
    severity: 'high',
    record: call('sso:PutMfaDeviceManagementForDirectory', {
      request: { instanceArn, directoryId: 'd-1234567890' },
    }),
  },
  {
    name: 'refused',
    expect: ['changed'],
    severity: 'medium',
    record: call('sso:UpdateSSOConfiguration', { error: denied('sso:UpdateSSOConfiguration') }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('sso:UpdateSSOConfiguration', {
      request: { instanceArn },
      error: { code: 'ValidationException' },
    }),
  },
];
