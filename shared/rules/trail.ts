import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { arnOfName, refusedArnOf, regionalArn } from './resource-arn.ts';

/**
 * ARN of the trail that a call is about. CloudTrail's own calls take a name or an ARN, as `name` or `trailName`; a name means a
 * trail of the region that is called. The account's ARN when a refused call names none.
 */
export const trailOf = (event: IamEvent): string => {
  const given = textAt(event.request, 'name') ?? textAt(event.request, 'trailName');
  return given === undefined
    ? (refusedArnOf(event) ?? textAt(event.response, 'trailARN') ?? accountArn(event))
    : arnOfName(given, (name) => regionalArn(event, 'cloudtrail', `trail/${name}`));
};
