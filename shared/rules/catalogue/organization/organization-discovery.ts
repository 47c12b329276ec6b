import { after, call, consoleUser, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { mayBeRecon } from '../../recon-caller.ts';

const days = 10;

export default defineRule({
  id: 'organization-discovery',
  kind: 'incident',
  severity: 'low',
  on: {
    actions: [
      'iam:GetAccountSummary',
      'iam:ListAccountAliases',
      'organizations:DescribeEffectivePolicy',
      'organizations:DescribeOrganization',
      'organizations:DescribeOrganizationalUnit',
      'organizations:DescribePolicy',
      'organizations:DescribeResourcePolicy',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListAccounts',
      'organizations:ListAccountsForParent',
      'organizations:ListChildren',
      'organizations:ListDelegatedAdministrators',
      'organizations:ListDelegatedServicesForAccount',
      'organizations:ListOrganizationalUnitsForParent',
      'organizations:ListParents',
      'organizations:ListPolicies',
      'organizations:ListPoliciesForTarget',
      'organizations:ListRoots',
      'organizations:ListTargetsForPolicy',
    ],
  },
  title: 'Organization looked over by somebody for the first time',
  why: 'Which accounts there are, what the policies forbid and who administers: with one account in hand, it is the map to the others.',
  fix: 'Look at what else the caller read around that time. Take its credentials away if nobody knows why it asks.',
  misses:
    'Callers that ask at least every ten days. People in the console. Refused calls: see access-denied-burst-by-actor. The first ten days, in which nothing can be new.',
  falsePositives: 'New tools and people. Name the roles of inventories and scanners in the setting scanners.',
  attack: ['T1580', 'T1087.004', 'T1526'],
  messages: {
    looked: '{actor} looked over the organization ({eventName}) for the first time in {days} days.',
  },

  history: (event, settings) =>
    mayBeRecon(event, settings) ? [{ kind: 'first-seen', key: event.actor.key, days }] : [],

  evaluate: (event, { history: [seen] }) =>
    seen?.status === 'met' ? [{ message: 'looked', resource: actorArn(event), data: { days } }] : [],
});

const list = (over: object = {}) =>
  call('organizations:ListAccounts', { by: role('web', 'x'), readOnly: true, ...over });

export const examples = (): Example[] => [
  { name: 'for the first time', expect: ['looked'], severity: 'low', record: list() },
  {
    name: 'the next call of the same caller',
    expect: [],
    before: [
      call('organizations:DescribeOrganization', { by: role('web', 'y'), readOnly: true, time: after(-60) }),
    ],
    record: list(),
  },
  {
    name: 'in the console',
    expect: [],
    record: list({ by: consoleUser('bob', true), record: { sessionCredentialFromConsole: 'true' } }),
  },
  {
    name: 'by a scanner',
    expect: [],
    record: list(),
    settings: { scanners: ['arn:aws:iam::111122223333:role/web'] },
  },
  { name: 'refused', expect: [], record: list({ error: { code: 'AccessDeniedException' } }) },
  {
    name: 'while too little is known',
    expect: [],
    record: list(),
    watchedSince: '2026-03-01T00:00:00.000Z',
    undecided: 'learning',
  },
];
