import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { SelectionRule } from '../patterns/event-pattern.ts';
import { alarmOn } from './alarm.ts';
import { inThisAccount } from './own-roles.ts';

/** A rule whose pattern need not be one of the generated ones. */
export type RuleToDeploy = Pick<SelectionRule, 'name' | 'state'> & { readonly pattern: object };

export interface SelectionRulesProps {
  readonly rules: readonly RuleToDeploy[];
  /** Name of the bus; the default bus when left out. */
  readonly bus?: string;
  /** Where the events go. A bus needs a role, a queue must not have one. */
  readonly target: { readonly arn: string; readonly roleArn?: string };
  /** Where EventBridge puts what it could not deliver. */
  readonly undelivered: IQueue;
  readonly operations: ITopic;
}

// The classic default, written out: a new custom bus would give up after 5 attempts (EventBridge User Guide, "Retry policy").
const retryPolicy = { maximumEventAgeInSeconds: Duration.hours(24).toSeconds(), maximumRetryAttempts: 185 };

/** EventBridge rules with the generated patterns, and leave for exactly these rules to park what they cannot deliver. */
export class SelectionRules extends Construct {
  /** ARNs of the rules, for the policy of the target. */
  readonly ruleArns: readonly string[];

  constructor(scope: Construct, id: string, props: SelectionRulesProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const names = props.rules.map(({ name }) => `${stackName}-${name}`);
    this.ruleArns = names.map((name) =>
      Stack.of(this).formatArn({
        service: 'events',
        resource: 'rule',
        resourceName: props.bus ? `${props.bus}/${name}` : name,
      }),
    );
    for (const rule of props.rules) this.deploy(rule, `${stackName}-${rule.name}`, props);
    props.undelivered.addToResourcePolicy(sendFrom(this.ruleArns, props.undelivered));
  }

  private deploy({ name, state, pattern }: RuleToDeploy, ruleName: string, props: SelectionRulesProps): void {
    const { target, undelivered, bus, operations } = props;
    // The construct of CDK does not know the state that forwards read-only calls.
    new CfnRule(this, name, {
      name: ruleName,
      description: 'Trailwarden: generated from the triggers of the rules',
      ...(bus ? { eventBusName: bus } : {}),
      state,
      eventPattern: inThisAccount(pattern),
      targets: [{ id: 'Target', ...target, deadLetterConfig: { arn: undelivered.queueArn }, retryPolicy }],
    });
    // InvocationsSentToDlq needs no alarm of its own: the depth of `undelivered` has one.
    alarmOn(this, `${name}-Failed`, {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: ruleName, ...(bus ? { EventBusName: bus } : {}) },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      meaning: `EventBridge could not deliver the events of rule ${ruleName}.`,
      operations,
    });
  }
}

/** Lets these rules, and no other of the account, send to the queue. */
export const sendFrom = (ruleArns: readonly string[], queue: IQueue): PolicyStatement =>
  new PolicyStatement({
    sid: 'AllowEventBridge',
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnEquals: { 'aws:SourceArn': [...ruleArns] } },
  });
