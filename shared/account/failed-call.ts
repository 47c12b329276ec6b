import type { Unavailable, UnavailableReason } from './source.ts';

/** A call that AWS answered with an error. */
export interface FailedCall {
  /** E.g. `AccessDenied`. */
  readonly code: string;
  readonly message: string;
}

const denied =
  /denied|unauthorized|notauthorized|forbidden|authfailure|expiredtoken|invalidclienttoken|optinrequired/i;
const throttled = /throttl|rateexceeded|requestlimitexceeded|toomanyrequests|slowdown|^limitexceeded/i;

const reasonOf = ({ code, message }: FailedCall): UnavailableReason => {
  if (denied.test(code)) return 'denied';
  return throttled.test(code) || /rate exceeded/i.test(message) ? 'throttled' : 'failed';
};

/** Whether AWS said that there is no such thing, which is an answer. */
export const saysNoSuchThing = ({ code }: FailedCall): boolean => /^NoSuch/.test(code);

/** Whether AWS said that the account is in no organisation, which is an answer. */
export const saysNotInOrganization = ({ code, message }: FailedCall): boolean =>
  /^(AWSOrganizationsNotInUse|OrganizationNotFound)/.test(code) ||
  /not (in|a member of) an organi[sz]ation/i.test(message);

/** Why a source has no answer, from the call that failed. */
export const unavailableFor = (call: string, failed: FailedCall): Unavailable => {
  const reason = reasonOf(failed);
  const what = { denied: 'was denied', throttled: 'was throttled' }[reason as 'denied'] ?? 'failed';
  const said = failed.message === '' ? failed.code : `${failed.code}: ${failed.message}`;
  return { status: 'unavailable', reason, cause: `${call} ${what} (${said})` };
};
