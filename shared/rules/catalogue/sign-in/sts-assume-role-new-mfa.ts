import { after, call, denied, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const days = 10;

const deviceOf = ({ request }: IamEvent): string | undefined => textAt(request, 'serialNumber');

export default defineRule({
  id: 'sts-assume-role-new-mfa',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Role assumed with an MFA device not seen before',
  why: 'Who took over a user registers an MFA device of their own to get past policies that ask for MFA. Its first use shows here.',
  fix: 'See whether the user registered the device, and from where (EnableMFADevice). If not, deactivate it and the access keys of the user.',
  misses:
    'Roles that ask for no MFA. Devices that were last used less than ten days ago. Sign-ins to the console.',
  falsePositives: 'A new phone. People who use such a role less often than every ten days.',
  attack: ['T1556.006', 'T1078.004'],
  messages: {
    firstUse: '{actor} assumed {role} with the MFA device {device}, for the first time in {days} days.',
  },

  history(event) {
    const device = deviceOf(event);
    return device === undefined ? [] : [{ kind: 'first-seen', key: `${event.actor.key} ${device}`, days }];
  },

  evaluate(event, { history: [answer] }) {
    const device = deviceOf(event);
    if (device === undefined || answer?.status !== 'met') return [];
    const role = textAt(event.request, 'roleArn') ?? 'a role';
    return [{ message: 'firstUse', resource: actorArn(event), aspect: device, data: { role, device, days } }];
  },
});

export const examples = (): Example[] => {
  const day = 86_400;
  const assume = (seconds: number, device?: string, over = {}) =>
    call('sts:AssumeRole', {
      by: user('alice'),
      time: after(seconds),
      readOnly: true,
      request: {
        roleArn: 'arn:aws:iam::111122223333:role/admin',
        roleSessionName: 'alice',
        ...(device === undefined ? {} : { serialNumber: `arn:aws:iam::111122223333:mfa/${device}` }),
      },
      ...over,
    });
  return [
    {
      name: 'a new device',
      expect: ['firstUse'],
      severity: 'low',
      before: [assume(-day, 'phone')],
      record: assume(0, 'other-phone'),
    },
    {
      name: 'a device not used for two weeks',
      expect: ['firstUse'],
      before: [assume(-14 * day, 'phone')],
      record: assume(0, 'phone'),
    },
    {
      name: 'a device used yesterday',
      expect: [],
      before: [assume(-day, 'phone')],
      record: assume(0, 'phone'),
    },
    {
      name: 'in the first days of watching',
      expect: [],
      undecided: 'learning',
      watchedSince: after(-3 * day),
      record: assume(0, 'phone'),
    },
    { name: 'without MFA', expect: [], record: assume(0) },
    { name: 'refused', expect: [], record: assume(0, 'phone', { error: denied('sts:AssumeRole') }) },
  ];
};
