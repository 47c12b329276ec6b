import { call, denied, root, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** The serial of the device that the console registers for root; further ones have names of their own. */
const isRootDevice = (event: IamEvent): boolean =>
  textAt(event.request, 'serialNumber')?.endsWith(':mfa/root-account-mfa-device') === true;

export default defineRule({
  id: 'root-mfa-changed',
  kind: 'incident',
  severity: 'critical',
  outcome: 'attempted',
  on: { actions: ['iam:DeactivateMFADevice', 'iam:EnableMFADevice'] },
  title: 'MFA of the root user changed',
  why: 'Without its device the root user is one password away from anybody. A device added by a thief keeps the thief in after the password is reset.',
  fix: 'Confirm the change with the keepers of root. If it was none of you, sign in as root, remove devices that are not yours, register your own and change the password.',
  misses:
    'Deletion of the virtual device afterwards, which changes nothing more. Loss of MFA through AWS Support, which logs no call of yours.',
  falsePositives: 'A new phone or security key for root; a device added as a spare.',
  attack: ['T1556.006', 'T1098.005'],
  messages: {
    removed: {
      done: 'An MFA device of the root user of account {account} was deactivated from {sourceIp} by {actor}.',
      tried:
        '{actor} tried to deactivate an MFA device of the root user of account {account}; AWS refused it.',
    },
    added: {
      done: 'An MFA device was added to the root user of account {account} from {sourceIp} by {actor}.',
      tried: '{actor} tried to add an MFA device to the root user of account {account}; AWS refused it.',
    },
  },

  evaluate(event) {
    if (affectedUserOf(event).whose !== 'root' && !isRootDevice(event)) return [];
    const resource = accountArn(event);
    return event.name === 'EnableMFADevice'
      ? [{ message: 'added', severity: 'high', resource, data: {} }]
      : [{ message: 'removed', resource, data: {} }];
  },
});

export const examples = (): Example[] => {
  const serialNumber = 'arn:aws:iam::111122223333:mfa/root-account-mfa-device';
  const request = { userName: 'AWS ROOT USER', serialNumber };
  return [
    {
      name: 'root removes its device',
      expect: ['removed'],
      severity: 'critical',
      record: call('iam:DeactivateMFADevice', { by: root(), request }),
    },
    {
      name: 'root removes a second device, named otherwise',
      expect: ['removed'],
      record: call('iam:DeactivateMFADevice', {
        by: root(),
        request: { userName: 'AWS ROOT USER', serialNumber: 'arn:aws:iam::111122223333:mfa/spare' },
      }),
    },
    {
      name: 'root adds a device',
      expect: ['added'],
      severity: 'high',
      record: call('iam:EnableMFADevice', { by: root(), request }),
    },
    {
      name: 'root is refused by a service control policy',
      expect: ['removed'],
      severity: 'high',
      record: call('iam:DeactivateMFADevice', { by: root(), error: denied('iam:DeactivateMFADevice') }),
    },
    {
      name: 'root may not add one either',
      expect: ['added'],
      severity: 'medium',
      record: call('iam:EnableMFADevice', { by: root(), error: denied('iam:EnableMFADevice') }),
    },
    {
      name: 'root removes the device of an IAM user',
      expect: [],
      record: call('iam:DeactivateMFADevice', {
        by: root(),
        request: { userName: 'alice', serialNumber: 'arn:aws:iam::111122223333:mfa/alice' },
      }),
    },
    {
      name: "an IAM user adds a device whose name resembles root's",
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: user('alice'),
        request: {
          userName: 'alice',
          serialNumber: 'arn:aws:iam::111122223333:mfa/not-root-account-mfa-device',
        },
      }),
    },
    {
      name: 'wrong code while adding',
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: root(),
        error: { code: 'InvalidAuthenticationCodeException' },
      }),
    },
  ];
};
