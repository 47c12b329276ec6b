import type { IamEvent } from '../events/iam-event.ts';
import { namedInCall } from './named-in-call.ts';
import { regionalArn } from './resource-arn.ts';

/** ARN of the directory that a call of Directory Service is about; the account's when a refused call names none. */
export const directoryOf = (event: IamEvent): string => {
  const arnOf = (id: string) => regionalArn(event, 'ds', `directory/${id}`);
  return namedInCall(event, ['directoryId', arnOf], ['sharedDirectoryId', arnOf]);
};
