import { after, call, denied, identityCenterUser } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

type Message = 'trusted' | 'threats' | 'archived' | 'cleared' | 'refused';

/** Findings put away one by one, which is the daily work of a security team. */
const isByHand = ({ name }: IamEvent): boolean => name === 'ArchiveFindings';

const messageOf = ({ name, request, outcome }: IamEvent): Message | undefined => {
  if (name === 'ArchiveFindings') return 'cleared';
  if (/^DeleteThreat.*Set$/.test(name)) return 'threats';
  const wasLogged = Object.keys(request).some((field) => field !== 'detectorId');
  if (outcome === 'denied' && !wasLogged) return 'refused';
  if (name.endsWith('Filter')) return textAt(request, 'action') === 'ARCHIVE' ? 'archived' : undefined;
  const isActive = booleanAt(request, 'activate');
  if (/^UpdateThreat.*Set$/.test(name)) return isActive === false ? 'threats' : undefined;
  // An update that does not say leaves the list as active as it was.
  return isActive === false ? undefined : 'trusted';
};

export default defineRule({
  id: 'guardduty-suppressed',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'guardduty:CreateIPSet',
      'guardduty:UpdateIPSet',
      'guardduty:CreateTrustedEntitySet',
      'guardduty:UpdateTrustedEntitySet',
      'guardduty:UpdateThreatIntelSet',
      'guardduty:DeleteThreatIntelSet',
      'guardduty:UpdateThreatEntitySet',
      'guardduty:DeleteThreatEntitySet',
      'guardduty:CreateFilter',
      'guardduty:UpdateFilter',
      'guardduty:ArchiveFindings',
    ],
  },
  outcome: 'attempted',
  title: 'GuardDuty made to overlook something',
  why: 'GuardDuty raises no findings for addresses on a trusted list, and nobody looks at findings that a filter archives.',
  fix: 'Read the list or the filter. Take out what is not yours, and read the archived findings.',
  misses:
    'What is on the list: it lies in an S3 bucket and can be changed there without a call to GuardDuty. Findings archived by hand by who did so in the last 30 days are rated low.',
  falsePositives:
    'Tuning by the security team. Findings archived by hand after they were dealt with are rated medium the first time in 30 days that a role does it, and low from then on.',
  attack: ['T1562.001'],
  messages: {
    trusted: {
      done: '{actor} set a list of addresses or entities that GuardDuty trusts in {region} ({eventName} {name}).',
      tried: '{actor} tried to set a list that GuardDuty trusts in {region}; AWS refused it.',
    },
    threats: {
      done: '{actor} switched off a list of known threats of GuardDuty in {region} ({eventName} {name}).',
      tried: '{actor} tried to switch off a list of known threats of GuardDuty in {region}; AWS refused it.',
    },
    archived: {
      done: '{actor} had GuardDuty findings archived in {region} ({eventName} {name}).',
      tried: '{actor} tried to have GuardDuty findings archived in {region} ({eventName}); AWS refused it.',
    },
    cleared: {
      done: '{actor} archived GuardDuty findings by hand in {region}.',
      tried: '{actor} tried to archive GuardDuty findings by hand in {region}; AWS refused it.',
    },
    refused: {
      done: '{actor} changed a list or filter of GuardDuty in {region} ({eventName}).',
      tried:
        '{actor} tried to change a list or filter of GuardDuty in {region} ({eventName}); AWS refused it.',
    },
  },

  // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
  history: (event) =>
    isByHand(event)
      ? [{ kind: 'first-seen', key: `${event.actor.key} ${event.outcome}`, days: 30, optional: true }]
      : [],

  evaluate(event, { history: [before] }) {
    const message = messageOf(event);
    if (message === undefined) return [];
    const usual = before?.status === 'not-met' ? ('low' as const) : ('medium' as const);
    const ids = [
      'name',
      'ipSetId',
      'trustedEntitySetId',
      'threatIntelSetId',
      'threatEntitySetId',
      'filterName',
    ];
    const name = ids.map((id) => textAt(event.request, id)).find((id) => id !== undefined) ?? '';
    const detector = textAt(event.request, 'detectorId');
    const resource =
      detector === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'guardduty', `detector/${detector}`);
    return [{ message, resource, data: { name }, ...(isByHand(event) ? { severity: usual } : {}) }];
  },
});

const detectorId = '12abc34d567e8fa901bc2d34e56789f0';

const archive = (seconds: number, over: object = {}) =>
  call('guardduty:ArchiveFindings', {
    by: identityCenterUser('hana', 'SecurityAdmin'),
    request: { detectorId, findingIds: ['a'] },
    time: after(seconds),
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'a trusted list',
    expect: ['trusted'],
    severity: 'high',
    record: call('guardduty:CreateIPSet', { request: { detectorId, name: 'office', activate: true } }),
  },
  {
    name: 'a list of threats, as text',
    expect: ['threats'],
    record: call('guardduty:UpdateThreatIntelSet', {
      request: { detectorId, threatIntelSetId: 'a', activate: 'false' },
    }),
  },
  {
    name: 'a list of threats deleted',
    expect: ['threats'],
    record: call('guardduty:DeleteThreatEntitySet', { request: { detectorId, threatEntitySetId: 'a' } }),
  },
  {
    name: 'a filter that archives',
    expect: ['archived'],
    record: call('guardduty:CreateFilter', { request: { detectorId, name: 'noise', action: 'ARCHIVE' } }),
  },
  {
    name: 'findings archived by hand, by somebody who never did',
    expect: ['cleared'],
    severity: 'medium',
    record: archive(0),
  },
  {
    name: 'findings archived by hand, as last week',
    expect: ['cleared'],
    severity: 'low',
    before: [archive(-7 * 86_400)],
    record: archive(0),
  },
  {
    name: 'findings archived by hand, while too little has been seen',
    expect: ['cleared'],
    severity: 'medium',
    watchedSince: '2026-03-02T00:00:00Z',
    record: archive(0),
  },
  {
    name: 'findings archived by hand, after a refused attempt',
    expect: ['cleared'],
    severity: 'medium',
    before: [archive(-86_400, { error: denied('guardduty:ArchiveFindings') })],
    record: archive(0),
  },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'medium',
    record: call('guardduty:CreateIPSet', { error: denied('guardduty:CreateIPSet') }),
  },
  {
    name: 'a list that is not active',
    expect: [],
    record: call('guardduty:CreateIPSet', { request: { detectorId, name: 'office', activate: false } }),
  },
  {
    name: 'a filter that only sorts',
    expect: [],
    record: call('guardduty:CreateFilter', { request: { detectorId, name: 'mine', action: 'NOOP' } }),
  },
];
