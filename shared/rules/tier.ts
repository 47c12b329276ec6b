import type { Rule } from './define-rule.ts';
import { type Tier, tierOf, tiers } from './trigger.ts';

/** Whether an installation of tier `deployed` receives what `needed` asks for: each tier includes the ones before it. */
export const tierIncludes = (deployed: Tier, needed: Tier): boolean =>
  tiers.indexOf(deployed) >= tiers.indexOf(needed);

/** The least tier in which the rule can fire. */
export const tierNeeded = (rule: Pick<Rule, 'on'>): Tier => tierOf(rule.on);

/** The rules that never fire in an installation of this tier, because their events are not forwarded to it. */
export const rulesOutside = <R extends Pick<Rule, 'on'>>(deployed: Tier, rules: readonly R[]): readonly R[] =>
  rules.filter((rule) => !tierIncludes(deployed, tierNeeded(rule)));
