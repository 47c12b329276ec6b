import type { AccountRef } from './account-ref.ts';
import type { Judgement } from './define-check.ts';

/** A verdict on the account as a whole. */
export const ofAccount = <M extends string>(
  account: AccountRef,
  message: M,
  data: Judgement['data'] = {},
): Judgement<M> => ({ message, resource: account.arn, resourceId: account.id, data });

/** One verdict on each thing, or `none` on the account where there is no such thing. */
export const judgeEach = <T, M extends string, N extends string>(
  things: readonly T[],
  account: AccountRef,
  none: N,
  judge: (thing: T) => Judgement<M>,
): readonly Judgement<M | N>[] => (things.length === 0 ? [ofAccount(account, none)] : things.map(judge));
