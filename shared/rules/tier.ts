import type { Rule } from './define-rule.ts';
import { type Tier, tierOf, tiers } from './trigger.ts';

/** Whether an installation of tier `deployed` receives what `needed` asks for: each tier includes the ones before it. */
export const tierIncludes = (deployed: Tier, needed: Tier): boolean =>
  tiers.indexOf(deployed) >= tiers.indexOf(needed);

/** The least tier in which the rule can fire. */
export const tierNeeded = (rule: Pick<Rule, 'on'>): Tier => tierOf(rule.on);

/** The rules that cannot work in an installation of this tier, because their events are not forwarded to it. */
export const rulesOutside = <R extends Pick<Rule, 'on'>>(deployed: Tier, rules: readonly R[]): readonly R[] =>
  rules.filter((rule) => !tierIncludes(deployed, tierNeeded(rule)));

const neverAsks = { on: { actions: [] } } as const;

/**
 * The rules as an installation of this tier runs them: those outside look at nothing, and what puts their findings right still does. What other rules ask
 * for would show them some of their events, and a rule about keys that were not used for 90 days would say so of a key whose uses are not forwarded.
 */
export const rulesAsDeployed = (deployed: Tier, rules: readonly Rule[]): readonly Rule[] => {
  const outside = new Set(rulesOutside(deployed, rules).map(({ id }) => id));
  return rules.map((rule) => (outside.has(rule.id) ? { ...rule, ...neverAsks } : rule));
};
