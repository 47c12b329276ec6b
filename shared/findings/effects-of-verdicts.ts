import type { Verdict } from '../review/run-checks.ts';
import { rankOf } from '../rules/severity.ts';
import type { Finding, Occurrence, Undoing } from './finding.ts';
import type { EventEffects } from './from-evaluation.ts';
import {
  findingIdOfCheck,
  findingResource,
  occurrenceOfFailure,
  type ReviewRunRef,
  undoingByReview,
} from './from-verdict.ts';

/** What one check said in a run. */
export interface CheckedVerdicts {
  readonly checkId: string;
  /** All that it said. */
  readonly verdicts: readonly Verdict[];
  /** Whether all that it needs and confirms by was read: else a thing that it does not name may be there all the same. */
  readonly isWhole: boolean;
  /** When AWS was asked for what was judged, ISO 8601. */
  seenAt(thing: Pick<Verdict, 'resource' | 'resourceId'>): string;
  /** When AWS was asked what things there are, ISO 8601. */
  readonly listedAt: string;
}

const ranks: Readonly<Record<Verdict['verdict'], number>> = {
  FAIL: 3,
  NOT_EVALUATED: 2,
  PASS: 1,
  NOT_APPLICABLE: 0,
};

/** A thing may be told of twice: what is wrong counts before what is not known, and that before what is right. */
const graver = (a: Verdict, b: Verdict): Verdict =>
  (ranks[a.verdict] - ranks[b.verdict] || rankOf(a.severity) - rankOf(b.severity)) >= 0 ? a : b;

/** A resource that verdicts name one by one. Another (the account, a Region) may stand for things that could not be listed. */
const isOneThing = (arn: string): boolean => /^arn:[^:]+:iam::[^:]*:[a-z-]+\//.test(arn);

/** Whether something that is not known of the check may hide the finding's resource. */
const mayHide =
  (unjudged: readonly Verdict[]) =>
  ({ resource }: Finding): boolean =>
    unjudged.some((one) => !isOneThing(one.resource) || findingResource(one.resource) === resource);

const notAsked = 'not-asked';

/** Findings of the check whose resources it does not name any more. */
const endsOfGone = (
  { checkId, verdicts, isWhole, listedAt }: CheckedVerdicts,
  unnamed: readonly Finding[],
  run: ReviewRunRef,
): readonly Undoing[] => {
  const isAsked = !verdicts.some(({ message }) => message === notAsked);
  const isHidden = mayHide(verdicts.filter(({ verdict }) => verdict === 'NOT_EVALUATED'));
  const said = isAsked
    ? ({ checkId, message: 'gone', end: 'gone' } as const)
    : ({ checkId, message: notAsked, end: notAsked } as const);
  return unnamed
    .filter((finding) => !isAsked || (isWhole && !isHidden(finding)))
    .map(({ id }) => undoingByReview(id, run, listedAt, said));
};

/** The verdicts of a check by the finding that each would make. */
const byFinding = (verdicts: readonly Verdict[], accountId: string): ReadonlyMap<string, Verdict> => {
  const byId = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const id = findingIdOfCheck({ ...verdict, accountId });
    const known = byId.get(id);
    byId.set(id, known ? graver(known, verdict) : verdict);
  }
  return byId;
};

/**
 * What the verdicts of a check mean for findings. A failure opens or refreshes, what is right or does not apply puts an open finding right,
 * what was not evaluated does nothing; a finding whose resource is gone ends with that reason, unless the resource may only not have been seen.
 *
 * @param open the account's open findings of this check, by id
 * @param covered ids of findings of checks whose fault an open, event-born finding tells: they are not opened beside it
 */
export const effectsOfVerdicts = (
  checked: CheckedVerdicts,
  open: ReadonlyMap<string, Finding>,
  run: ReviewRunRef,
  covered: ReadonlySet<string> = new Set(),
): EventEffects => {
  const { checkId, verdicts, seenAt } = checked;
  const byId = byFinding(verdicts, run.accountId);
  const occurrences: Occurrence[] = [];
  const undoings: Undoing[] = [];
  for (const [id, verdict] of byId) {
    const fails = verdict.verdict === 'FAIL';
    if (fails && !covered.has(id)) occurrences.push(occurrenceOfFailure(verdict, run, seenAt(verdict)));
    else if (verdict.verdict !== 'NOT_EVALUATED' && open.has(id)) {
      const end = fails ? 'covered' : 'passed';
      undoings.push(undoingByReview(id, run, seenAt(verdict), { checkId, message: verdict.message, end }));
    }
  }
  const unnamed = [...open.values()].filter(({ id }) => !byId.has(id));
  return { occurrences, undoings: [...undoings, ...endsOfGone(checked, unnamed, run)] };
};
