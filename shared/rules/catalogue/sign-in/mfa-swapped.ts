import { after, call, role, root, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import type { NotedEvent } from '../../../history/window.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { minutesBetween } from '../../minutes-between.ts';
import { isInNetworks, networkOf } from '../../network-address.ts';

const withinMinutes = 60;

const noteOf = (event: IamEvent, isOwn: boolean): NonNullable<NotedEvent['note']> => ({
  by: event.actor.label,
  own: String(isOwn),
  ip: event.sourceIp ?? 'unknown',
  network: networkOf(event.sourceIp ?? 'unknown'),
});

/** How a new device in place of the old one is suspicious; undefined when it is not. */
const suspicionOf = (removed: NotedEvent['note'], registered: NotedEvent['note']) => {
  if (registered?.['own'] !== 'true') return 'byOther';
  // The owner did both: a thief in the session of the owner, if the second was elsewhere.
  if (removed?.['own'] === 'true')
    return removed['network'] === registered['network'] ? undefined : 'elsewhere';
  // A helpdesk takes off a lost device and the owner registers the next, from a place of their own.
  return removed?.['ip'] === registered['ip'] ? 'sameAddress' : undefined;
};

export default defineRule({
  id: 'mfa-swapped',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:DeactivateMFADevice', 'iam:EnableMFADevice'] },
  title: 'MFA device of a user replaced within an hour',
  why: 'With a second factor of their own on the user, thieves pass every policy that asks for MFA, and keep doing so after the password is changed.',
  fix: "Ask the user, on another channel, whether the new device is theirs. If not: deactivate it, set a new password, deactivate the user's access keys, and find out how the caller came by its session.",
  misses:
    'A device that is added beside the old one (a user may have eight), or registered more than an hour after the old one was taken off. Root (root-mfa-changed), MFA at an identity provider.',
  falsePositives:
    'Helpdesks that register devices for users. A user who changes phones and networks at once. Where helpdesk and user come from one address in allowedNetworks, it is medium.',
  attack: ['T1556.006', 'T1098.005'],
  messages: {
    byOther:
      '{registrar} registered an MFA device for {user} from {ip}, within {minutes} min after {remover} took the old one off.',
    elsewhere:
      '{user} took off its MFA device from {removedFrom} and registered another from {ip}, within {minutes} min.',
    sameAddress:
      '{remover} took off the MFA device of {user} and, within {minutes} min, {user} registered another from the same address: {ip}.',
  },

  history(event) {
    const { user, whose } = affectedUserOf(event);
    if (whose !== 'own' && whose !== 'other') return [];
    const step = event.action === 'iam:EnableMFADevice' ? 'registered' : 'removed';
    const steps = ['removed', 'registered'];
    return [
      { kind: 'sequence', key: user, steps, step, withinMinutes, note: noteOf(event, whose === 'own') },
    ];
  },

  evaluate(event, { history: [answer], settings }) {
    const { user, resource } = affectedUserOf(event);
    if (answer?.status !== 'met') return [];
    const [removed, registered] = answer.events;
    const message = suspicionOf(removed?.note, registered?.note);
    if (message === undefined) return [];
    const ip = registered?.note?.['ip'] ?? 'unknown';
    const isOffice = message === 'sameAddress' && isInNetworks(ip, settings.allowedNetworks);
    const data = {
      user,
      ip,
      remover: removed?.note?.['by'] ?? 'somebody',
      removedFrom: removed?.note?.['ip'] ?? 'unknown',
      registrar: registered?.note?.['by'] ?? 'Somebody',
      minutes: minutesBetween(removed, registered),
    };
    return [{ message, severity: isOffice ? 'medium' : 'high', resource, data }];
  },
});

const ofAlice = { userName: 'alice', serialNumber: 'arn:aws:iam::111122223333:mfa/alice' };
const remove = (over: JsonObject = {}) =>
  call('iam:DeactivateMFADevice', {
    by: role('helpdesk', 'bob'),
    request: ofAlice,
    time: after(-600),
    ...over,
  });
const register = (over: JsonObject = {}) =>
  call('iam:EnableMFADevice', { by: user('alice'), request: ofAlice, ...over });
const elsewhere = { sourceIp: '198.51.100.9' };

export const examples = (): Example[] => [
  {
    name: 'both by somebody else',
    expect: ['byOther'],
    severity: 'high',
    before: [remove()],
    record: register({ by: role('helpdesk', 'bob') }),
  },
  {
    name: 'the new device arrives first',
    expect: ['byOther'],
    before: [register({ by: role('helpdesk', 'bob') })],
    record: remove(),
  },
  {
    name: 'by the user, from two networks',
    expect: ['elsewhere'],
    before: [remove({ by: user('alice') })],
    record: register(elsewhere),
  },
  {
    name: 'the user comes from the address of who took the old one off',
    expect: ['sameAddress'],
    severity: 'high',
    before: [remove()],
    record: register(),
  },
  {
    name: 'helpdesk and user in one office',
    expect: ['sameAddress'],
    severity: 'medium',
    settings: { allowedNetworks: ['203.0.113.0/24'] },
    before: [remove()],
    record: register(),
  },
  {
    name: 'a lost phone: the helpdesk takes it off, the user registers another',
    expect: [],
    before: [remove()],
    record: register(elsewhere),
  },
  {
    name: 'by the user, in one network',
    expect: [],
    before: [remove({ by: user('alice'), sourceIp: '203.0.113.99' })],
    record: register(),
  },
  { name: 'two hours later', expect: [], before: [remove({ time: after(-7200) })], record: register() },
  {
    name: 'registered before the other was taken off',
    expect: [],
    before: [remove({ time: after(60) })],
    record: register(),
  },
  { name: 'a first device', expect: [], record: register({ by: role('helpdesk', 'bob') }) },
  {
    name: "root's: another rule's",
    expect: [],
    before: [call('iam:DeactivateMFADevice', { by: root(), time: after(-60) })],
    record: call('iam:EnableMFADevice', { by: root() }),
  },
];
