import { after, call, consoleUser, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { accessGrantingCalls } from '../../access-granting-calls.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const days = 7;

/** A user outside the console whose key, or whose session from GetSessionToken, came without MFA. */
const isWithoutMfa = ({ actor, via }: IamEvent): boolean =>
  actor.type === 'IAMUser' && via === 'direct' && actor.keyKind !== 'none' && actor.mfa !== 'yes';

export default defineRule({
  id: 'mfa-not-required-key-use',
  kind: 'incident',
  severity: 'medium',
  on: { actions: accessGrantingCalls },
  title: 'Access granted with an access key and without MFA',
  why: 'The key alone was enough to give somebody more access. Keys leak through laptops, repositories and logs; whoever finds this one can make itself administrator.',
  fix: 'If the caller is a person, let them use a role that asks for MFA (aws:MultiFactorAuthPresent) and take the right off the key. If it is software, give it a role. If nobody knows the call, deactivate the key.',
  misses:
    'Sessions of roles: whether they began with MFA is known to the identity provider only. Calls that grant access in other services than IAM.',
  falsePositives:
    'Pipelines that deploy with the key of a user, which they should not. Told once a week for each user.',
  attack: ['T1098', 'T1078.004'],
  messages: {
    granted: '{actor} called {eventName} with the access key {accessKeyId} from {sourceIp}, without MFA.',
  },

  // Threshold one: the first of a week is news, the others are known.
  history: (event) =>
    isWithoutMfa(event)
      ? [{ kind: 'count', key: event.actor.key, withinMinutes: days * 24 * 60, threshold: 1 }]
      : [],

  evaluate: (event, { history: [answer] }) =>
    isNewlyMet(answer)
      ? [
          {
            message: 'granted',
            resource: actorArn(event),
            data: { accessKeyId: event.actor.accessKeyId ?? 'unknown' },
          },
        ]
      : [],
});

export const examples = (): Example[] => {
  const attach = (over = {}) =>
    call('iam:AttachUserPolicy', {
      by: user('deploy'),
      request: { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      ...over,
    });
  const session = (mfaAuthenticated: string) =>
    user('alice', {
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      sessionContext: { attributes: { mfaAuthenticated } },
    });
  return [
    { name: 'with a long-term key', expect: ['granted'], severity: 'medium', record: attach() },
    {
      name: 'with a session that began without MFA',
      expect: ['granted'],
      record: attach({ by: session('false') }),
    },
    {
      name: 'again, after eight days',
      expect: ['granted'],
      before: [attach({ time: after(-8 * 86_400) })],
      record: attach(),
    },
    {
      name: 'again, the day after',
      expect: [],
      before: [attach({ time: after(-86_400) })],
      record: attach(),
    },
    { name: 'with a session that began with MFA', expect: [], record: attach({ by: session('true') }) },
    {
      name: 'in the console',
      expect: [],
      record: attach({ by: consoleUser('alice', false), record: { sessionCredentialFromConsole: 'true' } }),
    },
    { name: 'by a role', expect: [], record: attach({ by: role('deploy', 'build-7') }) },
    {
      name: 'by a stack',
      expect: [],
      record: attach({ by: user('deploy', { invokedBy: 'cloudformation.amazonaws.com' }) }),
    },
    { name: 'refused', expect: [], record: attach({ error: denied('iam:AttachUserPolicy', 'user alice') }) },
    { name: 'a call that grants nothing', expect: [], record: call('iam:TagUser', { by: user('deploy') }) },
  ];
};
