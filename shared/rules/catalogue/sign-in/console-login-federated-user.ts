import { identityCenterUser, signIn, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-federated-user',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Session of GetFederationToken opened the console',
  why: "A stolen access key becomes a console session this way, under a name that the thief chooses, without password or MFA. The session outlives the key's deletion by up to 36 hours.",
  fix: 'Find the user behind the session and ask whether they meant to. If not, deny that user everything with an inline policy (deleting the key does not end the session), then delete its keys.',
  misses: 'A federation session that stays with the API and never opens the console.',
  falsePositives:
    'An in-house portal that lends console sessions with GetFederationToken, a practice from before roles.',
  attack: ['T1078.004', 'T1550.001'],
  messages: {
    signedIn:
      'The federation session {actor}, made with the credentials of {issuer}, signed in to the console from {sourceIp}.',
  },

  evaluate(event) {
    const { type, roleArn } = event.actor;
    if (type !== 'FederatedUser') return [];
    return [
      { message: 'signedIn', resource: actorArn(event), data: { issuer: roleArn ?? 'an unknown user' } },
    ];
  },
});

/** A session of GetFederationToken: its issuer is the IAM user whose key asked for it. */
const federatedUser = (name: string, issuer: string) => ({
  type: 'FederatedUser',
  principalId: `111122223333:${name}`,
  arn: `arn:aws:sts::111122223333:federated-user/${name}`,
  accountId: '111122223333',
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  sessionContext: {
    sessionIssuer: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE',
      arn: `arn:aws:iam::111122223333:user/${issuer}`,
      accountId: '111122223333',
      userName: issuer,
    },
    attributes: { creationDate: '2026-03-04T05:00:00Z', mfaAuthenticated: 'false' },
  },
});

export const examples = (): Example[] => [
  {
    name: 'a federation session',
    expect: ['signedIn'],
    severity: 'medium',
    record: signIn(federatedUser('support', 'bob')),
  },
  {
    name: 'a federation session without issuer',
    expect: ['signedIn'],
    record: signIn({ ...federatedUser('support', 'bob'), sessionContext: {} }),
  },
  { name: 'an IAM user', expect: [], record: signIn(user('alice'), { mfa: true }) },
  { name: 'through Identity Center', expect: [], record: signIn(identityCenterUser('carol')) },
  {
    name: 'the sign-in failed',
    expect: [],
    record: signIn(federatedUser('support', 'bob'), { result: 'Failure' }),
  },
];
