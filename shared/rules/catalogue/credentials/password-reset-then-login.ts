import { after, call, role, signIn, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { signInNameOf, signInResource } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { minutesBetween } from '../../minutes-between.ts';
import { isInNetworks } from '../../network-address.ts';
import { isNewlyMet } from '../../newly-met.ts';

const withinMinutes = 24 * 60;

interface Step {
  readonly user: string;
  readonly resource: string;
  readonly step: 'reset' | 'signed-in';
}

const stepOf = (event: IamEvent): Step | undefined => {
  if (event.action === 'signin:ConsoleLogin') {
    const name = signInNameOf(event);
    return name === undefined
      ? undefined
      : { user: name, resource: signInResource(event), step: 'signed-in' };
  }
  const { user, resource, whose } = affectedUserOf(event);
  return whose === 'other' ? { user, resource, step: 'reset' } : undefined;
};

export default defineRule({
  id: 'password-reset-then-login',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:UpdateLoginProfile', 'iam:CreateLoginProfile', 'signin:ConsoleLogin'] },
  title: "Somebody set a user's password and signed in with it",
  why: 'Who set the password and who signed in came from one address: the setter works as the user now, with all the rights of that user, and under that name.',
  fix: 'Ask the user whether they signed in. If not, set another password, end the sessions of the user, and treat the credentials of who set the password as stolen.',
  misses:
    'A thief who changes the address between the two, or who waits for more than a day. Sign-ins through an identity provider.',
  falsePositives:
    'A helpdesk in the same office as the user: both come from the address of the office. It is medium where that address is in allowedNetworks.',
  attack: ['T1098', 'T1078.004'],
  messages: {
    tookOver:
      '{setter} set the console password of {user} and, within {minutes} min, {user} signed in from the same address: {sourceIp}.',
  },

  history(event) {
    const step = stepOf(event);
    return step === undefined || event.sourceIp === undefined
      ? []
      : [
          {
            kind: 'sequence',
            key: `${step.user} ${event.sourceIp}`,
            steps: ['reset', 'signed-in'],
            step: step.step,
            withinMinutes,
            note: { by: event.actor.label },
          },
        ];
  },

  evaluate(event, { history: [answer], settings }) {
    const step = stepOf(event);
    if (!step || !isNewlyMet(answer)) return [];
    const [reset, login] = answer.events;
    const isOffice = isInNetworks(event.sourceIp ?? '', settings.allowedNetworks);
    return [
      {
        message: 'tookOver',
        severity: isOffice ? 'medium' : 'high',
        resource: step.resource,
        data: {
          user: step.user,
          setter: reset?.note?.['by'] ?? 'Somebody',
          minutes: minutesBetween(reset, login),
        },
      },
    ];
  },
});

const reset = (over: JsonObject = {}) =>
  call('iam:UpdateLoginProfile', {
    by: role('helpdesk', 'bob'),
    request: { userName: 'alice' },
    time: after(-600),
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'from one address, minutes later',
    expect: ['tookOver'],
    severity: 'high',
    before: [reset()],
    record: signIn(user('alice'), { mfa: true }),
  },
  {
    name: 'the sign-in arrives first',
    expect: ['tookOver'],
    before: [signIn(user('alice'))],
    record: reset(),
  },
  {
    name: 'a first password for a user who had none',
    expect: ['tookOver'],
    before: [call('iam:CreateLoginProfile', { request: { userName: 'alice' }, time: after(-600) })],
    record: signIn(user('alice')),
  },
  {
    name: 'both in the office',
    expect: ['tookOver'],
    severity: 'medium',
    settings: { allowedNetworks: ['203.0.113.0/24'] },
    before: [reset()],
    record: signIn(user('alice')),
  },
  {
    name: 'the user signs in from elsewhere',
    expect: [],
    before: [reset()],
    record: signIn(user('alice'), { sourceIp: '198.51.100.9' }),
  },
  {
    name: 'two days later',
    expect: [],
    before: [reset({ time: after(-172_800) })],
    record: signIn(user('alice')),
  },
  {
    name: 'the sign-in was before',
    expect: [],
    before: [reset({ time: after(60) })],
    record: signIn(user('alice')),
  },
  {
    name: 'an own password',
    expect: [],
    before: [reset({ by: user('alice') })],
    record: signIn(user('alice')),
  },
  { name: 'another user signs in', expect: [], before: [reset()], record: signIn(user('dave')) },
  {
    name: 'the sign-in fails',
    expect: [],
    before: [reset()],
    record: signIn(user('alice'), { result: 'Failure' }),
  },
];
