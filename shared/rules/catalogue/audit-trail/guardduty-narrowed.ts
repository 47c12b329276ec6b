import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, isObject, type JsonObject, listAt, textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'findings' | 'members' | 'rules';

const featureIs = ({ request }: IamEvent, field: string, value: string): boolean =>
  listAt(request, 'features').some((feature) => isObject(feature) && textAt(feature, field) === value);

/** The older form of features: `{ s3Logs: { enable: false } }`, at any depth. */
const isSwitchedOffIn = (value: unknown, field: string): boolean => {
  if (Array.isArray(value)) return value.some((one) => isSwitchedOffIn(one, field));
  if (!isObject(value)) return false;
  return booleanAt(value, field) === false || Object.values(value).some((one) => isSwitchedOffIn(one, field));
};

const membersLose = (event: IamEvent): boolean =>
  featureIs(event, 'status', 'DISABLED') || isSwitchedOffIn(event.request['dataSources'], 'enable');

const newMembersLose = (event: IamEvent): boolean =>
  textAt(event.request, 'autoEnableOrganizationMembers') === 'NONE' ||
  booleanAt(event.request, 'autoEnable') === false ||
  featureIs(event, 'autoEnable', 'NONE') ||
  isSwitchedOffIn(event.request['dataSources'], 'autoEnable');

const quietens = ({ request }: { readonly request: JsonObject }): boolean =>
  textAt(request, 'mode') === 'DRY_RUN' || textsAt(request, 'excludeAccountIds').length > 0;

const always = () => true;

const rows: Readonly<Record<string, readonly [Message, (event: IamEvent) => boolean]>> = {
  'guardduty:DeletePublishingDestination': ['findings', always],
  'guardduty:UpdatePublishingDestination': ['findings', always],
  'guardduty:UpdateMemberDetectors': ['members', membersLose],
  'guardduty:UpdateOrganizationConfiguration': ['members', newMembersLose],
  'guardduty:DeleteCustomDetectionRuleAssociation': ['rules', always],
  'guardduty:DeleteCustomDetectionRuleOrgConfiguration': ['rules', always],
  'guardduty:UpdateCustomDetectionRuleAssociation': ['rules', quietens],
  'guardduty:UpdateCustomDetectionRuleOrgConfiguration': ['rules', quietens],
};

const tried = '{actor} tried to narrow GuardDuty in {region} ({eventName}); AWS refused it.';

export default defineRule({
  id: 'guardduty-narrowed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  title: 'GuardDuty made to see less or to report elsewhere',
  why: 'Member accounts lose a kind of detection, new accounts come without any, or findings no longer reach the bucket that is kept for years.',
  fix: 'Put the features, the automatic enabling and the destination back, and look at what happened in the accounts meanwhile.',
  misses: 'Detectors and lists of the own account: see guardduty-disabled and guardduty-suppressed.',
  falsePositives: 'Saving cost; moving the bucket of the findings.',
  attack: ['T1562.001'],
  messages: {
    findings: {
      done: '{actor} changed or deleted where GuardDuty in {region} exports its findings to ({eventName}).',
      tried,
    },
    members: {
      done: '{actor} switched features of GuardDuty off for other accounts in {region} ({eventName}).',
      tried,
    },
    rules: {
      done: '{actor} took a detection rule of your own out of GuardDuty’s work in {region} ({eventName}).',
      tried,
    },
  },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, narrows] = row;
    if (!narrows(event) && !isUnloggedRefusal(event, 'detectorId', 'ruleId', 'associationId')) return [];
    const resource = namedInCall(event, [
      'detectorId',
      (id) => regionalArn(event, 'guardduty', `detector/${id}`),
    ]);
    return [{ message, resource, aspect: event.name, data: {} }];
  },
});

const detectorId = '12abc34d567e8fa901bc2d34e56789f0';

const loud = (): Example[] => [
  {
    name: 'findings go nowhere',
    expect: ['findings'],
    severity: 'medium',
    record: call('guardduty:DeletePublishingDestination', { request: { detectorId, destinationId: 'a' } }),
  },
  {
    name: 'a feature of members',
    expect: ['members'],
    record: call('guardduty:UpdateMemberDetectors', {
      request: {
        detectorId,
        accountIds: ['444455556666'],
        features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }],
      },
    }),
  },
  {
    name: 'an older feature of members',
    expect: ['members'],
    record: call('guardduty:UpdateMemberDetectors', {
      request: { detectorId, dataSources: { kubernetes: { auditLogs: { enable: false } } } },
    }),
  },
];

const ofAccounts = (): Example[] => [
  {
    name: 'new accounts',
    expect: ['members'],
    record: call('guardduty:UpdateOrganizationConfiguration', {
      request: { detectorId, autoEnableOrganizationMembers: 'NONE' },
    }),
  },
  {
    name: 'one of several features of members',
    expect: ['members'],
    record: call('guardduty:UpdateMemberDetectors', {
      request: {
        detectorId,
        features: [
          { name: 'S3_DATA_EVENTS', status: 'ENABLED' },
          { name: 'LAMBDA_NETWORK_LOGS', status: 'DISABLED' },
        ],
      },
    }),
  },
  {
    name: 'new accounts, in the older words',
    expect: ['members'],
    record: call('guardduty:UpdateOrganizationConfiguration', { request: { detectorId, autoEnable: false } }),
  },
  {
    name: 'a feature of new accounts',
    expect: ['members'],
    record: call('guardduty:UpdateOrganizationConfiguration', {
      request: { detectorId, features: [{ name: 'S3_DATA_EVENTS', autoEnable: 'NONE' }] },
    }),
  },
  {
    name: 'an older feature of new accounts',
    expect: ['members'],
    record: call('guardduty:UpdateOrganizationConfiguration', {
      request: { detectorId, autoEnable: true, dataSources: { s3Logs: { autoEnable: false } } },
    }),
  },
  {
    name: 'an own rule, for some accounts',
    expect: ['rules'],
    record: call('guardduty:UpdateCustomDetectionRuleOrgConfiguration', {
      request: { ruleId: 'r', mode: 'LIVE', excludeAccountIds: ['444455556666'] },
    }),
  },
  {
    name: 'an own rule, refused',
    expect: ['rules'],
    record: call('guardduty:UpdateCustomDetectionRuleAssociation', {
      request: { ruleId: 'r', associationId: 'a' },
      error: denied('guardduty:UpdateCustomDetectionRuleAssociation'),
    }),
  },
  {
    name: 'an own rule',
    expect: ['rules'],
    record: call('guardduty:UpdateCustomDetectionRuleAssociation', {
      request: { ruleId: 'r', associationId: 'a', mode: 'DRY_RUN' },
    }),
  },
  {
    name: 'refused',
    expect: ['members'],
    severity: 'low',
    record: call('guardduty:UpdateMemberDetectors', {
      request: { detectorId },
      error: denied('guardduty:UpdateMemberDetectors'),
    }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'a feature for members',
    expect: [],
    record: call('guardduty:UpdateMemberDetectors', {
      request: { detectorId, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] },
    }),
  },
  {
    name: 'an older feature for members',
    expect: [],
    record: call('guardduty:UpdateMemberDetectors', {
      request: {
        detectorId,
        dataSources: { s3Logs: { enable: true }, kubernetes: { auditLogs: { enable: true } } },
      },
    }),
  },
  {
    name: 'every new account, in the older words',
    expect: [],
    record: call('guardduty:UpdateOrganizationConfiguration', { request: { detectorId, autoEnable: true } }),
  },
  {
    name: 'every new account',
    expect: [],
    record: call('guardduty:UpdateOrganizationConfiguration', {
      request: { detectorId, autoEnableOrganizationMembers: 'ALL' },
    }),
  },
  {
    name: 'an own rule in force',
    expect: [],
    record: call('guardduty:UpdateCustomDetectionRuleAssociation', {
      request: { ruleId: 'r', associationId: 'a', mode: 'LIVE' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...ofAccounts(), ...quiet()];
