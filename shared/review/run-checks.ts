import { withMembership } from '../account/organization-membership.ts';
import type { AccountSnapshot, SnapshotSources, SourceName } from '../account/snapshot.ts';
import type { Severity } from '../rules/severity.ts';
import { type AccountRef, accountRefOf } from './account-ref.ts';
import type { Criteria } from './criteria.ts';
import type { Check, CheckContext, CheckData, Judgement, VerdictKind } from './define-check.ts';
import { engineMessages } from './engine-messages.ts';

/** What a check says of one resource, with its verdict. */
export interface Verdict {
  readonly checkId: string;
  readonly verdict: VerdictKind;
  /** Key of a message of the check or of the engine. */
  readonly message: string;
  /** ARN. */
  readonly resource: string;
  readonly resourceId: string;
  readonly severity: Severity;
  readonly data: CheckData;
  /** Why it could not be judged, where it was not the check that said so. */
  readonly cause?: string;
}

interface Run {
  readonly sources: SnapshotSources;
  readonly account: AccountRef;
  readonly at: number;
  readonly criteria: Criteria;
}

const nameIn = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);

/** The verdict that each message of a check stands for. */
const verdictOf = (check: Check, message: string): VerdictKind | undefined => {
  const kinds = Object.keys(check.messages) as VerdictKind[];
  return kinds.find((kind) => Object.hasOwn(check.messages[kind] ?? {}, message));
};

/** The sentence of a verdict, with placeholders. */
export const templateOf = (check: Check, { verdict, message }: Verdict): string =>
  check.messages[verdict]?.[message] ?? engineMessages[message]?.text ?? message;

const ofAccount = (check: Check, run: Run, message: string, data: CheckData, cause?: string): Verdict => ({
  checkId: check.id,
  verdict: engineMessages[message]?.verdict ?? 'NOT_EVALUATED',
  message,
  resource: run.account.arn,
  resourceId: run.account.id,
  severity: check.severity,
  data,
  ...(cause === undefined ? {} : { cause }),
});

const causesOf = (names: readonly SourceName[], { sources }: Run): readonly string[] => [
  ...new Set(
    names.map((name) => sources[name]).flatMap((source) => (source.status === 'read' ? [] : source.cause)),
  ),
];

const contextOf = (check: Check, { sources, account, at, criteria }: Run): CheckContext => {
  const wanted = [...check.needs, ...(check.confirms ?? []), ...(check.consults ?? [])];
  const read = wanted.flatMap((name) => {
    const source = sources[name];
    return source.status === 'read' ? [[name, source.value]] : [];
  });
  // What a check may read of it is tied to what it declares (define-check.ts).
  return { sources: Object.fromEntries(read) as CheckContext['sources'], account, at, criteria };
};

const toVerdict = (check: Check, judgement: Judgement, doubt: string | undefined): Verdict => {
  const verdict = verdictOf(check, judgement.message);
  if (verdict === undefined) throw new Error(`it said "${judgement.message}", which is none of its messages`);
  const said = {
    checkId: check.id,
    resource: judgement.resource,
    resourceId: judgement.resourceId ?? nameIn(judgement.resource),
    severity: judgement.severity ?? check.severity,
  };
  if (doubt !== undefined && (verdict === 'PASS' || verdict === 'NOT_APPLICABLE'))
    return {
      ...said,
      verdict: 'NOT_EVALUATED',
      message: 'unconfirmed',
      data: { cause: doubt },
      cause: doubt,
    };
  return { ...said, verdict, message: judgement.message, data: judgement.data };
};

const judged = (check: Check, run: Run): readonly Verdict[] => {
  const doubts = causesOf(check.confirms ?? [], run);
  const doubt = doubts.length === 0 ? undefined : doubts.join('; ');
  const judgements = check.judge(contextOf(check, run));
  if (judgements.length === 0) throw new Error('it said nothing');
  return judgements.map((judgement) => toVerdict(check, judgement, doubt));
};

const runOne = (check: Check, run: Run): readonly Verdict[] => {
  if (!run.criteria.runs(check.id))
    return [ofAccount(check, run, 'not-asked', { profile: run.criteria.profile })];
  const causes = causesOf(check.needs, run);
  if (causes.length > 0) {
    const cause = causes.join('; ');
    return [ofAccount(check, run, 'unavailable', { cause }, cause)];
  }
  try {
    return judged(check, run);
  } catch (error) {
    // One broken check must not take the others with it, and its silence would look like "nothing wrong".
    const cause = error instanceof Error ? error.message : String(error);
    return [ofAccount(check, run, 'crashed', { cause }, cause)];
  }
};

/**
 * Makes a snapshot ready to be judged, check by check: a large account has more verdicts than one needs to hold at once.
 *
 * @param at the time of the review, epoch milliseconds
 * @returns the verdicts of a check, at least one
 */
export const judgeWith = (
  snapshot: AccountSnapshot,
  criteria: Criteria,
  at: number,
): ((check: Check) => readonly Verdict[]) => {
  const run = { sources: withMembership(snapshot), account: accountRefOf(snapshot), at, criteria };
  return (check) => runOne(check, run);
};

/** Judges an account. Pure: the same snapshot, criteria and time give the same verdicts, at least one of each check. */
export const runChecks = (
  checks: readonly Check[],
  snapshot: AccountSnapshot,
  criteria: Criteria,
  at: number,
): readonly Verdict[] => checks.flatMap(judgeWith(snapshot, criteria, at));
