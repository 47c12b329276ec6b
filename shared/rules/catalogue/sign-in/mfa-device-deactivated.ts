import { call, denied, role, root, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'mfa-device-deactivated',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  // DeleteVirtualMFADevice works only on a device that no user has any more (IAM API Reference): it changes nothing here.
  on: { actions: ['iam:DeactivateMFADevice'] },
  title: 'MFA device of a user deactivated',
  why: 'The user can be entered with the password alone from now on. Thieves take the second factor off before they come back with a password they have set or know.',
  fix: 'Ask the user whether they wanted it. If not, reset the password, deactivate the access keys and check who else lost a device; if so, see that a new device is registered today.',
  misses: 'Users who never had MFA. MFA at an identity provider, and of root (root-mfa-changed).',
  falsePositives: 'A lost or replaced phone: a new device should follow within minutes.',
  attack: ['T1556.006'],
  messages: {
    own: {
      done: '{actor} deactivated its own MFA device from {sourceIp}.',
      tried: '{actor} tried to deactivate its own MFA device from {sourceIp}; AWS refused it.',
    },
    other: {
      done: '{actor} deactivated an MFA device of {user} from {sourceIp}.',
      tried: '{actor} tried to deactivate an MFA device of {user} from {sourceIp}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    const isRootDevice = textAt(event.request, 'serialNumber')?.endsWith(':mfa/root-account-mfa-device');
    if (whose === 'root' || isRootDevice === true) return [];
    return whose === 'own'
      ? [{ message: 'own', resource, data: {} }]
      : [{ message: 'other', resource, data: { user } }];
  },
});

const ofAlice = { userName: 'alice', serialNumber: 'arn:aws:iam::111122223333:mfa/alice' };

const loud = (): Example[] => [
  {
    name: "somebody else's device",
    expect: ['other'],
    severity: 'high',
    record: call('iam:DeactivateMFADevice', { by: user('bob'), request: ofAlice }),
  },
  {
    name: 'an own device',
    expect: ['own'],
    severity: 'high',
    record: call('iam:DeactivateMFADevice', { by: user('alice'), request: ofAlice }),
  },
  {
    name: 'a session that is named like the user',
    expect: ['other'],
    record: call('iam:DeactivateMFADevice', { by: role('helpdesk', 'alice'), request: ofAlice }),
  },
  {
    name: 'refused',
    expect: ['other'],
    severity: 'medium',
    record: call('iam:DeactivateMFADevice', {
      by: user('bob'),
      error: denied('iam:DeactivateMFADevice', 'user alice'),
    }),
  },
  {
    name: 'an own device, refused',
    expect: ['own'],
    severity: 'medium',
    record: call('iam:DeactivateMFADevice', {
      by: user('alice'),
      error: denied('iam:DeactivateMFADevice', 'arn:aws:iam::111122223333:user/alice'),
    }),
  },
  {
    name: 'refused, with nobody named',
    expect: ['other'],
    record: call('iam:DeactivateMFADevice', {
      by: role('helpdesk', 'carol'),
      error: { code: 'AccessDenied' },
    }),
  },
];

const quiet = (): Example[] => [
  {
    name: "root's own device: another rule's",
    expect: [],
    record: call('iam:DeactivateMFADevice', {
      by: root(),
      request: {
        userName: 'AWS ROOT USER',
        serialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device',
      },
    }),
  },
  {
    name: "root's device, by somebody else: another rule's",
    expect: [],
    record: call('iam:DeactivateMFADevice', {
      by: user('bob'),
      request: { serialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device' },
    }),
  },
  {
    name: "root's own security key: another rule's",
    expect: [],
    record: call('iam:DeactivateMFADevice', {
      by: root(),
      request: { serialNumber: 'arn:aws:iam::111122223333:u2f/root-account-1234' },
    }),
  },
  {
    name: 'no such device',
    expect: [],
    record: call('iam:DeactivateMFADevice', { request: ofAlice, error: { code: 'NoSuchEntityException' } }),
  },
  {
    name: 'an unused virtual device is thrown away',
    expect: [],
    record: call('iam:DeleteVirtualMFADevice', { request: { serialNumber: ofAlice.serialNumber } }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
