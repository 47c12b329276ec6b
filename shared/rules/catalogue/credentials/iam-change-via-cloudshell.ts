import { call, consoleUser, denied, identityCenterUser } from '../../../events/example.ts';
import { accessGrantingCalls } from '../../access-granting-calls.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';

export default defineRule({
  id: 'iam-change-via-cloudshell',
  kind: 'incident',
  severity: 'medium',
  outcome: 'attempted',
  on: { actions: accessGrantingCalls },
  title: 'Access granted from CloudShell',
  why: "Who takes over a browser session gets a command line in CloudShell without any key, from AWS's own addresses, and grants access from there quicker than by clicking.",
  fix: "Ask the person behind the session. If it was not them, end the session, reset the credentials and undo the grant; look for the session's other calls.",
  misses: 'A caller that hides its user agent. Calls made in the console itself.',
  falsePositives: 'Administrators who like to work in CloudShell.',
  attack: ['T1059.009', 'T1098'],
  messages: {
    granted: {
      done: '{actor} called {eventName} on {target} from CloudShell.',
      tried: '{actor} tried {eventName} on {target} from CloudShell; AWS refused it.',
    },
  },

  evaluate(event) {
    if (!/cloudshell/i.test(event.userAgent ?? '')) return [];
    const { target, resource } = iamTargetOf(event);
    return [{ message: 'granted', resource, aspect: event.action, data: { target } }];
  },
});

export const examples = (): Example[] => {
  const userAgent = 'aws-cli/2.31.0 md/awscrt#0.27.6 exec-env/CloudShell os/linux';
  const request = { userName: 'alice' };
  return [
    {
      name: 'an access key',
      expect: ['granted'],
      severity: 'medium',
      record: call('iam:CreateAccessKey', { by: identityCenterUser('carol'), userAgent, request }),
    },
    {
      name: 'an own access key',
      expect: ['granted'],
      record: call('iam:CreateAccessKey', { by: consoleUser('alice', true), userAgent }),
    },
    {
      name: 'refused',
      expect: ['granted'],
      severity: 'low',
      record: call('iam:AttachRolePolicy', {
        by: identityCenterUser('carol'),
        userAgent,
        error: denied('iam:AttachRolePolicy', 'role admin'),
      }),
    },
    {
      name: 'the same from a laptop',
      expect: [],
      record: call('iam:CreateAccessKey', { by: identityCenterUser('carol'), request }),
    },
    {
      name: 'a key is deleted in CloudShell',
      expect: [],
      record: call('iam:DeleteAccessKey', { by: identityCenterUser('carol'), userAgent, request }),
    },
    {
      name: 'no such user',
      expect: [],
      record: call('iam:CreateAccessKey', { userAgent, request, error: { code: 'NoSuchEntityException' } }),
    },
  ];
};
