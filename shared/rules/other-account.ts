import type { IamEvent } from '../events/iam-event.ts';
import { accountArn } from '../events/target.ts';

/** The ARN that stands for an account a call names; that of the event's own account when the text is no account id. */
export const otherAccountArn = (event: IamEvent, accountId: string | undefined): string =>
  accountId !== undefined && /^\d{12}$/.test(accountId)
    ? `arn:${event.partition}:iam::${accountId}:root`
    : accountArn(event);
