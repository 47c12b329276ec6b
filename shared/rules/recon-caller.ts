import type { AccountSettings } from '../account/account-settings.ts';
import { matchesAnyArnPattern } from '../account/arn-pattern.ts';
import type { IamEvent } from '../events/iam-event.ts';

/** Only AWS's services can take on a service-linked role: Config, Security Hub and their like read everything with it. */
const isServiceLinked = (roleArn: string | undefined): boolean =>
  roleArn?.includes(':role/aws-service-role/') === true;

/**
 * Whether a caller's reads may be reconnaissance. Pages of the console read on their own accord, AWS services and CloudFormation for themselves, and
 * the owner names the tools that look at everything. None of it is told by the user agent, which the caller chooses.
 */
export const mayBeRecon = ({ via, actor }: IamEvent, { scanners }: AccountSettings): boolean =>
  via === 'direct' && !isServiceLinked(actor.roleArn) && !matchesAnyArnPattern(scanners, actor.roleArn);
