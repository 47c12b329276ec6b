import { catalogue } from './catalogue/index.ts';
import type { Rule } from './define-rule.ts';
import { neighbourRules } from './own/neighbour-rules.ts';
import { ruleUndecided } from './own/rule-undecided.ts';

/** Every rule of the catalogue, by topic and id. */
export const rules: readonly Rule[] = catalogue.map(({ rule }) => rule);

/** What Trailwarden finds of itself, and what other services found. No event triggers these, so they are no part of the catalogue. */
export const ownRules: readonly Rule[] = [ruleUndecided, ...Object.values(neighbourRules)];

const byId = new Map([...rules, ...ownRules].map((rule) => [rule.id, rule]));

/** The rule with this id; undefined for one that was retired. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);
