import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { anyCloudTrailEvent, type SelectionRule } from '../patterns/event-pattern.ts';
import { anyNeighbour } from '../patterns/neighbours.ts';
import { HoldingQueue } from './holding-queue.ts';
import { HomeBus } from './home-bus.ts';
import { SelectionRules, sendFrom } from './selection-rules.ts';
import { WorkQueue } from './work-queue.ts';

export interface EventIntakeProps {
  readonly selection: readonly SelectionRule[];
  /** Set when other Regions or accounts send events here. */
  readonly homeBus?: { readonly organizationId: string | undefined };
  readonly functionTimeout: Duration;
  readonly key: IKey;
  readonly operations: ITopic;
}

/** From EventBridge to the queue `events`. */
export class EventIntake extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly undelivered: Queue;
  /** The bus that takes events from elsewhere; `default` when there is no elsewhere. */
  readonly busName: string;

  constructor(scope: Construct, id: string, props: EventIntakeProps) {
    super(scope, id);
    const { selection, functionTimeout, key, operations } = props;
    const work = new WorkQueue(this, 'Events', {
      holds: 'events',
      functionTimeout,
      maxReceives: 5,
      maxAge: Duration.minutes(15),
      key,
      operations,
    });
    this.queue = work.queue;
    this.deadLetters = work.deadLetters;
    this.undelivered = new HoldingQueue(this, 'Undelivered', {
      holds: 'events that EventBridge could not deliver',
      operations,
    }).queue;
    const common = { target: { arn: this.queue.queueArn }, undelivered: this.undelivered, operations };
    const local = new SelectionRules(this, 'Rules', { rules: selection, ...common });
    const bus = props.homeBus && new HomeBus(this, 'HomeBus', props.homeBus);
    const remote =
      bus &&
      new SelectionRules(this, 'ForwardedRules', {
        rules: [forwarded, forwardedFindings],
        bus: bus.busName,
        ...common,
      });
    this.busName = bus?.busName ?? 'default';
    this.queue.addToResourcePolicy(sendFrom([...local.ruleArns, ...(remote?.ruleArns ?? [])], this.queue));
  }
}

/** The Regions that forward have selected already; this state also lets through what they took of read-only calls. */
const forwarded = {
  name: 'forwarded',
  state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  pattern: anyCloudTrailEvent,
} as const;

/** What they took of the findings of other services. */
const forwardedFindings = { name: 'forwarded-findings', state: 'ENABLED', pattern: anyNeighbour } as const;
