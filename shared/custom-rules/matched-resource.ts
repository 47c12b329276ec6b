import type { IamEvent } from '../events/iam-event.ts';
import { isObject, listAt, textAt } from '../events/json.ts';
import { actorArn } from '../rules/actor-arn.ts';
import { iamTargetOf } from '../rules/iam-call-target.ts';

/**
 * ARN of what a call was about, as far as any call tells: the resource CloudTrail names when it names one, what an IAM call acts on, else who
 * made the call.
 */
export const matchedResource = (event: IamEvent): string => {
  const arns = listAt(event.record, 'resources').flatMap((one) =>
    isObject(one) ? (textAt(one, 'ARN') ?? []) : [],
  );
  const [arn, ...others] = new Set(arns);
  if (arn !== undefined && others.length === 0) return arn;
  return event.source.startsWith('iam.') ? iamTargetOf(event).resource : actorArn(event);
};
