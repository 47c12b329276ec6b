import { after, identityCenterUser, signIn, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { signInAddressOf, signInNameOf } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { placeIn } from '../../place.ts';

const withinMinutes = 65;

const userOf = (event: IamEvent): string | undefined =>
  event.actor.isFederated ? undefined : signInNameOf(event);

export default defineRule({
  id: 'console-login-multi-country',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'IAM user signed in from two countries within an hour',
  why: 'A user whose password is known to two people looks like this: the owner here, the thief there. It catches what is too near for console-login-impossible-travel.',
  fix: 'Ask the user which sign-in was theirs and whether they use a VPN. If one was not theirs, set a new password, check MFA devices and access keys, and read what that session did.',
  misses:
    'People of an identity provider. Sign-ins through relays, VPNs, company proxies and satellites, whose place is not that of the person. Whatever your address files do not know.',
  falsePositives:
    'Users near a border, on a train, or with a VPN that is not known as one. Users shared by a team.',
  attack: ['T1078.004'],
  messages: {
    countries: '{actor} signed in from {countries} within {minutes} minutes, the last time from {sourceIp}.',
  },

  needsAddresses: true,

  lookups(event, settings) {
    const id = userOf(event) === undefined ? undefined : signInAddressOf(event, settings);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  history(event, _, lookups) {
    const [key, country] = [userOf(event), placeIn(lookups)?.country];
    return key === undefined || country === undefined
      ? []
      : [{ kind: 'count', key, withinMinutes, threshold: 2, distinct: country }];
  },

  evaluate(event, { history: [answer] }) {
    if (!isNewlyMet(answer)) return [];
    const countries = [...new Set(answer.events.flatMap(({ value }) => value ?? []))].sort();
    return [{ message: 'countries', resource: actorArn(event), data: { countries, minutes: withinMinutes } }];
  },
});

export const examples = (): Example[] => {
  const lookups = {
    address: {
      '203.0.113.7': { country: 'DE' },
      '198.51.100.7': { country: 'FR' },
      '192.0.2.9': { country: 'GB', asn: 36183 },
    },
  };
  const elsewhere = { sourceIp: '198.51.100.7' };
  const here = signIn(user('alice'), { mfa: true });
  return [
    {
      name: 'France, and Germany an hour later',
      expect: ['countries'],
      severity: 'medium',
      lookups,
      before: [signIn(user('alice'), { ...elsewhere, time: after(-3600) })],
      record: here,
    },
    {
      name: 'the earlier of the two arrives last',
      expect: ['countries'],
      lookups,
      before: [signIn(user('alice'), { ...elsewhere, time: after(3600) })],
      record: here,
    },
    {
      name: 'more than 65 minutes apart',
      expect: [],
      lookups,
      before: [signIn(user('alice'), { ...elsewhere, time: after(-3901) })],
      record: here,
    },
    {
      name: 'the same country twice',
      expect: [],
      lookups,
      before: [signIn(user('alice'), { time: after(-60) })],
      record: here,
    },
    {
      name: 'told already',
      expect: [],
      lookups,
      before: [
        signIn(user('alice'), { ...elsewhere, time: after(-600) }),
        signIn(user('alice'), { time: after(-300) }),
      ],
      record: here,
    },
    {
      name: 'through a relay',
      expect: [],
      lookups,
      before: [signIn(user('alice'), { sourceIp: '192.0.2.9', time: after(-60) })],
      record: here,
    },
    {
      name: 'a person of the identity provider',
      expect: [],
      lookups,
      before: [signIn(identityCenterUser('carol'), { ...elsewhere, time: after(-60) })],
      record: signIn(identityCenterUser('carol')),
    },
    { name: 'without address files', expect: [], undecided: 'off', record: here },
  ];
};
