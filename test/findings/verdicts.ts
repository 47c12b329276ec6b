import type { Occurrence, Undoing } from '../../shared/findings/finding.ts';
import {
  findingIdOfCheck,
  occurrenceOfFailure,
  undoingByReview,
} from '../../shared/findings/from-verdict.ts';
import type { Verdict } from '../../shared/review/run-checks.ts';
import { account } from './occurrences.ts';

/** A key of alice that is too old, unless `over` says else. */
export const failure = (over: Partial<Verdict> = {}): Verdict => ({
  checkId: 'access-key-not-rotated',
  verdict: 'FAIL',
  message: 'old',
  resource: `arn:aws:iam::${account}:user/staff/alice`,
  resourceId: 'AKIAOLD',
  severity: 'medium',
  data: { key: 'AKIAOLD', days: 91 },
  ...over,
});

/** The id of the finding that a failure makes. */
export const findingIdOfFailure = (verdict: Verdict = failure()): string =>
  findingIdOfCheck({ ...verdict, accountId: account });

/** A run that found the failure. */
export const foundBy = (runId: string, seenAt: string, over: Partial<Verdict> = {}): Occurrence =>
  occurrenceOfFailure(failure(over), { runId, accountId: account }, seenAt);

/** A run that found nothing wrong any more. */
export const passedBy = (runId: string, seenAt: string, over: Partial<Verdict> = {}): Undoing =>
  undoingByReview(findingIdOfFailure(failure(over)), { runId, accountId: account }, seenAt, {
    checkId: 'access-key-not-rotated',
    message: 'young',
    end: 'passed',
  });
