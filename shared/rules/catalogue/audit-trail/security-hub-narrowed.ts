import { call, denied, role, service } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, isObject, type JsonObject, listAt, objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { lowerCamel } from '../../lower-camel.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'controls' | 'members' | 'collecting' | 'hidden' | 'policy';
type Narrows = (request: JsonObject) => boolean;

const always: Narrows = () => true;
const isOff = (from: JsonObject, field: string): boolean => textAt(from, field) === 'DISABLED';

/** A rule that suppresses or resolves what it meets, or that is changed in a way that is not logged (API Reference, AutomationRulesAction). */
const hides: Narrows = (request) =>
  /SUPPRESSED|RESOLVED|ARCHIVED|"statusId":[34]/.test(JSON.stringify(request));

const rows = {
  BatchDisableStandards: ['controls', always],
  BatchUpdateStandardsControlAssociations: [
    'controls',
    (request) =>
      listAt(request, 'standardsControlAssociationUpdates')
        .filter(isObject)
        .some((update) => isOff(update, 'associationStatus')),
  ],
  UpdateStandardsControl: ['controls', (request) => isOff(request, 'controlStatus')],
  UpdateSecurityControl: ['controls', always],
  UpdateSecurityHubConfiguration: [
    'controls',
    (request) => booleanAt(request, 'autoEnableControls') === false,
  ],
  DisableSecurityHubFeatureV2: ['controls', always],
  DeleteMembers: ['members', always],
  DisassociateMembers: ['members', always],
  DisassociateFromAdministratorAccount: ['members', always],
  DisassociateFromMasterAccount: ['members', always],
  DisableOrganizationAdminAccount: ['members', always],
  UpdateOrganizationConfiguration: [
    'members',
    (request) =>
      booleanAt(request, 'autoEnable') === false || textAt(request, 'autoEnableStandards') === 'NONE',
  ],
  DisableImportFindingsForProduct: ['collecting', always],
  DeleteFindingAggregator: ['collecting', always],
  DeleteAggregatorV2: ['collecting', always],
  UpdateFindingAggregator: ['collecting', always],
  UpdateAggregatorV2: ['collecting', always],
  DeleteConfigurationPolicy: ['policy', always],
  UpdateConfigurationPolicy: [
    'policy',
    (request) => Object.keys(objectAt(request, 'configurationPolicy')).length > 0,
  ],
  StartConfigurationPolicyDisassociation: ['policy', always],
  CreateAutomationRule: ['hidden', hides],
  CreateAutomationRuleV2: ['hidden', hides],
  BatchUpdateAutomationRules: ['hidden', hides],
  UpdateAutomationRuleV2: ['hidden', hides],
} as const satisfies Readonly<Record<string, readonly [Message, Narrows]>>;

const isRow = (name: string): name is keyof typeof rows => Object.hasOwn(rows, name);

const messageOf = (event: IamEvent): Message | undefined => {
  if (!isRow(event.name)) return undefined;
  const [message, narrows] = rows[event.name];
  return isUnloggedRefusal(event) || narrows(lowerCamel(event.request)) ? message : undefined;
};

const tried = '{actor} tried to change Security Hub in {region} ({eventName}); AWS refused it.';

export default defineRule({
  id: 'security-hub-narrowed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(rows).map((name): Action => `securityhub:${name}`) },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Security Hub checks less, collects less or hides findings',
  why: 'A control that is off, a member that is out or a rule that suppresses findings makes the security team see a calm that is not there.',
  fix: 'Compare with the configuration you want (a configuration policy of the delegated administrator) and put it back. Reopen what an automation rule has suppressed.',
  misses:
    'What the settings were before: a change of a control’s parameters or of the regions that are collected is told whichever way it goes. Findings that are closed one by one: see securityhub-findings-changed.',
  falsePositives: 'Tuning by the security team, and moving to another administrator account.',
  attack: ['T1562.001'],
  messages: {
    controls: {
      done: '{actor} switched off or changed controls of Security Hub in {region} ({eventName}).',
      tried,
    },
    members: {
      done: '{actor} took accounts out of central Security Hub in {region} ({eventName}).',
      tried,
    },
    collecting: {
      done: '{actor} changed which findings and regions Security Hub collects ({eventName}).',
      tried,
    },
    policy: {
      done: '{actor} changed or took away a configuration policy of Security Hub ({eventName}).',
      tried,
    },
    hidden: {
      done: '{actor} had Security Hub suppress or resolve findings by a rule in {region} ({eventName}).',
      tried,
    },
  },

  evaluate(event) {
    const message = messageOf(event);
    if (message === undefined) return [];
    const resource = regionalArn(event, 'securityhub', 'hub/default');
    return [{ message, resource, aspect: event.name, data: {} }];
  },
});

const loud = (): Example[] => [
  {
    name: 'a standard',
    expect: ['controls'],
    severity: 'medium',
    record: call('securityhub:BatchDisableStandards', {
      request: {
        StandardsSubscriptionArns: [
          'arn:aws:securityhub:us-east-1:111122223333:subscription/cis-aws-foundations-benchmark/v/3.0.0',
        ],
      },
    }),
  },
  {
    name: 'a control',
    expect: ['controls'],
    record: call('securityhub:BatchUpdateStandardsControlAssociations', {
      request: {
        StandardsControlAssociationUpdates: [{ SecurityControlId: 'IAM.1', AssociationStatus: 'DISABLED' }],
      },
    }),
  },
  {
    name: 'one of several controls',
    expect: ['controls'],
    record: call('securityhub:BatchUpdateStandardsControlAssociations', {
      request: {
        StandardsControlAssociationUpdates: [
          { SecurityControlId: 'IAM.2', AssociationStatus: 'ENABLED' },
          { SecurityControlId: 'IAM.1', AssociationStatus: 'DISABLED' },
        ],
      },
    }),
  },
  {
    name: 'a standard, through CloudFormation',
    expect: ['controls'],
    severity: 'low',
    record: call('securityhub:BatchDisableStandards', {
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'a rule that suppresses',
    expect: ['hidden'],
    record: call('securityhub:CreateAutomationRule', {
      request: {
        ruleName: 'quiet',
        actions: [{ findingFieldsUpdate: { workflow: { status: 'SUPPRESSED' } } }],
      },
    }),
  },
  {
    name: 'refused',
    expect: ['hidden'],
    severity: 'low',
    record: call('securityhub:CreateAutomationRule', { error: denied('securityhub:CreateAutomationRule') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'a control switched on',
    expect: [],
    record: call('securityhub:UpdateStandardsControl', { request: { controlStatus: 'ENABLED' } }),
  },
  {
    name: 'a configuration policy renamed',
    expect: [],
    record: call('securityhub:UpdateConfigurationPolicy', { request: { identifier: 'p', name: 'all' } }),
  },
  {
    name: 'controls that come in future switched on',
    expect: [],
    record: call('securityhub:UpdateSecurityHubConfiguration', { request: { AutoEnableControls: true } }),
  },
  {
    name: 'a rule that raises the severity',
    expect: [],
    record: call('securityhub:CreateAutomationRule', {
      request: { ruleName: 'loud', actions: [{ findingFieldsUpdate: { severity: { label: 'HIGH' } } }] },
    }),
  },
  {
    name: 'new members join by themselves',
    expect: [],
    record: call('securityhub:UpdateOrganizationConfiguration', { request: { autoEnable: true } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('securityhub:BatchDisableStandards', { by: service('controltower.amazonaws.com') }),
  },
];

const narrowed = (): Example[] =>
  (
    [
      ['a control, by the older call', 'controls', 'UpdateStandardsControl', { controlStatus: 'DISABLED' }],
      [
        'controls that come in future',
        'controls',
        'UpdateSecurityHubConfiguration',
        { AutoEnableControls: false },
      ],
      ['members', 'members', 'DisassociateMembers', { accountIds: ['444455556666'] }],
      ['a region', 'collecting', 'UpdateFindingAggregator', { Regions: ['eu-west-1'] }],
      ['a configuration policy', 'policy', 'StartConfigurationPolicyDisassociation', {}],
      ['new members', 'members', 'UpdateOrganizationConfiguration', { autoEnable: false }],
      [
        'standards of new members',
        'members',
        'UpdateOrganizationConfiguration',
        { autoEnableStandards: 'NONE' },
      ],
      [
        'what a configuration policy says',
        'policy',
        'UpdateConfigurationPolicy',
        { configurationPolicy: { a: {} } },
      ],
    ] as const
  ).map(([name, message, operation, request]) => ({
    name,
    expect: [message],
    record: call(`securityhub:${operation}`, { request }),
  }));

export const examples = (): Example[] => [...loud(), ...narrowed(), ...quiet()];
