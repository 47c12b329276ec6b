import { catalogue } from './catalogue/index.ts';
import type { Rule } from './define-rule.ts';

/** Every rule of the catalogue, by topic and id. */
export const rules: readonly Rule[] = catalogue.map(({ rule }) => rule);

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with this id; undefined for one that was retired. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);
