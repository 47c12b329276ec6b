import type { IamEvent } from '../events/iam-event.ts';

/**
 * The account of a caller from elsewhere, 12 digits: of a call from another account the owner's copy names only that account (AWS CloudTrail
 * User Guide, "CloudTrail userIdentity element", type AWSAccount). Undefined for callers of the own account and for services.
 */
export const foreignCallerOf = ({ actor, accountId }: IamEvent): string | undefined => {
  const caller = actor.type === 'AWSAccount' ? actor.accountId : undefined;
  return caller !== undefined && caller !== accountId && /^\d{12}$/.test(caller) ? caller : undefined;
};
