import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

/** Calls that weaken Macie only with a certain value: parameter and value. */
const weakening: Readonly<Record<string, readonly [parameter: string, value: string]>> = {
  UpdateMacieSession: ['status', 'PAUSED'],
  UpdateAutomatedDiscoveryConfiguration: ['status', 'DISABLED'],
  CreateFindingsFilter: ['action', 'ARCHIVE'],
  UpdateFindingsFilter: ['action', 'ARCHIVE'],
};

const weakens = (event: IamEvent): boolean => {
  const condition = weakening[event.name];
  if (!condition || (event.outcome === 'denied' && Object.keys(event.request).length === 0)) return true;
  return textAt(event.request, condition[0]) === condition[1];
};

export default defineRule({
  id: 'macie-disabled',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'macie2:DisableMacie',
      'macie2:UpdateMacieSession',
      'macie2:UpdateAutomatedDiscoveryConfiguration',
      'macie2:CreateFindingsFilter',
      'macie2:UpdateFindingsFilter',
      'macie2:DisassociateFromAdministratorAccount',
      'macie2:DisassociateMember',
      'macie2:DeleteMember',
      'macie2:DisableOrganizationAdminAccount',
    ],
  },
  outcome: 'attempted',
  title: 'Macie switched off or made to overlook something',
  why: 'Nobody is told any more which buckets hold personal data or have become public: a preparation for taking data out.',
  fix: 'Enable Macie again, delete filters you do not know, and look at who read the sensitive buckets since.',
  misses: 'Jobs that are cancelled or changed, and Macie Classic.',
  falsePositives: 'Saving cost; tuning of findings by the security team.',
  attack: ['T1562.001'],
  messages: {
    weakened: {
      done: '{actor} weakened Macie in {region} ({eventName}).',
      tried: '{actor} tried to weaken Macie in {region} ({eventName}); AWS refused it.',
    },
  },

  evaluate: (event) =>
    weakens(event)
      ? [
          {
            message: 'weakened',
            resource: regionalArn(event, 'macie2', 'session'),
            aspect: event.name,
            data: {},
          },
        ]
      : [],
});

export const examples = (): Example[] => [
  { name: 'switched off', expect: ['weakened'], severity: 'medium', record: call('macie2:DisableMacie') },
  {
    name: 'paused',
    expect: ['weakened'],
    record: call('macie2:UpdateMacieSession', { request: { status: 'PAUSED' } }),
  },
  {
    name: 'refused',
    expect: ['weakened'],
    severity: 'low',
    record: call('macie2:DisableMacie', { error: denied('macie2:DisableMacie') }),
  },
  {
    name: 'how often findings are published',
    expect: [],
    record: call('macie2:UpdateMacieSession', { request: { findingPublishingFrequency: 'ONE_HOUR' } }),
  },
  {
    name: 'a filter that only sorts',
    expect: [],
    record: call('macie2:CreateFindingsFilter', { request: { name: 'mine', action: 'NOOP' } }),
  },
];
