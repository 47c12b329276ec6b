import type { DetailPattern } from '../../../shared/rules/trigger.ts';

/** An event pattern as `AWS::Events::Rule` takes it. */
export interface EventPattern {
  readonly source: readonly unknown[];
  readonly 'detail-type': readonly string[];
  readonly $or?: readonly { readonly detail: DetailPattern }[];
  readonly detail: DetailPattern;
}

/**
 * `ENABLED` rules see writes, sign-ins and service events; the other state adds the read-only calls (EventBridge User Guide,
 * "Receiving read-only management events from AWS services").
 */
export type RuleState = 'ENABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** An EventBridge rule to deploy: a pattern, its state and a name that says what it is for. */
export interface SelectionRule {
  /** `writes-1`, `calls-1`, `reads-1` …: unique within one installation. */
  readonly name: string;
  readonly state: RuleState;
  readonly pattern: EventPattern;
}

/** A pattern's length is limited by a quota of 2,048 characters (EventBridge quotas, "Event pattern size"). */
export const maxPatternLength = 2048;

/**
 * The detail-types that CloudTrail events come with (EventBridge User Guide, "AWS service events delivered via AWS CloudTrail"). The guide
 * prints "Signin", working installations see "Sign In", so both are listed. Network activity repeats calls that are delivered anyway, so
 * only those who ask for it get it.
 */
const detailTypes = {
  calls: [
    'AWS API Call via CloudTrail',
    'AWS Console Sign In via CloudTrail',
    'AWS Console Signin via CloudTrail',
    'AWS Service Event via CloudTrail',
  ],
  'network activity': ['AWS Network Activity Event via CloudTrail'],
} as const;

/** What kind of events a pattern is for. */
export type EventKind = keyof typeof detailTypes;

/**
 * What all patterns have in common. PutEvents refuses sources that begin with `aws.`, so nobody can forge a call by putting an
 * event on the bus.
 */
const source = [{ prefix: 'aws.' }];

/** Everything that CloudTrail sends: for the bus to which other Regions have forwarded what their patterns let through. */
export const anyCloudTrailEvent = {
  source,
  'detail-type': [...detailTypes.calls, ...detailTypes['network activity']],
};

/**
 * A pattern for events that match any of `branches` and, when given, any of `conditions`. The conditions are at the top level
 * because two `$or` cannot share one.
 */
export const patternOf = (
  branches: readonly DetailPattern[],
  conditions: readonly DetailPattern[] = [],
  kind: EventKind = 'calls',
): EventPattern => {
  const [first, ...others] = branches;
  if (first === undefined) throw new Error('an event pattern needs at least one branch');
  return {
    source,
    'detail-type': detailTypes[kind],
    ...(conditions.length > 0 ? { $or: conditions.map((detail) => ({ detail })) } : {}),
    // EventBridge refuses `$or` with fewer than two alternatives.
    detail: others.length === 0 ? first : { $or: branches },
  };
};
