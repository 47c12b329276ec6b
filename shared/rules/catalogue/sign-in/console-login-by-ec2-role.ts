import { call, instance, role, signIn } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-by-ec2-role',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['signin:ConsoleLogin', 'signin:GetSigninToken'] },
  title: "Console opened with an EC2 instance's credentials",
  why: 'Instances have no browser. Somebody took the credentials from the metadata service and works with them by hand in the console.',
  fix: "Isolate the instance and look for a request-forgery or shell on it. Revoke the role's active sessions, and require IMDSv2 with a hop limit of 1.",
  misses:
    'Stolen instance credentials that stay with the API. A session that was renamed by assuming another role first.',
  falsePositives:
    'An administrator who works on the instance and opens the console from there, which they should not.',
  attack: ['T1552.005', 'T1078.004'],
  messages: {
    opened: {
      done: 'The credentials of instance {instance}, role {role}, were used to open the console from {sourceIp}.',
      tried:
        'Somebody tried to open the console from {sourceIp} with the credentials of instance {instance}, role {role}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { isInstance, sessionName, roleName } = event.actor;
    if (!isInstance) return [];
    const data = { instance: sessionName ?? 'unknown', role: roleName ?? 'unknown' };
    // Token and sign-in follow each other: one finding for both.
    return [{ message: 'opened', resource: actorArn(event), data }];
  },
});

export const examples = (): Example[] => {
  const web = instance('web', 'i-0123456789abcdef0');
  const token = { record: { eventType: 'AwsConsoleSignIn' }, response: { GetSigninToken: 'Success' } };
  return [
    {
      name: 'an instance signs in',
      expect: ['opened'],
      severity: 'high',
      record: signIn(web),
    },
    {
      name: 'an instance asks for a sign-in token',
      expect: ['opened'],
      severity: 'high',
      record: call('signin:GetSigninToken', { by: web, ...token }),
    },
    {
      name: 'known by its session name only',
      expect: ['opened'],
      record: signIn(role('web', 'i-0123456789abcdef0')),
    },
    {
      name: 'refused',
      expect: ['opened'],
      severity: 'medium',
      record: call('signin:GetSigninToken', { by: web, error: { code: 'AccessDenied' } }),
    },
    {
      name: 'a person in a role whose name begins with i-',
      expect: [],
      record: signIn(role('admin', 'i-robot')),
    },
    { name: 'the sign-in failed', expect: [], record: signIn(web, { result: 'Failure' }) },
  ];
};
