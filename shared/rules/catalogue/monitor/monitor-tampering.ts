import { call, denied, role } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { arnOfNamed, installationChangingActions } from '../../own-resource-calls.ts';
import { ownResourceIn } from '../../own-resources.ts';

type Message = 'tampered' | 'redeployed' | 'replaced';

const changing: ReadonlySet<Action> = new Set(installationChangingActions);
const redeploying: ReadonlySet<Action> = new Set([
  'cloudformation:ExecuteChangeSet',
  'cloudformation:UpdateStack',
]);
const takesAway = /^(Delete|Disable|Remove|Purge|Unsubscribe)/;

const change = (event: IamEvent): Pick<Match<Message>, 'message' | 'severity'> | undefined => {
  if (redeploying.has(event.action)) return { message: 'redeployed', severity: 'medium' };
  if (event.via !== 'infrastructure-as-code') return { message: 'tampered' };
  // The deployment itself is told by the call that began it.
  return takesAway.test(event.name) ? { message: 'replaced', severity: 'low' } : undefined;
};

export default defineRule({
  id: 'monitor-tampering',
  kind: 'incident',
  severity: 'critical',
  on: { actions: installationChangingActions },
  outcome: 'attempted',
  title: 'Trailwarden itself changed',
  why: 'Who switches off what watches them is seen no longer: without a rule, a queue or a function of it, nothing is told of anything.',
  fix: 'Run tw doctor, deploy Trailwarden again, and look at what the caller did before and since: what happened in between may not have been told. Take the means from them: only the pipeline that deploys Trailwarden should change it.',
  misses:
    'The KMS key of the installation: when it is disabled, no alert can be written (see kms-key-loss for the attempt). Items deleted from the table, which no management event shows. New subscriptions to its topics: see sns-alert-path-changed. What Trailwarden’s own roles do: see monitor-role-misused.',
  falsePositives:
    'Operators who mend something by hand. A deployment is one finding of severity medium, and one of severity low for each part that it removes. Resources of others whose names begin with "Trailwarden-".',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    tampered: {
      done: '{actor} changed Trailwarden itself: {eventName} of {own}.',
      tried: '{actor} tried to change Trailwarden itself ({eventName} of {own}); AWS refused it.',
    },
    redeployed: {
      done: '{actor} deployed Trailwarden anew ({eventName} of stack {own}).',
      tried: '{actor} tried to deploy Trailwarden anew ({eventName} of stack {own}); AWS refused it.',
    },
    replaced: {
      done: 'A deployment by {actor} removed a part of Trailwarden: {eventName} of {own}.',
      tried:
        'A deployment by {actor} tried to remove a part of Trailwarden ({eventName} of {own}); AWS refused it.',
    },
  },

  evaluate(event) {
    if (!changing.has(event.action)) return [];
    const own = ownResourceIn(event);
    const verdict = own === undefined ? undefined : change(event);
    if (own === undefined || verdict === undefined) return [];
    return [{ ...verdict, resource: arnOfNamed(event, own), aspect: event.name, data: { own } }];
  },
});

const functionName = 'Trailwarden-CheckingCheckEventFunction0A1B2C3D-x9Y8z7W6v5U4';
const deployment = () => role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' });

const loud = (): Example[] => [
  {
    name: 'a function that may run no more',
    expect: ['tampered'],
    severity: 'critical',
    record: call('lambda:PutFunctionConcurrency20171031', {
      request: { functionName, reservedConcurrentExecutions: 0 },
    }),
  },
  {
    name: 'an event rule',
    expect: ['tampered'],
    record: call('events:RemoveTargets', { request: { rule: 'Trailwarden-writes-1', ids: ['Target'] } }),
  },
  {
    name: 'the bus',
    expect: ['tampered'],
    record: call('events:DeleteEventBus', { request: { name: 'trailwarden' } }),
  },
  {
    name: 'a queue, emptied',
    expect: ['tampered'],
    record: call('sqs:PurgeQueue', {
      request: { queueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/Trailwarden-Events-1' },
    }),
  },
  {
    name: 'what a mapping belongs to is in the answer',
    expect: ['tampered'],
    record: call('lambda:DeleteEventSourceMapping20150331', {
      request: { uUID: '0a1b2c3d-0000-4000-8000-000000000000' },
      response: { functionArn: `arn:aws:lambda:us-east-1:111122223333:function:${functionName}` },
    }),
  },
  {
    name: 'a role of ours',
    expect: ['tampered'],
    record: call('iam:DetachRolePolicy', {
      request: { roleName: 'Trailwarden-deliver', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    }),
  },
  {
    name: 'the settings',
    expect: ['tampered'],
    record: call('ssm:PutParameter', { request: { name: '/trailwarden/settings', type: 'String' } }),
  },
  {
    name: 'the table, refused',
    expect: ['tampered'],
    severity: 'high',
    record: call('dynamodb:DeleteTable', {
      error: denied(
        'dynamodb:DeleteTable',
        'arn:aws:dynamodb:us-east-1:111122223333:table/Trailwarden-Table',
      ),
    }),
  },
  {
    name: 'a deployment',
    expect: ['redeployed'],
    severity: 'medium',
    record: call('cloudformation:ExecuteChangeSet', {
      request: {
        stackName: 'arn:aws:cloudformation:us-east-1:111122223333:stack/Trailwarden/0a1b2c3d',
        changeSetName: 'cdk-deploy',
      },
    }),
  },
  {
    name: 'a part that a deployment removes',
    expect: ['replaced'],
    severity: 'low',
    record: call('events:DeleteRule', { by: deployment(), request: { name: 'Trailwarden-reads-3' } }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'a function of somebody else',
    expect: [],
    record: call('lambda:UpdateFunctionCode20150331v2', { request: { functionName: 'orders' } }),
  },
  {
    name: 'a name that only contains ours',
    expect: [],
    record: call('events:DisableRule', { request: { name: 'not-Trailwarden-writes-1' } }),
  },
  {
    name: 'a policy of somebody else that speaks of our topic',
    expect: [],
    record: call('iam:PutRolePolicy', {
      request: {
        roleName: 'dashboard',
        policyName: 'listen',
        policyDocument:
          '{"Statement":{"Effect":"Allow","Action":"sns:Subscribe","Resource":"arn:aws:sns:us-east-1:111122223333:Trailwarden-Alerts"}}',
      },
    }),
  },
  {
    name: 'a part that a deployment changes',
    expect: [],
    record: call('lambda:UpdateFunctionCode20150331v2', { by: deployment(), request: { functionName } }),
  },
  {
    name: 'there is no such rule',
    expect: [],
    record: call('events:DeleteRule', {
      request: { name: 'Trailwarden-writes-9' },
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
