import type { IamEvent } from '../events/iam-event.ts';
import { accountArn } from '../events/target.ts';
import { findText } from './find-text.ts';
import { refusedArnOf } from './resource-arn.ts';

/** ARN of the Identity Center instance or identity store that a call is about; the account's when the call names none. */
export const identityCenterOf = (event: IamEvent): string => {
  const instance = findText(event.request, 'instanceArn');
  if (instance?.startsWith('arn:')) return instance;
  const store = findText(event.request, 'identityStoreId') ?? findText(event.request, 'directoryId');
  if (store !== undefined)
    return `arn:${event.partition}:identitystore::${event.accountId}:identitystore/${store}`;
  return refusedArnOf(event) ?? accountArn(event);
};
