import { call, denied, role, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isDeployment } from '../../deployment.ts';
import { isOwnResource } from '../../own-resources.ts';
import { nameInArn, refusedArnOf, regionalArn } from '../../resource-arn.ts';

const ruleOf = (event: IamEvent): string => {
  const name = textAt(event.request, 'name');
  if (name === undefined) return refusedArnOf(event) ?? accountArn(event);
  const bus = nameInArn(textAt(event.request, 'eventBusName') ?? 'default');
  return regionalArn(event, 'events', bus === 'default' ? `rule/${name}` : `rule/${bus}/${name}`);
};

export default defineRule({
  id: 'eventbridge-rule-disabled',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['events:DisableRule', 'events:DeleteRule'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'EventBridge rule disabled or deleted',
  why: 'Rules carry findings of GuardDuty, changes of IAM and alarms to the people and programs that answer them. One call, and nothing arrives any more.',
  fix: 'Find out what the rule was for. If it carried alerts, enable it or create it again, and look at what was not told meanwhile.',
  misses:
    'What the rule was for. Rules that are left in place without a target, with a pattern that matches nothing, or in the state DISABLED by PutRule; of Trailwarden’s own, monitor-tampering sees these too.',
  falsePositives:
    'Retiring an application. Deployments by CloudFormation or by a role of the setting pipelines are rated low.',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    disabled: {
      done: '{actor} disabled EventBridge rule {resource}.',
      tried: '{actor} tried to disable EventBridge rule {resource}; AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted EventBridge rule {resource}.',
      tried: '{actor} tried to delete EventBridge rule {resource}; AWS refused it.',
    },
  },
  undoneBy: [
    { actions: ['events:EnableRule', 'events:PutRule'], undoes: (event) => [{ resource: ruleOf(event) }] },
  ],

  evaluate(event, { settings }) {
    const resource = ruleOf(event);
    const severity = isOwnResource(resource) ? 'critical' : isDeployment(event, settings) ? 'low' : 'high';
    return [{ message: event.name === 'DisableRule' ? 'disabled' : 'deleted', severity, resource, data: {} }];
  },
});

const request = { name: 'guardduty-to-pager' };

export const examples = (): Example[] => [
  {
    name: 'disabled',
    expect: ['disabled'],
    severity: 'high',
    record: call('events:DisableRule', { request }),
  },
  {
    name: 'deleted from a bus that is named by its ARN',
    expect: ['deleted'],
    record: call('events:DeleteRule', {
      request: { ...request, eventBusName: 'arn:aws:events:us-east-1:111122223333:event-bus/security' },
    }),
  },
  {
    name: 'Trailwarden’s own',
    expect: ['disabled'],
    severity: 'critical',
    record: call('events:DisableRule', { request: { name: 'Trailwarden-writes-1' } }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'medium',
    record: call('events:DeleteRule', {
      error: denied('events:DeleteRule', 'arn:aws:events:us-east-1:111122223333:rule/guardduty-to-pager'),
    }),
  },
  {
    name: 'by CloudFormation',
    expect: ['deleted'],
    severity: 'low',
    record: call('events:DeleteRule', {
      request,
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'by a role that deploys',
    expect: ['deleted'],
    severity: 'low',
    record: call('events:DeleteRule', { request, by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'by a service that manages the rule',
    expect: [],
    record: call('events:DeleteRule', { request, by: service('autoscaling.amazonaws.com') }),
  },
  {
    name: 'there is none',
    expect: [],
    record: call('events:DisableRule', { request, error: { code: 'ResourceNotFoundException' } }),
  },
];
