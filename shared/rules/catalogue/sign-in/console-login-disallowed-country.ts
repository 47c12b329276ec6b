import { foundIn } from '../../../account/lookup.ts';
import { identityCenterUser, signIn, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { signInAddressOf } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { placeName } from '../../place.ts';

export default defineRule({
  id: 'console-login-disallowed-country',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['signin:ConsoleLogin'] },
  needs: ['allowedCountries'],
  title: 'Signed in to the console from another country',
  why: 'Nobody works from there. Stolen passwords and sessions are mostly used from abroad, or from the exit of a VPN abroad.',
  fix: 'Ask the person whether they travel or use a VPN. If not, end the sessions, set a new password or disable the person at the identity provider, and read what the session did.',
  misses:
    'Thieves in an allowed country, or behind a VPN with an exit there. Addresses that your address files do not know. Sign-ins to Identity Center, which are not sign-ins to an account.',
  falsePositives:
    'Journeys, VPNs, phones that roam. Address files err by country in about one of a hundred cases.',
  attack: ['T1078.004'],
  messages: { abroad: '{actor} signed in to the console from {sourceIp} in {place}.' },

  needsAddresses: true,

  lookups(event, settings) {
    const id = signInAddressOf(event, settings);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  evaluate(event, { lookups, settings }) {
    const address = foundIn(lookups, 'address');
    const { country } = address ?? {};
    if (!address || country === undefined || settings.allowedCountries?.includes(country)) return [];
    return [
      { message: 'abroad', resource: actorArn(event), aspect: country, data: { place: placeName(address) } },
    ];
  },
});

export const examples = (): Example[] => {
  const settings = { allowedCountries: ['KR', 'DE'] };
  const at = (country: string) => ({ address: { '203.0.113.7': { country, city: 'Somewhere' } } });
  return [
    {
      name: 'an IAM user abroad',
      expect: ['abroad'],
      severity: 'medium',
      settings,
      lookups: at('BR'),
      record: signIn(user('alice'), { mfa: true }),
    },
    {
      name: 'a person of the identity provider abroad',
      expect: ['abroad'],
      settings,
      lookups: at('BR'),
      record: signIn(identityCenterUser('carol')),
    },
    { name: 'at home', expect: [], settings, lookups: at('KR'), record: signIn(user('alice')) },
    {
      name: "through the company's own exit abroad",
      expect: [],
      settings: { ...settings, allowedNetworks: ['203.0.113.0/24'] },
      record: signIn(user('alice')),
    },
    {
      name: 'from a private address',
      expect: [],
      settings,
      record: signIn(user('alice'), { sourceIp: '10.1.2.3' }),
    },
    {
      name: 'from an address that the files do not know',
      expect: [],
      settings,
      lookups: { address: { '203.0.113.7': null } },
      record: signIn(user('alice')),
    },
    {
      name: 'a wrong password abroad',
      expect: [],
      settings,
      lookups: at('BR'),
      record: signIn(user('alice'), { result: 'Failure' }),
    },
    { name: 'without address files', expect: [], undecided: 'off', settings, record: signIn(user('alice')) },
    {
      name: 'the setting is not made',
      expect: [],
      undecided: 'off',
      lookups: at('BR'),
      record: signIn(user('alice')),
    },
  ];
};
