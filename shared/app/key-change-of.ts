import type { KeyChange } from '../account/key-changes.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { objectAt, textAt } from '../events/json.ts';

const statuses: Readonly<Record<string, KeyChange['status']>> = { Active: 'active', Inactive: 'inactive' };

const happenedIn = ({
  action,
  request,
  response,
}: IamEvent): Partial<Pick<KeyChange, 'keyId' | 'status'>> => {
  const keyId = textAt(request, 'accessKeyId');
  const named = keyId === undefined ? {} : { keyId };
  if (action === 'iam:DeleteAccessKey') return { ...named, status: 'deleted' };
  if (action === 'iam:UpdateAccessKey') {
    const status = statuses[textAt(request, 'status') ?? ''];
    return status === undefined ? {} : { ...named, status };
  }
  const made = textAt(objectAt(response, 'accessKey'), 'accessKeyId');
  return made === undefined ? {} : { keyId: made, status: 'active' };
};

const actions = new Set(['iam:CreateAccessKey', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey']);

/** What a call did to an access key; undefined for any other call, one that did not succeed, and one whose record does not name the key. */
export const keyChangeOf = (event: IamEvent): KeyChange | undefined => {
  if (!actions.has(event.action) || event.outcome !== 'succeeded') return undefined;
  const { keyId, status } = happenedIn(event);
  if (keyId === undefined || status === undefined) return undefined;
  return { accountId: event.accountId, keyId, status, at: event.time, eventId: event.id };
};
