import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { identityCenterOf } from '../../identity-center.ts';

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
  falsePositives: 'Tightening the settings.',
  attack: ['T1556.006'],
  messages: {
    disabled: {
      done: '{actor} switched MFA off in IAM Identity Center.',
      tried: '{actor} tried to switch MFA off in IAM Identity Center; AWS refused it.',
    },
    changed: {
      done: '{actor} changed the MFA or session settings of IAM Identity Center ({eventName}).',
      tried:
        '{actor} tried to change the MFA or session settings of IAM Identity Center ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const resource = identityCenterOf(event);
    const isOff = findText(event.request, 'mfaMode')?.toUpperCase() === 'DISABLED';
    return isOff
      ? [{ message: 'disabled', resource, severity: 'critical', data: {} }]
      : [{ message: 'changed', resource, data: {} }];
  },
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
