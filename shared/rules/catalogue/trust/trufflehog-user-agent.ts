import { call, denied } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// EventBridge cannot look for a text inside another in any case, so these spellings are all that arrives.
const spellings = ['TruffleHog', 'trufflehog', 'Trufflehog', 'TRUFFLEHOG'];

export default defineRule({
  id: 'trufflehog-user-agent',
  kind: 'incident',
  severity: 'high',
  // What TruffleHog calls is GetCallerIdentity, which only reads.
  on: {
    anyCall: { userAgent: spellings.map((spelling) => ({ wildcard: `*${spelling}*` })) },
    tier: 'read-only',
  },
  outcome: 'any',
  title: 'Leaked key tried out with TruffleHog',
  why: 'TruffleHog finds keys in repositories, images and paste sites and asks AWS whether they work. Somebody has this key out of such a place.',
  fix: 'Deactivate the key now; ask later. Search your code for it, and read everything that was called with it.',
  misses:
    'TruffleHog without verification, or with another user agent: the caller chooses it. A thief who tries the key by hand.',
  falsePositives: 'Your own secret scanning. Even then the key has been found somewhere it should not be.',
  attack: ['T1078.004', 'T1552.001'],
  messages: {
    used: {
      done: 'TruffleHog tried key {accessKeyId} of {actor} from {sourceIp} ({eventName}): it works.',
      tried:
        'TruffleHog tried key {accessKeyId} of {actor} from {sourceIp} ({eventName}); AWS refused the call.',
    },
  },

  evaluate(event) {
    const { userAgent } = event;
    if (userAgent === undefined || !spellings.some((spelling) => userAgent.includes(spelling))) return [];
    return [
      {
        message: 'used',
        resource: actorArn(event),
        data: { accessKeyId: event.actor.accessKeyId ?? 'unknown', userAgent },
      },
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'the verification that TruffleHog makes',
    expect: ['used'],
    severity: 'high',
    record: call('sts:GetCallerIdentity', { userAgent: 'TruffleHog', readOnly: true }),
  },
  {
    name: 'in another spelling, refused',
    expect: ['used'],
    severity: 'high',
    record: call('iam:GetUser', {
      userAgent: 'trufflehog/3.90',
      error: denied('iam:GetUser'),
      readOnly: true,
    }),
  },
  { name: 'the AWS CLI', expect: [], record: call('sts:GetCallerIdentity', { readOnly: true }) },
  {
    name: 'no user agent',
    expect: [],
    record: call('sts:GetCallerIdentity', { readOnly: true, record: { userAgent: null } }),
  },
];
