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
  state: 'ENABLED',
  pattern: patternOf([
    {
      eventSource: ['sts.amazonaws.com'],
      eventName: ['AssumeRole'],
      userIdentity: { sessionContext: { sessionIssuer: { arn: [arnOf(heartbeatSenderName)] } } },
      requestParameters: { roleArn: [arnOf(heartbeatRoleName)] },
    },
  ]),
};
