import { exampleAt, snapshotOf } from '../../account/example.ts';
import { criteriaOf } from '../criteria.ts';
import type { Check, CheckExample } from '../define-check.ts';
import { runChecks, type Verdict } from '../run-checks.ts';

/** A check with everything its page is made from. */
export interface DescribedCheck {
  readonly check: Check;
  readonly examples: readonly CheckExample[];
}

/** What a check says of the state of an example. */
export const verdictsOf = (check: Check, example: CheckExample): readonly Verdict[] =>
  runChecks(
    [check],
    snapshotOf(example.state, example.partition),
    criteriaOf(example.settings, example.account, example.profile),
    Date.parse(exampleAt),
  );
