import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { ownStackName } from '../rules/own-resources.ts';

/** Name of the role that is taken on each hour to prove that calls arrive. It may do nothing. */
export const heartbeatRoleName = `${ownStackName}-heartbeat`;

/** Who alone may take it on. */
export const heartbeatSenderName = `${ownStackName}-reconcile`;

export const heartbeatSession = 'heartbeat';

export const heartbeatRoleArn = (partition: string, accountId: string): string =>
  `arn:${partition}:iam::${accountId}:role/${heartbeatRoleName}`;

/**
 * Whether an event is a heartbeat of this installation. By whole ARNs in its own account, where nobody else can have a role of that name; the
 * same call by anybody else is judged like any other.
 */
export const isHeartbeat = (
  { action, outcome, accountId, partition, actor, request }: IamEvent,
  ownAccountId: string,
): boolean =>
  action === 'sts:AssumeRole' &&
  outcome === 'succeeded' &&
  accountId === ownAccountId &&
  actor.arn?.startsWith(`arn:${partition}:sts::${ownAccountId}:assumed-role/${heartbeatSenderName}/`) ===
    true &&
  textAt(request, 'roleArn') === heartbeatRoleArn(partition, ownAccountId);

/** The latest heartbeat of a Region. Times are ISO 8601. */
export interface HeartbeatState {
  readonly region: string;
  /** When the last call was made. */
  readonly sentAt?: string;
  /** Time of the latest call that came back as an event. */
  readonly seenAt?: string;
}

/** Where heartbeats are remembered. Contract: test/contract/heartbeats.ts. */
export interface Heartbeats {
  noteSent(region: string, at: string): Promise<void>;
  /** The latest stays, in whatever order they come. */
  noteSeen(region: string, at: string): Promise<void>;
  /** Of every Region that has any. */
  all(): Promise<readonly HeartbeatState[]>;
}

/**
 * - `seen`: the last call came back.
 * - `missing`: it did not, and there was time enough.
 * - `under-way`: it was made a moment ago.
 * - `unsent`: none was ever made.
 */
export type HeartbeatVerdict = 'seen' | 'missing' | 'under-way' | 'unsent';

/** CloudTrail delivers within about fifteen minutes, and EventBridge and the queue at once. */
const patience = 30 * 60_000;
/** CloudTrail has whole seconds, by the clock of the service. */
const tolerance = 60_000;

/**
 * What the last heartbeat of a Region says of the way from a call to here.
 *
 * @param now epoch milliseconds
 */
export const judgeHeartbeat = (
  { sentAt, seenAt }: Pick<HeartbeatState, 'sentAt' | 'seenAt'>,
  now: number,
): HeartbeatVerdict => {
  if (sentAt === undefined) return 'unsent';
  const sent = Date.parse(sentAt);
  if (seenAt !== undefined && Date.parse(seenAt) >= sent - tolerance) return 'seen';
  return now - sent < patience ? 'under-way' : 'missing';
};
