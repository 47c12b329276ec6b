import { call, consoleUser, denied, role, root, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'mfa-device-registered-with-session-token',
  kind: 'incident',
  severity: 'high',
  // Creating a virtual device gives nothing until it is enabled for a user, so only that is watched.
  on: { actions: ['iam:EnableMFADevice'] },
  title: 'MFA device registered with a session token outside the console',
  why: 'A thief of a temporary token registers an own device for the user, and from then on passes every policy that asks for MFA, after the token has expired too.',
  fix: 'Ask the user whether the device is theirs. If not, deactivate it with the command below, then reset the password and the access keys of the user.',
  misses: 'A device registered in the console, or with a long-term access key.',
  falsePositives:
    'Administrators who set up users from a command line with role credentials are rated medium.',
  attack: ['T1098.005', 'T1556.006'],
  messages: {
    registered: '{actor} registered the MFA device {device} for {user} with a session token from {sourceIp}.',
  },
  undo: { registered: 'aws iam deactivate-mfa-device --user-name {user} --serial-number {device}' },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    const isByToken = event.actor.keyKind === 'temporary' && event.via === 'direct';
    if (!isByToken || whose === 'root') return [];
    const device = textAt(event.request, 'serialNumber') ?? 'unknown';
    // People register their devices in the console; a user's own token on a command line is what a thief has.
    const severity = event.actor.type === 'IAMUser' ? 'high' : 'medium';
    return [{ message: 'registered', severity, resource, aspect: device, data: { user, device } }];
  },
});

export const examples = (): Example[] => {
  const request = { userName: 'alice', serialNumber: 'arn:aws:iam::111122223333:mfa/new-phone' };
  return [
    {
      name: "with the user's session token",
      expect: ['registered'],
      severity: 'high',
      record: call('iam:EnableMFADevice', { by: consoleUser('alice', false), request }),
    },
    {
      name: 'with role credentials',
      expect: ['registered'],
      severity: 'medium',
      record: call('iam:EnableMFADevice', { by: role('helpdesk', 'carol'), request }),
    },
    {
      name: 'in the console',
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: consoleUser('alice', false),
        request,
        record: { sessionCredentialFromConsole: 'true' },
      }),
    },
    {
      name: 'in the console, as older records say it',
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: consoleUser('alice', false, { invokedBy: 'signin.amazonaws.com' }),
        request,
      }),
    },
    {
      name: 'with a long-term key',
      expect: [],
      record: call('iam:EnableMFADevice', { by: user('alice'), request }),
    },
    {
      name: "root's device: another rule's",
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: root({ accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }),
        request: { ...request, userName: 'AWS ROOT USER' },
      }),
    },
    {
      name: 'refused',
      expect: [],
      record: call('iam:EnableMFADevice', {
        by: consoleUser('alice', false),
        error: denied('iam:EnableMFADevice', 'user alice'),
      }),
    },
    {
      name: 'a virtual device is created but given to nobody',
      expect: [],
      record: call('iam:CreateVirtualMFADevice', {
        by: consoleUser('alice', false),
        request: { virtualMFADeviceName: 'new-phone' },
      }),
    },
  ];
};
