import type { AccountSettings } from '../../account/account-settings.ts';
import type { SnapshotValues, SourceName } from '../../account/snapshot.ts';
import type { AccountRef } from '../account-ref.ts';

/** A condition that an event opened, as its finding knows it. */
export interface ConditionRef {
  readonly ruleId: string;
  /** ARN; of users, groups and roles without the path. */
  readonly resource: string;
  readonly aspect?: string;
}

/**
 * - `holds`: the fault is there.
 * - `ended`: the resource is there, and the fault is not.
 * - `gone`: the resource is not there.
 * - `unknown`: what would tell could not be read.
 */
export type StillThere = 'holds' | 'ended' | 'gone' | 'unknown';

/** A finding of a check that tells the same fault. */
export interface SameFault {
  readonly checkId: string;
  readonly resource: string;
  readonly resourceId: string;
}

export interface ConditionContext<N extends SourceName> {
  readonly sources: Pick<SnapshotValues, N>;
  readonly account: AccountRef;
  readonly settings: AccountSettings;
}

/** How the state of the account tells whether an event-born condition is still there. */
export interface ReviewedCondition<N extends SourceName = SourceName> {
  readonly ruleId: string;
  readonly needs: readonly N[];
  judge(condition: ConditionRef, context: ConditionContext<N>): StillThere;
  /** Checks that find the same fault by themselves: while the condition holds, they open no finding of their own. */
  sameAs?(condition: ConditionRef): readonly SameFault[];
}

/** Identity at run time; at compile time it ties `sources` to what is declared. */
export const defineCondition = <const N extends SourceName>(
  condition: ReviewedCondition<N>,
): ReviewedCondition => condition as unknown as ReviewedCondition;

/** The name at the end of an ARN. */
export const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
