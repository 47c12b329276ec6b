import { call, denied, service, user } from '../../../events/example.ts';
import { booleanAt, objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf } from '../../resource-arn.ts';

export default defineRule({
  id: 'policy-version-set-default',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Managed policy changed to another version',
  why: 'Everybody who holds the policy now has what the version in force says. A caller who holds it can so give itself more, and an old version that was meant to be dead can be brought back.',
  fix: 'Compare the version in force with the one before (aws iam get-policy-version). Set the older one as default again if nobody asked for the change, then delete the new one.',
  misses:
    'What SetDefaultPolicyVersion brings back: its document was logged when the version was made. Versions made without putting them in force.',
  falsePositives:
    'Every ordinary edit of a customer-managed policy. Name the roles that deploy (Terraform and its like) in the setting pipelines: what they write is rated low.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    created: {
      done: '{actor} changed policy {resource}: new version {version} is in force.',
      tried: '{actor} tried to write a new version of {resource}; AWS refused it.',
    },
    switched: {
      done: '{actor} put version {version} of policy {resource} in force.',
      tried: '{actor} tried to put another version of {resource} in force; AWS refused it.',
    },
  },

  evaluate(event) {
    const created = event.name === 'CreatePolicyVersion';
    if (created && event.outcome === 'succeeded' && booleanAt(event.request, 'setAsDefault') !== true)
      return [];
    const made = textAt(objectAt(event.response, 'policyVersion'), 'versionId');
    return [
      {
        message: created ? 'created' : 'switched',
        resource: textAt(event.request, 'policyArn') ?? refusedArnOf(event) ?? accountArn(event),
        data: { version: textAt(event.request, 'versionId') ?? made ?? 'unknown' },
      },
    ];
  },
});

const policyArn = 'arn:aws:iam::111122223333:policy/app/deploy';
const version = {
  request: { policyArn, setAsDefault: true },
  response: { policyVersion: { versionId: 'v3' } },
};

export const examples = (): Example[] => [
  {
    name: 'a new version in force',
    expect: ['created'],
    severity: 'medium',
    record: call('iam:CreatePolicyVersion', version),
  },
  {
    name: 'setAsDefault as text',
    expect: ['created'],
    record: call('iam:CreatePolicyVersion', { ...version, request: { policyArn, setAsDefault: 'true' } }),
  },
  {
    name: 'through CloudFormation',
    expect: ['created'],
    severity: 'low',
    record: call('iam:CreatePolicyVersion', {
      ...version,
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'an old version in force again',
    expect: ['switched'],
    record: call('iam:SetDefaultPolicyVersion', { request: { policyArn, versionId: 'v1' } }),
  },
  {
    name: 'a refused attempt',
    expect: ['created'],
    severity: 'low',
    record: call('iam:CreatePolicyVersion', {
      error: denied('iam:CreatePolicyVersion', `policy ${policyArn}`),
    }),
  },
  {
    name: 'a refused switch that names nothing',
    expect: ['switched'],
    record: call('iam:SetDefaultPolicyVersion', { error: denied('iam:SetDefaultPolicyVersion') }),
  },
  {
    name: 'a version that is not put in force',
    expect: [],
    record: call('iam:CreatePolicyVersion', { ...version, request: { policyArn, setAsDefault: false } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('iam:CreatePolicyVersion', { ...version, by: service('controltower.amazonaws.com') }),
  },
];
