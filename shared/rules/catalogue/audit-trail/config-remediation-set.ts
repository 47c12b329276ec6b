import { call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, isObject, listAt, objectAt, textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn, regionalArn } from '../../resource-arn.ts';

/** The role that the automation acts with: `parameters.AutomationAssumeRole.staticValue.values` (API Reference, RemediationConfiguration). */
const roleOf = (configuration: object): string => {
  const parameters = objectAt({ ...configuration }, 'parameters');
  const assumed = objectAt(objectAt(parameters, 'AutomationAssumeRole'), 'staticValue');
  const [arn] = textsAt(assumed, 'values');
  return arn === undefined ? 'no role of its own' : nameInArn(arn);
};

const configurationsOf = ({ request }: IamEvent) =>
  listAt(request, 'remediationConfigurations').filter(isObject);

export default defineRule({
  id: 'config-remediation-set',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['config:PutRemediationConfigurations'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'AWS Config made to act with a role',
  why: 'An automation document runs with the role whenever a rule finds a fault, and anybody may cause a fault: a way to act with rights one has not, and to do it again after every clean-up.',
  fix: 'Read the document and what the role may do. Delete the remediation if nobody of your security team set it.',
  misses: 'What the document does and the role allows. Documents that are changed later, and runs by hand.',
  falsePositives: 'Setting up remediation by the security team.',
  attack: ['T1546', 'T1098'],
  messages: {
    set: {
      done: '{actor} had AWS Config run {document} with {role} for faults of rule {rule}.',
      tried: '{actor} tried to have AWS Config run a document for faults of a rule; AWS refused it.',
    },
    automatic: {
      done: '{actor} had AWS Config run {document} with {role} by itself for faults of rule {rule}.',
      tried:
        '{actor} tried to have AWS Config run {document} with {role} by itself for faults of rule {rule}; AWS refused it.',
    },
  },
  undo: {
    set: 'aws configservice delete-remediation-configuration --region {region} --config-rule-name {rule}',
    automatic:
      'aws configservice delete-remediation-configuration --region {region} --config-rule-name {rule}',
  },

  evaluate(event) {
    const configurations = configurationsOf(event);
    if (configurations.length === 0)
      return [
        {
          message: 'set',
          resource: regionalArn(event, 'config', 'remediation-configuration'),
          data: { document: 'a document', role: 'an unknown role', rule: 'unknown' },
        },
      ];
    return configurations.map((configuration) => {
      const rule = textAt(configuration, 'configRuleName') ?? 'unknown';
      return {
        message: booleanAt(configuration, 'automatic') === true ? 'automatic' : 'set',
        resource: regionalArn(event, 'config', `remediation-configuration/${rule}`),
        data: {
          rule,
          document: textAt(configuration, 'targetId') ?? 'a document',
          role: roleOf(configuration),
        },
      };
    });
  },
});

const sets = (over: object) =>
  call('config:PutRemediationConfigurations', {
    request: {
      remediationConfigurations: [
        {
          configRuleName: 's3-public',
          targetType: 'SSM_DOCUMENT',
          targetId: 'AWS-DisableS3BucketPublicReadWrite',
          parameters: {
            AutomationAssumeRole: { staticValue: { values: ['arn:aws:iam::111122223333:role/remediation'] } },
          },
          automatic: false,
        },
      ],
    },
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'to be run by hand', expect: ['set'], severity: 'medium', record: sets({}) },
  {
    name: 'to run by itself',
    expect: ['automatic'],
    record: call('config:PutRemediationConfigurations', {
      request: {
        remediationConfigurations: [
          { configRuleName: 's3-public', targetId: 'mine', automatic: true, resourceType: 'AWS::S3::Bucket' },
        ],
      },
    }),
  },
  {
    name: 'by CloudFormation',
    expect: ['set'],
    severity: 'low',
    record: sets({ by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }) }),
  },
  {
    name: 'refused',
    expect: ['set'],
    severity: 'low',
    record: call('config:PutRemediationConfigurations', {
      error: denied('config:PutRemediationConfigurations'),
    }),
  },
  {
    name: 'in error',
    expect: [],
    record: sets({ error: { code: 'InsufficientPermissionsException' } }),
  },
];
