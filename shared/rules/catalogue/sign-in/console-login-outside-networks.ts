import { signIn, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { signInAddressOf } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-outside-networks',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['signin:ConsoleLogin'] },
  needs: ['allowedNetworks'],
  title: 'Signed in to the console from outside your networks',
  why: 'People are expected to come from networks you named, such as the office and the VPN. From elsewhere comes whoever stole a password or a session.',
  fix: 'Ask the person from where they signed in. If it was not them, end the sessions, set a new password and read what the session did; otherwise see that they use the VPN, or name the network.',
  misses:
    'Thieves who came into your networks first. Calls with access keys and roles, which need no sign-in.',
  falsePositives: 'Work from home or from a phone without the VPN.',
  attack: ['T1078.004'],
  messages: {
    outside: '{actor} signed in to the console from {sourceIp}, which is in none of your networks.',
  },

  evaluate(event, { settings }) {
    const address = signInAddressOf(event, settings);
    return address === undefined
      ? []
      : [{ message: 'outside', resource: actorArn(event), aspect: address, data: {} }];
  },
});

export const examples = (): Example[] => {
  const settings = { allowedNetworks: ['198.51.100.0/24', '2001:db8:1::/48'] };
  return [
    {
      name: 'from elsewhere',
      expect: ['outside'],
      severity: 'medium',
      settings,
      record: signIn(user('alice'), { mfa: true }),
    },
    {
      name: 'from elsewhere, over IPv6',
      expect: ['outside'],
      settings,
      record: signIn(user('alice'), { sourceIp: '2001:db8:2::1' }),
    },
    {
      name: 'from the office',
      expect: [],
      settings,
      record: signIn(user('alice'), { sourceIp: '198.51.100.77' }),
    },
    {
      name: 'from the office, over IPv6',
      expect: [],
      settings,
      record: signIn(user('alice'), { sourceIp: '2001:db8:1:2::7' }),
    },
    {
      name: 'through a VPC endpoint',
      expect: [],
      settings,
      record: signIn(user('alice'), { sourceIp: '10.1.2.3' }),
    },
    { name: 'a wrong password', expect: [], settings, record: signIn(user('alice'), { result: 'Failure' }) },
    { name: 'the setting is not made', expect: [], undecided: 'off', record: signIn(user('alice')) },
  ];
};
