import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { arnOfName, refusedArnOf, regionalArn } from './resource-arn.ts';

/**
 * ARN of the key that a call of KMS is about. Calls that change a key take its id or its ARN; a refused call names it in the refusal
 * only. The account's ARN when there is neither.
 */
export const kmsKeyOf = (event: IamEvent): string => {
  const given = textAt(event.request, 'keyId');
  return given === undefined
    ? (refusedArnOf(event) ?? accountArn(event))
    : arnOfName(given, (id) => regionalArn(event, 'kms', `key/${id}`));
};
