import { call, denied } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { booleanAt, isObject, listAt, objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

/** Calls that weaken Macie only with certain values; the others always do. */
const weakening: Readonly<Record<string, (request: JsonObject) => boolean>> = {
  UpdateMacieSession: (request) => textAt(request, 'status') === 'PAUSED',
  UpdateMemberSession: (request) => textAt(request, 'status') === 'PAUSED',
  UpdateAutomatedDiscoveryConfiguration: (request) => textAt(request, 'status') === 'DISABLED',
  BatchUpdateAutomatedDiscoveryAccounts: (request) =>
    listAt(request, 'accounts').some((account) => isObject(account) && account['status'] === 'DISABLED'),
  UpdateOrganizationConfiguration: (request) => booleanAt(request, 'autoEnable') === false,
  CreateFindingsFilter: (request) => textAt(request, 'action') === 'ARCHIVE',
  UpdateFindingsFilter: (request) => textAt(request, 'action') === 'ARCHIVE',
  UpdateClassificationJob: (request) =>
    ['CANCELLED', 'USER_PAUSED'].includes(textAt(request, 'jobStatus') ?? ''),
  UpdateClassificationScope: (request) =>
    ['ADD', 'REPLACE'].includes(textAt(objectAt(objectAt(request, 's3'), 'excludes'), 'operation') ?? ''),
};

const weakens = (event: IamEvent): boolean => {
  const condition = weakening[event.name];
  return condition === undefined || isUnloggedRefusal(event, 'id', 'jobId') || condition(event.request);
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
      'macie2:UpdateMemberSession',
      'macie2:UpdateOrganizationConfiguration',
      'macie2:BatchUpdateAutomatedDiscoveryAccounts',
      'macie2:CreateAllowList',
      'macie2:UpdateAllowList',
      'macie2:UpdateClassificationJob',
      'macie2:UpdateClassificationScope',
      'macie2:PutClassificationExportConfiguration',
      'macie2:DisassociateFromAdministratorAccount',
      // The name that the call had before.
      'macie2:DisassociateFromMasterAccount',
      'macie2:DisassociateMember',
      'macie2:DeleteMember',
      'macie2:DisableOrganizationAdminAccount',
    ],
  },
  outcome: 'attempted',
  title: 'Macie switched off or made to overlook something',
  why: 'Nobody is told any more which buckets hold personal data or have become public: a preparation for taking data out.',
  fix: 'Enable Macie again, delete filters you do not know, and look at who read the sensitive buckets since.',
  misses:
    'Jobs that look at less from the beginning, and Macie Classic. What is on an allow list, and where results were sent before.',
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

const loud = (): Example[] => [
  { name: 'switched off', expect: ['weakened'], severity: 'medium', record: call('macie2:DisableMacie') },
  {
    name: 'paused',
    expect: ['weakened'],
    record: call('macie2:UpdateMacieSession', { request: { status: 'PAUSED' } }),
  },
  {
    name: 'a list of what to overlook',
    expect: ['weakened'],
    record: call('macie2:CreateAllowList', { request: { name: 'test-data', criteria: { regex: '.*' } } }),
  },
  {
    name: 'a job cancelled',
    expect: ['weakened'],
    record: call('macie2:UpdateClassificationJob', { request: { jobId: 'a', jobStatus: 'CANCELLED' } }),
  },
  {
    name: 'a bucket left out',
    expect: ['weakened'],
    record: call('macie2:UpdateClassificationScope', {
      request: { id: 'a', s3: { excludes: { bucketNames: ['customers'], operation: 'ADD' } } },
    }),
  },
  {
    name: 'an account left out',
    expect: ['weakened'],
    record: call('macie2:BatchUpdateAutomatedDiscoveryAccounts', {
      request: { accounts: [{ accountId: '444455556666', status: 'DISABLED' }] },
    }),
  },
  {
    name: 'a member paused',
    expect: ['weakened'],
    record: call('macie2:UpdateMemberSession', { request: { id: '444455556666', status: 'PAUSED' } }),
  },
  {
    name: 'discovery switched off',
    expect: ['weakened'],
    record: call('macie2:UpdateAutomatedDiscoveryConfiguration', { request: { status: 'DISABLED' } }),
  },
  {
    name: 'new accounts left out',
    expect: ['weakened'],
    record: call('macie2:UpdateOrganizationConfiguration', { request: { autoEnable: false } }),
  },
  {
    name: 'a filter that archives',
    expect: ['weakened'],
    record: call('macie2:CreateFindingsFilter', { request: { name: 'noise', action: 'ARCHIVE' } }),
  },
  {
    name: 'a filter that archives from now on',
    expect: ['weakened'],
    record: call('macie2:UpdateFindingsFilter', { request: { id: 'a', action: 'ARCHIVE' } }),
  },
  {
    name: 'one of several accounts left out',
    expect: ['weakened'],
    record: call('macie2:BatchUpdateAutomatedDiscoveryAccounts', {
      request: {
        accounts: [
          { accountId: '222233334444', status: 'ENABLED' },
          { accountId: '444455556666', status: 'DISABLED' },
        ],
      },
    }),
  },
];

const refused = (): Example[] => [
  {
    name: 'refused, and only the job is logged',
    expect: ['weakened'],
    record: call('macie2:UpdateClassificationJob', {
      request: { jobId: 'a' },
      error: denied('macie2:UpdateClassificationJob'),
    }),
  },
  {
    name: 'refused, and only the member is logged',
    expect: ['weakened'],
    record: call('macie2:UpdateMemberSession', {
      request: { id: '444455556666' },
      error: denied('macie2:UpdateMemberSession'),
    }),
  },
  {
    name: 'refused',
    expect: ['weakened'],
    severity: 'low',
    record: call('macie2:DisableMacie', { error: denied('macie2:DisableMacie') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'a member enabled',
    expect: [],
    record: call('macie2:UpdateMemberSession', { request: { id: '444455556666', status: 'ENABLED' } }),
  },
  {
    name: 'discovery switched on',
    expect: [],
    record: call('macie2:UpdateAutomatedDiscoveryConfiguration', { request: { status: 'ENABLED' } }),
  },
  {
    name: 'new accounts taken in',
    expect: [],
    record: call('macie2:UpdateOrganizationConfiguration', { request: { autoEnable: true } }),
  },
  {
    name: 'accounts taken in',
    expect: [],
    record: call('macie2:BatchUpdateAutomatedDiscoveryAccounts', {
      request: { accounts: [{ accountId: '222233334444', status: 'ENABLED' }] },
    }),
  },
  {
    name: 'a filter that archives no longer',
    expect: [],
    record: call('macie2:UpdateFindingsFilter', { request: { id: 'a', action: 'NOOP' } }),
  },
  {
    name: 'how often findings are published',
    expect: [],
    record: call('macie2:UpdateMacieSession', { request: { findingPublishingFrequency: 'ONE_HOUR' } }),
  },
  {
    name: 'a job resumed',
    expect: [],
    record: call('macie2:UpdateClassificationJob', { request: { jobId: 'a', jobStatus: 'RUNNING' } }),
  },
  {
    name: 'a bucket no longer left out',
    expect: [],
    record: call('macie2:UpdateClassificationScope', {
      request: { id: 'a', s3: { excludes: { bucketNames: ['customers'], operation: 'REMOVE' } } },
    }),
  },
  {
    name: 'a filter that only sorts',
    expect: [],
    record: call('macie2:CreateFindingsFilter', { request: { name: 'mine', action: 'NOOP' } }),
  },
];

export const examples = (): Example[] => [...loud(), ...refused(), ...quiet()];
