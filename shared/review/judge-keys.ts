import type { AccountRef } from './account-ref.ts';
import type { CheckData, Judgement } from './define-check.ts';
import type { JoinedKeys, UserKey } from './user-keys.ts';

/** What every check of access keys says where it cannot judge, or has nothing to judge. */
export const keyMessages = {
  NOT_APPLICABLE: { 'no-keys': 'No IAM user has an access key.' },
  NOT_EVALUATED: {
    'no-id':
      'The credential report shows an active key of {user} that is not in the list of access keys: the list lacks the user, or the key is gone since.',
  },
} as const;

/** The verdict on one key. */
export interface KeyJudgement<M extends string> {
  readonly message: M;
  readonly data?: CheckData;
  readonly severity?: Judgement['severity'];
}

/** Verdicts on keys: each key by its id, users whose key has none, and one verdict where there is no key. */
export const judgeKeys = <M extends string>(
  { keys, withoutId }: JoinedKeys,
  account: AccountRef,
  judge: (key: UserKey) => KeyJudgement<M>,
): readonly Judgement<M | 'no-keys' | 'no-id'>[] => {
  if (keys.length === 0 && withoutId.length === 0)
    return [{ message: 'no-keys', resource: account.arn, resourceId: account.id, data: {} }];
  return [
    ...keys.map((key): Judgement<M> => {
      const { message, data = {}, severity } = judge(key);
      return {
        message,
        resource: key.userArn,
        resourceId: key.key.id,
        data: { key: key.key.id, user: key.key.userName, ...data },
        ...(severity === undefined ? {} : { severity }),
      };
    }),
    ...withoutId.map(
      ({ row }): Judgement<'no-id'> => ({
        message: 'no-id',
        resource: row.arn,
        resourceId: row.user,
        data: { user: row.user },
      }),
    ),
  ];
};
