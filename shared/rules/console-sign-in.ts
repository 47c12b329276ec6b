import type { AccountSettings } from '../account/account-settings.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { accountArn, iamArn } from '../events/target.ts';
import type { HistoryNeed, KnownHistory } from '../history/window.ts';
import { isInNetworks, isPublicAddress } from './network-address.ts';

/** CloudTrail's word for the name of a user that does not exist: it may be a password, typed into the wrong field. */
const hiddenName = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** The name of the IAM user that a sign-in is for; undefined for anybody else, and for a name that AWS hides. */
export const signInNameOf = ({ actor }: IamEvent): string | undefined =>
  actor.type === 'IAMUser' && actor.userName !== hiddenName ? actor.userName : undefined;

/** ARN of the IAM user that a sign-in is for; the account's when no user is known. */
export const signInResource = (event: IamEvent): string => {
  const name = signInNameOf(event);
  return name === undefined ? accountArn(event) : iamArn(event, 'user', name);
};

/** The person who signed in: not the role, which many people share. */
export const signInPersonOf = ({ actor }: IamEvent): string => actor.person ?? actor.label;

/**
 * Where a sign-in came from, where that can tell anything: an address of the public internet that is none of the owner's own, such as the exit
 * of a company VPN.
 */
export const signInAddressOf = (
  { sourceIp }: IamEvent,
  { allowedNetworks }: AccountSettings,
): string | undefined =>
  sourceIp !== undefined && isPublicAddress(sourceIp) && !isInNetworks(sourceIp, allowedNetworks)
    ? sourceIp
    : undefined;

/** How many failed sign-ins make a run of guesses, and how soon after one another. */
export interface Guessing {
  readonly failures: number;
  readonly withinMinutes: number;
  /** How soon a success must follow the first of them to be suspicious. */
  readonly successWithinMinutes: number;
}

/**
 * What a rule on guessed passwords must know of other sign-ins: for a failure, how many there were; for both, whether a success followed
 * them. The success may arrive first.
 *
 * @param key what the guesses have in common
 */
export const guessingHistory = (event: IamEvent, key: string, guessing: Guessing): readonly HistoryNeed[] => {
  const { failures, withinMinutes, successWithinMinutes } = guessing;
  const hasFailed = event.outcome !== 'succeeded';
  const success: HistoryNeed = {
    kind: 'sequence',
    key,
    steps: [...Array<string>(failures).fill('failed'), 'signed-in'],
    step: hasFailed ? 'failed' : 'signed-in',
    withinMinutes: successWithinMinutes,
    note: { from: event.sourceIp ?? 'unknown' },
  };
  // In a flood of failures, whether a success followed one of them may be too much to read; the success itself will tell.
  return hasFailed
    ? [
        { kind: 'count', key, withinMinutes, threshold: failures },
        { ...success, optional: true },
      ]
    : [success];
};

/** The answers to `guessingHistory`: whether failures became a run of guesses, and whether a success followed one. */
export const guessingAnswers = (
  event: IamEvent,
  [first, second]: readonly KnownHistory[],
): { readonly run: KnownHistory | undefined; readonly success: KnownHistory | undefined } =>
  event.outcome === 'succeeded' ? { run: undefined, success: first } : { run: first, success: second };
