import type { AddressFact } from '../../../account/lookup.ts';
import { after, identityCenterUser, root, signIn, user } from '../../../events/example.ts';
import type { NotedEvent } from '../../../history/window.ts';
import { actorArn } from '../../actor-arn.ts';
import { signInAddressOf, signInPersonOf } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { distanceKm, type Point, placeIn, placeName, pointOf } from '../../place.ts';

/** An airliner's. */
const fastestKmPerHour = 900;
/** Address files err by that much within a country. */
const shortestKm = 500;

interface Trip {
  readonly km: number;
  readonly minutes: number;
  readonly kmPerHour: number;
  readonly from: string;
}

const tripFrom = ({ time, note }: NotedEvent, here: Point, now: string): Trip | undefined => {
  const [latitude = Number.NaN, longitude = Number.NaN] = (note?.['at'] ?? '').split(' ').map(Number);
  const km = distanceKm({ latitude, longitude }, here);
  const millis = Math.abs(Date.parse(now) - Date.parse(time));
  if (Number.isNaN(km)) return undefined;
  const minutes = Math.max(1, Math.ceil(millis / 60_000));
  return {
    km: Math.round(km),
    minutes,
    kmPerHour: (km / millis) * 3_600_000,
    from: note?.['place'] ?? 'elsewhere',
  };
};

const isImpossible = ({ km, kmPerHour }: Trip): boolean => km >= shortestKm && kmPerHour > fastestKmPerHour;

const describe = (address: AddressFact, { latitude, longitude }: Point) => ({
  place: placeName(address),
  at: `${latitude} ${longitude}`,
});

export default defineRule({
  id: 'console-login-impossible-travel',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'One person signed in from two places too far apart',
  why: 'Nobody travels that fast: one of the two sign-ins is by somebody else, or through a VPN.',
  fix: 'Ask the person which sign-in was theirs and whether they use a VPN. If one was not theirs, end all sessions, set a new password, check MFA devices and access keys, and read what that session did.',
  misses:
    'Thieves within 500 km, or who wait for some hours. Sign-ins through relays, VPNs, company proxies and satellites are left out, since their place is not that of the person. Whatever your address files do not know.',
  falsePositives:
    'VPNs that are not known as such: name their addresses in allowedNetworks. Telephone networks whose addresses the files put elsewhere.',
  attack: ['T1078.004'],
  messages: {
    travelled:
      '{actor} signed in from {sourceIp} in {place} and, within {minutes} min, from {from}: {km} km away.',
  },

  needsAddresses: true,

  lookups(event, settings) {
    const id = signInAddressOf(event, settings);
    return id === undefined ? [] : [{ kind: 'address', id }];
  },

  history(event, _, lookups) {
    const address = placeIn(lookups);
    const here = address && pointOf(address);
    if (!here) return [];
    const key = signInPersonOf(event);
    // Within a day one is everywhere.
    return [{ kind: 'count', key, withinMinutes: 24 * 60, threshold: 2, note: describe(address, here) }];
  },

  evaluate(event, { lookups, history: [answer] }) {
    const address = placeIn(lookups);
    const here = address && pointOf(address);
    if (!here || !answer) return [];
    const trips = answer.events
      .filter(({ id }) => id !== event.id)
      .flatMap((other) => tripFrom(other, here, event.time) ?? [])
      .filter(isImpossible);
    const [worst] = trips.toSorted((a, b) => b.kmPerHour - a.kmPerHour);
    if (!worst) return [];
    const { km, minutes, from } = worst;
    const data = { place: placeName(address), from, km, minutes };
    return [{ message: 'travelled', resource: actorArn(event), data }];
  },
});

const lookups = () => ({
  address: {
    '203.0.113.7': { country: 'KR', city: 'Seoul', latitude: 37.57, longitude: 126.98 },
    '198.51.100.7': { country: 'DE', city: 'Berlin', latitude: 52.52, longitude: 13.41, asn: 3320 },
    '192.0.2.7': { country: 'KR', city: 'Busan', latitude: 35.18, longitude: 129.08 },
    '192.0.2.9': { country: 'DE', city: 'Frankfurt', latitude: 50.11, longitude: 8.68, asn: 13335 },
  },
});

const berlin = '198.51.100.7';
const alice = (sourceIp: string, seconds: number, result: 'Success' | 'Failure' = 'Success') =>
  signIn(user('alice'), { sourceIp, time: after(seconds), result, mfa: true });
const here = () => alice('203.0.113.7', 0);

const travels = (): Example[] => [
  {
    name: 'Berlin, and Seoul an hour later',
    expect: ['travelled'],
    severity: 'high',
    lookups: lookups(),
    before: [alice(berlin, -3600)],
    record: here(),
  },
  {
    name: 'the earlier of the two arrives last',
    expect: ['travelled'],
    lookups: lookups(),
    before: [alice(berlin, 3600)],
    record: here(),
  },
  {
    name: 'in the same second',
    expect: ['travelled'],
    lookups: lookups(),
    before: [signIn(root(), { sourceIp: berlin })],
    record: signIn(root()),
  },
  {
    name: 'a person of the identity provider, in two roles',
    expect: ['travelled'],
    lookups: lookups(),
    before: [signIn(identityCenterUser('carol', 'ReadOnly'), { sourceIp: berlin, time: after(-3600) })],
    record: signIn(identityCenterUser('carol')),
  },
];

const nearMisses = (): Example[] => [
  {
    name: 'two people in one role',
    expect: [],
    lookups: lookups(),
    before: [signIn(identityCenterUser('dave'), { sourceIp: berlin, time: after(-3600) })],
    record: signIn(identityCenterUser('carol')),
  },
  {
    name: 'ten hours later: there is a flight',
    expect: [],
    lookups: lookups(),
    before: [alice(berlin, -36_000)],
    record: here(),
  },
  {
    name: 'Busan, and Seoul minutes later: too near to tell',
    expect: [],
    lookups: lookups(),
    before: [alice('192.0.2.7', -300)],
    record: here(),
  },
  {
    name: 'through a relay',
    expect: [],
    lookups: lookups(),
    before: [alice('192.0.2.9', -300)],
    record: here(),
  },
  {
    name: "through the company's own exit",
    expect: [],
    lookups: lookups(),
    settings: { allowedNetworks: ['198.51.100.0/24'] },
    before: [alice(berlin, -3600)],
    record: here(),
  },
  {
    name: 'a wrong password elsewhere',
    expect: [],
    lookups: lookups(),
    before: [alice(berlin, -3600, 'Failure')],
    record: here(),
  },
  { name: 'without address files', expect: [], undecided: 'off', record: here() },
];

export const examples = (): Example[] => [...travels(), ...nearMisses()];
