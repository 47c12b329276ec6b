import type { CredentialReport, CredentialRow } from '../account/snapshot-credentials.ts';
import type { AccountRef } from './account-ref.ts';
import type { CheckData, Judgement } from './define-check.ts';
import { unreadableRow, usersIn } from './report-rows.ts';

/** What every check of users says where it cannot judge, or has nothing to judge. */
export const userMessages = {
  NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  NOT_EVALUATED: { unreadable: unreadableRow },
} as const;

/** The verdict on one user. */
export interface UserJudgement<M extends string> {
  readonly message: M;
  readonly data?: CheckData;
  readonly severity?: Judgement['severity'];
}

/** Verdicts on the users of the credential report, and one verdict where there is none. The root user has checks of its own. */
export const judgeUsers = <M extends string>(
  report: CredentialReport,
  account: AccountRef,
  judge: (row: CredentialRow) => UserJudgement<M>,
): readonly Judgement<M | 'no-users'>[] => {
  const users = usersIn(report);
  if (users.length === 0)
    return [{ message: 'no-users', resource: account.arn, resourceId: account.id, data: {} }];
  return users.map((row) => {
    const { message, data = {}, severity } = judge(row);
    return {
      message,
      resource: row.arn,
      resourceId: row.user,
      data: { user: row.user, ...data },
      ...(severity === undefined ? {} : { severity }),
    };
  });
};
