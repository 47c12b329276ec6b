import type { IamEvent } from '../events/iam-event.ts';
import type { Rule } from '../rules/define-rule.ts';
import { indexRules } from '../rules/rule-index.ts';
import { rulesAsDeployed } from '../rules/tier.ts';
import type { Tier } from '../rules/trigger.ts';
import { isLookedUp } from './looked-up.ts';

/**
 * Which events of CloudTrail should have reached an installation: those that are looked up, of its own account, and that some rule asks for.
 * Never wider than the event patterns of the deployment, or every hour would have gaps (test/reconcile/expected.test.ts).
 */
export const expectedEvents = (
  rules: readonly Rule[],
  { tier, accountId }: { readonly tier: Tier; readonly accountId: string },
): ((event: IamEvent) => boolean) => {
  const index = indexRules(rulesAsDeployed(tier, rules));
  return (event) =>
    event.accountId === accountId &&
    isLookedUp(event) &&
    (index.candidates(event).length > 0 || index.undoing(event).length > 0);
};
