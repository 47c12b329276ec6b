import type { Actor } from './actor.ts';
import type { JsonObject } from './json.ts';

export type { JsonObject } from './json.ts';

/**
 * `service:EventName`, e.g. `iam:CreateAccessKey`: the first label of `eventSource` and the event name without the API
 * version that Lambda appends (`AddPermission20150331v2` → `lambda:AddPermission`).
 */
export type Action = `${string}:${string}`;

/**
 * What became of the call. `denied` is an authorisation failure, `failed` any other error (no such entity, malformed
 * policy, wrong password). Kept apart because an attacker's denied attempt is news and a typing error is not.
 */
export type Outcome = 'succeeded' | 'denied' | 'failed';

/** How the call came about: by the actor itself, from the AWS console, through CloudFormation and its like, or by an AWS service. */
export type Via = 'direct' | 'console' | 'infrastructure-as-code' | 'service';

/** One CloudTrail record, parsed. Field reference: "CloudTrail record contents", AWS CloudTrail User Guide. */
export interface IamEvent {
  /** `eventID`; for a record without one, `sha256-` and the hash of the record, so that a redelivery has the same id. */
  readonly id: string;
  /** Same in both copies of a cross-account call; their `id`s differ. */
  readonly sharedId?: string;
  /** When the call was made: ISO 8601, UTC, as `Date.toISOString` writes it. */
  readonly time: string;
  /** Where `time` is from: the record, what it was wrapped in, or (neither had one) the moment it was read. */
  readonly timeFrom: 'record' | 'wrapper' | 'arrival';
  /** `eventSource`, e.g. `iam.amazonaws.com`. */
  readonly source: string;
  /** `eventName` as logged. */
  readonly name: string;
  readonly action: Action;
  /** `AwsApiCall`, `AwsConsoleSignIn`, `AwsServiceEvent` … or `Unknown`. */
  readonly type: string;
  /** `Management`, `Data`, `NetworkActivity` or `Insight`. */
  readonly category: string;
  readonly outcome: Outcome;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly readOnly: boolean;
  /** The account that the record belongs to (`recipientAccountId`); 12 digits as text, or `unknown`. */
  readonly accountId: string;
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov` …: ARNs are never built with a literal `aws`. */
  readonly partition: string;
  readonly actor: Actor;
  readonly via: Via;
  /** `sourceIPAddress` as logged: an address, a service name or `AWS Internal`. */
  readonly sourceIp?: string;
  /** Chosen by the caller: show it, never trust it. */
  readonly userAgent?: string;
  readonly vpcEndpointId?: string;
  /** `requestParameters`; `{}` when CloudTrail logged null, as it does on denied calls and on calls without arguments. */
  readonly request: JsonObject;
  /** CloudTrail left the parameters out because they were too large: what was asked is unknown, not empty. */
  readonly requestOmitted: boolean;
  readonly response: JsonObject;
  /** `additionalEventData`. */
  readonly additional: JsonObject;
  /** `serviceEventDetails`. */
  readonly serviceDetails: JsonObject;
  /**
   * The record as CloudTrail wrote it, by reference: for rules of the owner that name its own fields (docs/adr/0012-sigma.md). Rules of the
   * catalogue read the fields above, which are the same whatever shape a service logs them in.
   */
  readonly record: JsonObject;
}
