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

/** Builds the index once; a look-up is two map reads. */
export const indexRules = (rules: readonly Rule[]): RuleIndex => {
  const byAction = new Map<string, Rule[]>();
  const byService = new Map<string, Rule[]>();
  const undoing = new Map<string, Rule[]>();
  const anyCall: Rule[] = [];
  for (const rule of rules) {
    if ('actions' in rule.on) for (const action of rule.on.actions) put(byAction, action, rule);
    else if ('services' in rule.on) for (const service of rule.on.services) put(byService, service, rule);
    else anyCall.push(rule);
    for (const { actions } of rule.undoneBy ?? []) for (const action of actions) put(undoing, action, rule);
  }
  const named = (event: IamEvent) => byAction.get(event.action) ?? none;
  const ofService = (event: IamEvent) => byService.get(serviceOf(event)) ?? none;
  return {
    candidates: (event) => [...named(event), ...ofService(event), ...anyCall],
    undoing: (event) => undoing.get(event.action) ?? none,
    isInScope: (event) => named(event).length + ofService(event).length > 0 || undoing.has(event.action),
  };
};
