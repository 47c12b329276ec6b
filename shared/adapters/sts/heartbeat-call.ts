import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { heartbeatSession } from '../../reconcile/heartbeat.ts';

/**
 * Takes on the heartbeat role and throws its credentials away: CloudTrail records the call in the Region that it is made in, as it records any
 * other.
 */
export const heartbeatCall =
  ({
    clientIn,
    roleArn,
  }: {
    clientIn(region: string): STSClient;
    readonly roleArn: string;
  }): ((region: string) => Promise<void>) =>
  async (region) => {
    await clientIn(region).send(
      // 900 seconds is the shortest that there is.
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: heartbeatSession, DurationSeconds: 900 }),
    );
  };
