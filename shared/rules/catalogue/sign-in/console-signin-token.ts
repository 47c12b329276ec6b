import { call, denied, identityCenterUser, instance, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/**
 * The access portal of Identity Center asks for a token at each click, with a user agent whose version nobody filled in. The
 * caller chooses the user agent, so it counts for sessions of Identity Center only.
 */
const isAccessPortal = ({ actor, userAgent }: IamEvent): boolean =>
  actor.isIdentityCenter && /Jersey\/\$\{project\.version\}/.test(userAgent ?? '');

export default defineRule({
  id: 'console-signin-token',
  kind: 'incident',
  severity: 'medium',
  outcome: 'attempted',
  on: { actions: ['signin:GetSigninToken'] },
  title: 'API credentials turned into a console sign-in link',
  why: 'With stolen temporary credentials an attacker makes a link that opens the console without password or MFA, as tools such as aws_consoler do; the new session hides which key was stolen.',
  fix: "Ask the person behind the session whether they opened the console from a command line. If not, revoke the role's sessions and look for where its credentials leaked.",
  misses:
    'A thief who holds credentials of an Identity Center session and imitates the user agent of its access portal.',
  falsePositives:
    'People who open the console with aws-vault, granted, Leapp or an in-house portal; they show up again and again as the same role.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    issued: {
      done: '{actor} turned its credentials into a console sign-in token from {sourceIp}.',
      tried:
        '{actor} tried to turn its credentials into a console sign-in token from {sourceIp}; AWS refused it.',
    },
  },

  evaluate(event) {
    // An instance's is worse, and another rule's.
    if (isAccessPortal(event) || event.actor.isInstance) return [];
    return [{ message: 'issued', resource: actorArn(event), data: {} }];
  },
});

export const examples = (): Example[] => {
  const signInType = { eventType: 'AwsConsoleSignIn' };
  const portal = `Jersey/\${project.version} (HttpUrlConnection 21.0.5)`;
  const token = (by: ReturnType<typeof role>, userAgent: string) =>
    call('signin:GetSigninToken', {
      by,
      userAgent,
      response: { credentials: null, GetSigninToken: 'Success' },
      record: signInType,
    });
  return [
    {
      name: 'a role session, from a script',
      expect: ['issued'],
      severity: 'medium',
      record: token(role('deploy', 'build-7'), 'python-requests/2.32.3'),
    },
    {
      name: 'a role session that imitates the access portal',
      expect: ['issued'],
      record: token(role('deploy', 'build-7'), portal),
    },
    {
      name: 'an Identity Center session, from a script',
      expect: ['issued'],
      record: token(identityCenterUser('carol'), 'python-requests/2.32.3'),
    },
    {
      name: 'refused',
      expect: ['issued'],
      severity: 'low',
      record: call('signin:GetSigninToken', {
        by: role('deploy', 'build-7'),
        error: denied('signin:GetSigninToken'),
        record: signInType,
      }),
    },
    { name: 'the access portal', expect: [], record: token(identityCenterUser('carol'), portal) },
    {
      name: "an instance: another rule's",
      expect: [],
      record: token(instance('web', 'i-0123456789abcdef0'), 'curl/8.5.0'),
    },
  ];
};
