import { identityCenterUser, root, signIn, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-without-mfa',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'IAM user signed in to the console without MFA',
  why: 'A guessed, reused or phished password was enough to get in. Whoever has it works as this user from anywhere.',
  fix: 'Ask the user whether it was them. If not, delete the login profile and deactivate the access keys; if it was, have them register MFA and require aws:MultiFactorAuthPresent in their policies.',
  misses:
    'Sign-ins through a SAML provider, Identity Center or a role: their MFA is with the identity provider and AWS always logs "No". Use of access keys, which need no MFA.',
  falsePositives: 'New users at their first sign-in. Users of a test account with nothing in it.',
  attack: ['T1078.004'],
  messages: { signedIn: '{actor} signed in to the console from {sourceIp} with a password only.' },

  evaluate(event) {
    const { type, mfa, isFederated } = event.actor;
    // Only an IAM user's second factor is known to AWS (elastic/detection-rules pull request 5197).
    if (type !== 'IAMUser' || isFederated || mfa === 'yes') return [];
    return [{ message: 'signedIn', resource: actorArn(event), data: {} }];
  },
});

export const examples = (): Example[] => [
  { name: 'an IAM user, no MFA', expect: ['signedIn'], severity: 'high', record: signIn(user('alice')) },
  { name: 'an IAM user, with MFA', expect: [], record: signIn(user('alice'), { mfa: true }) },
  { name: 'a wrong password', expect: [], record: signIn(user('alice'), { result: 'Failure' }) },
  { name: 'through Identity Center', expect: [], record: signIn(identityCenterUser('carol')) },
  {
    name: 'through a SAML provider',
    expect: [],
    record: signIn(user('alice'), {
      additional: { MFAUsed: 'No', SamlProviderArn: 'arn:aws:iam::111122223333:saml-provider/okta' },
    }),
  },
  {
    name: 'with a session that was opened with MFA',
    expect: [],
    record: signIn(user('alice', { sessionContext: { attributes: { mfaAuthenticated: 'true' } } })),
  },
  { name: "root: another rule's", expect: [], record: signIn(root()) },
  {
    name: 'the check whether MFA is needed',
    expect: [],
    record: signIn(user('alice'), { name: 'CheckMfa' }),
  },
];
