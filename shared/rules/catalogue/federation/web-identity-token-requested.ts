import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textsAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const audienceOf = (event: IamEvent): string => {
  const audiences = textsAt(event.request, 'audience');
  return audiences.length > 0 ? [...audiences].sort().join(', ') : 'an audience that is not logged';
};

export default defineRule({
  id: 'web-identity-token-requested',
  kind: 'incident',
  severity: 'low',
  // A Get, yet of access level Write: no word of it among those that EventBridge delivers by default.
  on: { actions: ['sts:GetWebIdentityToken'] },
  title: 'Signed token for an outside service requested for the first time',
  why: 'The token proves to another cloud or service that the bearer is this principal. An intruder takes it along and is let in there, where AWS logs nothing.',
  fix: 'Check that the application reaches that service. If not, revoke the sessions of the role and tell the owner of the service at the audience.',
  misses:
    'What the bearer does at the other service. Audiences that the principal has asked for within a month. Records that do not reach the rules: reads must be forwarded.',
  falsePositives: 'Every application, the first time it reaches an outside service.',
  attack: ['T1528', 'T1550.001'],
  messages: {
    requested: '{actor} requested, for the first time in a month, a signed token for {audience}.',
  },

  history: (event) => [{ kind: 'first-seen', key: `${event.actor.key} ${audienceOf(event)}`, days: 30 }],

  evaluate: (event, { history: [seen] }) =>
    seen?.status === 'met'
      ? [{ message: 'requested', resource: actorArn(event), data: { audience: audienceOf(event) } }]
      : [],
});

const requests = (audience: string, over: object = {}) =>
  call('sts:GetWebIdentityToken', {
    by: role('app', 's'),
    request: { audience: [audience], signingAlgorithm: 'ES384', durationSeconds: 300 },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'for a new audience',
    expect: ['requested'],
    severity: 'low',
    before: [requests('https://vault.example.com', { time: after(-86_400) })],
    record: requests('https://api.example.net'),
  },
  {
    name: 'for an audience that was asked for a month and a half ago',
    expect: ['requested'],
    before: [requests('https://api.example.net', { time: after(-45 * 86_400) })],
    record: requests('https://api.example.net'),
  },
  {
    name: 'for the same audience as yesterday',
    expect: [],
    before: [requests('https://vault.example.com', { time: after(-86_400), by: role('app', 't') })],
    record: requests('https://vault.example.com'),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: requests('https://api.example.net'),
  },
  {
    name: 'refused',
    expect: [],
    record: requests('https://api.example.net', { error: denied('sts:GetWebIdentityToken') }),
  },
];
