import type { IamEvent } from '../events/iam-event.ts';
import type { Rule } from './define-rule.ts';

/** Which rules an event meets, so that most events meet none. */
export interface RuleIndex {
  /** Rules triggered by the event: by its action, its service, or those that look at any call. */
  candidates(event: IamEvent): readonly Rule[];
  /** Condition rules that the event's action may put right. */
  undoing(event: IamEvent): readonly Rule[];
  /** Whether a rule asks for this action or service by name: what `scan` counts as in scope. */
  isInScope(event: IamEvent): boolean;
}

const none: readonly Rule[] = [];

const put = (map: Map<string, Rule[]>, key: string, rule: Rule): void => {
  const rules = map.get(key);
  if (!rules) map.set(key, [rule]);
  else if (!rules.includes(rule)) rules.push(rule);
};

const serviceOf = (event: IamEvent): string => event.action.slice(0, event.action.indexOf(':'));

const indexBy = (rules: readonly Rule[], keysOf: (rule: Rule) => readonly string[]): Map<string, Rule[]> => {
  const map = new Map<string, Rule[]>();
  for (const rule of rules) for (const key of keysOf(rule)) put(map, key, rule);
  return map;
};

/** Builds the index once; a look-up is two map reads. */
export const indexRules = (rules: readonly Rule[]): RuleIndex => {
  const byAction = indexBy(rules, ({ on }) => ('actions' in on ? on.actions : []));
  const byService = indexBy(rules, ({ on }) => ('services' in on ? on.services : []));
  const byUndo = indexBy(rules, ({ undoneBy = [] }) => undoneBy.flatMap(({ actions }) => actions));
  const anyCall = rules.filter(({ on }) => 'anyCall' in on);
  const named = (event: IamEvent) => byAction.get(event.action) ?? none;
  const ofService = (event: IamEvent) => byService.get(serviceOf(event)) ?? none;
  return {
    candidates: (event) => [...named(event), ...ofService(event), ...anyCall],
    undoing: (event) => byUndo.get(event.action) ?? none,
    isInScope: (event) => named(event).length + ofService(event).length > 0 || byUndo.has(event.action),
  };
};
