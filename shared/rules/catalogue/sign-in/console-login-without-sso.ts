import { exampleAccount, identityCenterUser, role, root, signIn, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-without-sso',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['signin:ConsoleLogin'] },
  needs: ['ssoOnlyAccounts'],
  title: 'Signed in to the console past single sign-on',
  why: 'The account is meant to be entered through your identity provider only. A password of its own goes round its MFA, its rules on devices and its switch-off when somebody leaves.',
  fix: 'Ask the user what the password is for. Delete the login profile; if a user is needed for emergencies, keep its password sealed and watch for its use.',
  misses:
    'Accounts that the setting does not name. Access keys, which need no sign-in (long-term-key-used). Root (root-console-login).',
  falsePositives: 'Users kept for an outage of the identity provider, when they are tried out.',
  attack: ['T1078.004'],
  messages: { signedIn: '{actor} signed in to account {account} from {sourceIp} without single sign-on.' },

  evaluate(event, { settings }) {
    const { type, isFederated } = event.actor;
    const isExpected = isFederated || type === 'AssumedRole' || type === 'Root';
    if (isExpected || !settings.ssoOnlyAccounts?.includes(event.accountId)) return [];
    return [{ message: 'signedIn', resource: actorArn(event), data: {} }];
  },
});

export const examples = (): Example[] => {
  const settings = { ssoOnlyAccounts: [exampleAccount] };
  return [
    {
      name: 'an IAM user, with MFA',
      expect: ['signedIn'],
      severity: 'medium',
      settings,
      record: signIn(user('alice'), { mfa: true }),
    },
    {
      name: 'in an account that has users',
      expect: [],
      settings: { ssoOnlyAccounts: ['444455556666'] },
      record: signIn(user('alice')),
    },
    { name: 'the setting is not made', expect: [], undecided: 'off', record: signIn(user('alice')) },
    { name: 'through Identity Center', expect: [], settings, record: signIn(identityCenterUser('carol')) },
    {
      name: 'through a portal that assumes a role',
      expect: [],
      settings,
      record: signIn(role('portal', 'carol')),
    },
    {
      name: 'through a SAML provider',
      expect: [],
      settings,
      record: signIn(user('alice'), {
        additional: { SamlProviderArn: 'arn:aws:iam::111122223333:saml-provider/okta' },
      }),
    },
    { name: 'a wrong password', expect: [], settings, record: signIn(user('alice'), { result: 'Failure' }) },
    { name: "root: another rule's", expect: [], settings, record: signIn(root()) },
  ];
};
