import type { IamEvent, JsonObject } from '../events/iam-event.ts';
import { objectAt, textAt } from '../events/json.ts';
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

const onBehalfOf = ({ record }: IamEvent): JsonObject =>
  objectAt(objectAt(record, 'userIdentity'), 'onBehalfOf');

/** ARN of the identity store whose user makes a call; the account's in older records, which do not name it. */
export const identityStoreOfCaller = (event: IamEvent): string =>
  textAt(onBehalfOf(event), 'identityStoreArn') ?? accountArn(event);

/** Name, or in newer records id, of the person of Identity Center who makes a call. */
export const personOfCaller = (event: IamEvent): string =>
  event.actor.userName ??
  textAt(event.additional, 'UserName') ??
  textAt(onBehalfOf(event), 'userId') ??
  event.actor.label;
