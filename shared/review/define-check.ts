import type { AccountSettings } from '../account/account-settings.ts';
import type { ProfileName, ReviewSettings, ThresholdName } from '../account/review-settings.ts';
import type { SnapshotSources, SnapshotValues, SourceName } from '../account/snapshot.ts';
import type { Severity } from '../rules/severity.ts';
import type { AccountRef } from './account-ref.ts';
import type { Criteria } from './criteria.ts';

/**
 * - `PASS`: looked at, and right.
 * - `FAIL`: wrong.
 * - `NOT_APPLICABLE`: there is nothing to judge, or nobody asks for it.
 * - `NOT_EVALUATED`: could not be judged; never counted as right.
 */
export const verdictKinds = ['FAIL', 'NOT_EVALUATED', 'PASS', 'NOT_APPLICABLE'] as const;

export type VerdictKind = (typeof verdictKinds)[number];

/** Values for the placeholders of a message. Attacker-controlled. */
export type CheckData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a check says of one resource; which verdict it is, is said by the message. */
export interface Judgement<M extends string = string> {
  /** Key of `messages`. */
  readonly message: M;
  /** ARN. */
  readonly resource: string;
  /** What the finding is known by: an access key's id, never its slot. Default: the name at the end of the ARN. */
  readonly resourceId?: string;
  readonly data: CheckData;
  /** When it differs from the check's. */
  readonly severity?: Severity;
}

/** What a check may look at. */
export interface CheckContext<N extends SourceName = SourceName, C extends SourceName = never> {
  /** Those of `needs` are there; those of `confirms` and `consults` when they could be read. */
  readonly sources: Pick<SnapshotValues, N> & Partial<Pick<SnapshotValues, C>>;
  readonly account: AccountRef;
  /** The time of the review, epoch milliseconds. */
  readonly at: number;
  readonly criteria: Criteria;
}

type Texts<M extends string> = Readonly<Record<M, string>>;

/** The sentences of a check, by verdict; each key stands for one verdict only. Sentences have `{placeholders}` of the data, and `{resource}`. */
export interface CheckMessages<
  F extends string = string,
  P extends string = string,
  A extends string = string,
  E extends string = string,
> {
  readonly FAIL: Texts<F>;
  readonly PASS: Texts<P>;
  readonly NOT_APPLICABLE?: Texts<A>;
  readonly NOT_EVALUATED?: Texts<E>;
}

/** One question to the state of an account. Its file is named after it. */
export interface Check<
  N extends SourceName = SourceName,
  C extends SourceName = SourceName,
  U extends SourceName = SourceName,
  F extends string = string,
  P extends string = string,
  A extends string = string,
  E extends string = string,
> {
  /** Shared with the event rule of the same condition, where there is one. */
  readonly id: string;
  readonly topic: string;
  readonly severity: Severity;
  /** What is wrong when it fails, at most 80 characters. */
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** What it does not see. */
  readonly misses: string;
  /** Sources without which nothing can be said. */
  readonly needs: readonly N[];
  /** Sources that can only tell more faults: without one, what fails still fails, and nothing passes. */
  readonly confirms?: readonly C[];
  /** Sources that are looked at when they are there, and whose absence makes no verdict milder. */
  readonly consults?: readonly U[];
  readonly thresholds?: readonly ThresholdName[];
  readonly messages: CheckMessages<F, P, A, E>;
  /** Pure. Says at least one thing, also when there is nothing to judge. */
  judge(
    context: CheckContext<NoInfer<N>, NoInfer<C> | NoInfer<U>>,
  ): readonly Judgement<NoInfer<F | P | A | E>>[];
}

/** A state of an account and what the check must say of it: both a test and documentation. */
export interface CheckExample<M extends string = string> {
  /** The state, as a phrase. */
  readonly name: string;
  /** Sources built with `../account/example.ts`; the others are missing. */
  readonly state: Partial<SnapshotSources>;
  /** Keys of messages, in the order of the judgements; also those of the engine. */
  readonly expect: readonly M[];
  readonly severity?: Severity;
  readonly profile?: ProfileName;
  readonly settings?: ReviewSettings;
  readonly account?: AccountSettings;
  /** Default `aws`. */
  readonly partition?: string;
}

/** Identity at run time; at compile time it ties every `message` to a key of `messages`, and `sources` to what is declared. */
export const defineCheck = <
  const N extends SourceName = never,
  const C extends SourceName = never,
  const U extends SourceName = never,
  const F extends string = never,
  const P extends string = never,
  const A extends string = never,
  const E extends string = never,
>(
  check: Check<N, C, U, F, P, A, E>,
): Check<N, C, U, F, P, A, E> => check;
