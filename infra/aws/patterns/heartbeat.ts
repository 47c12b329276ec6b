import { heartbeatRoleName, heartbeatSenderName } from '../../../shared/reconcile/heartbeat.ts';
import { patternOf, type SelectionRule } from './event-pattern.ts';

/** As `longestRoleArns` writes them: replaced by the account of the deployment. */
const arnOf = (name: string): string => `arn:aws-us-gov:iam::000000000000:role/${name}`;

/**
 * Brings the one read-only call of ours that is not left out: the hourly taking on of an empty role, which shows that calls arrive
 * (shared/reconcile/heartbeat.ts).
 */
export const heartbeatRule: SelectionRule = {
  name: 'heartbeat-1',
  // STS marks even AssumeRole as read-only; the proof must not hang on which of these EventBridge delivers by default.
  state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  pattern: patternOf([
    {
      eventSource: ['sts.amazonaws.com'],
      eventName: ['AssumeRole'],
      userIdentity: { sessionContext: { sessionIssuer: { arn: [arnOf(heartbeatSenderName)] } } },
      requestParameters: { roleArn: [arnOf(heartbeatRoleName)] },
    },
  ]),
};
