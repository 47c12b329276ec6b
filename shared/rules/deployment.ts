import type { AccountSettings } from '../account/account-settings.ts';
import { matchesAnyArnPattern } from '../account/arn-pattern.ts';
import type { IamEvent } from '../events/iam-event.ts';

/**
 * Whether a call is part of a deployment: made through CloudFormation or Service Catalog, or by a role that the setting `pipelines` names
 * (Terraform and its like call AWS themselves). Whoever has taken over a pipeline looks the same, so it lowers a severity and silences nothing.
 */
export const isDeployment = (
  { via, actor }: Pick<IamEvent, 'via' | 'actor'>,
  { pipelines }: AccountSettings,
): boolean => via === 'infrastructure-as-code' || matchesAnyArnPattern(pipelines, actor.roleArn);
