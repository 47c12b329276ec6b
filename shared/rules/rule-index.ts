import type { IamEvent } from '../events/iam-event.ts';
import { type JsonObject, textAt } from '../events/json.ts';
import { actionOf } from '../events/parse-event.ts';
import type { Rule } from './define-rule.ts';
import { compileDetail, type DetailFilter } from './detail-filter.ts';

/** Which rules an event meets, so that most events meet none. */
export interface RuleIndex {
  /** Rules triggered by the event: by its action, its service, or those that look at any call. */
  candidates(event: IamEvent): readonly Rule[];
  /** Condition rules that the event's action may put right. */
  undoing(event: IamEvent): readonly Rule[];
  /**
   * Whether any rule asks for such a record, told without parsing it: what `scan` counts as in scope. No rule fires on a record
   * that concerns none.
   */
  concerns(record: JsonObject): boolean;
}

const none: readonly Rule[] = [];

const put = (map: Map<string, Rule[]>, key: string, rule: Rule): void => {
  const rules = map.get(key);
  if (!rules) map.set(key, [rule]);
  else if (!rules.includes(rule)) rules.push(rule);
};

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));

const indexBy = (rules: readonly Rule[], keysOf: (rule: Rule) => readonly string[]): Map<string, Rule[]> => {
  const map = new Map<string, Rule[]>();
  for (const rule of rules) for (const key of keysOf(rule)) put(map, key, rule);
  return map;
};

interface Maps {
  /** Every action that a rule names. */
  readonly named: ReadonlySet<string>;
  readonly byAction: ReadonlyMap<string, readonly Rule[]>;
  readonly byService: ReadonlyMap<string, readonly Rule[]>;
  readonly byUndo: ReadonlyMap<string, readonly Rule[]>;
  readonly anyCall: readonly Rule[];
}

const everything: DetailFilter = () => true;

/** The filters of which one must pass; undefined when the name alone decides. */
const filtersFor = (
  action: string,
  { named, byService, byUndo, anyCall }: Maps,
): readonly DetailFilter[] | undefined => {
  if (named.has(action) || byUndo.has(action)) return undefined;
  const ofService = byService.get(serviceOf(action)) ?? none;
  return [...ofService, ...anyCall].map(({ on }) => {
    if ('anyCall' in on) return compileDetail(on.anyCall);
    return 'where' in on && on.where ? compileDetail(on.where) : everything;
  });
};

// Event names are AWS's, some ten thousand; a log made up by an attacker must not fill the memory.
const rememberedNames = 20_000;

const concernsWith = (maps: Maps): RuleIndex['concerns'] => {
  const byName = new Map<string, readonly DetailFilter[] | undefined>();
  return (record) => {
    const source = textAt(record, 'eventSource') ?? '';
    const name = textAt(record, 'eventName') ?? '';
    const key = `${source} ${name}`;
    if (!byName.has(key)) {
      if (byName.size > rememberedNames) byName.clear();
      byName.set(key, filtersFor(actionOf(source, name), maps));
    }
    return byName.get(key)?.some((filter) => filter(record)) ?? true;
  };
};

/** Builds the index once; a look-up is two map reads. */
export const indexRules = (rules: readonly Rule[]): RuleIndex => {
  const maps: Maps = {
    named: new Set(rules.flatMap(({ on }) => ('actions' in on ? on.actions : []))),
    // A rule that also looks at any call is a candidate once.
    byAction: indexBy(rules, ({ on }) => ('actions' in on && !('anyCall' in on) ? on.actions : [])),
    byService: indexBy(rules, ({ on }) => ('services' in on ? on.services : [])),
    byUndo: indexBy(rules, ({ undoneBy = [] }) => undoneBy.flatMap(({ actions }) => actions)),
    anyCall: rules.filter(({ on }) => 'anyCall' in on),
  };
  return {
    candidates: ({ action }) => [
      ...(maps.byAction.get(action) ?? none),
      ...(maps.byService.get(serviceOf(action)) ?? none),
      ...maps.anyCall,
    ],
    undoing: ({ action }) => maps.byUndo.get(action) ?? none,
    concerns: concernsWith(maps),
  };
};

/** An index for one event of which it is already known which rules it meets. */
export const justThese = (rules: readonly Rule[]): RuleIndex => ({
  candidates: () => rules,
  undoing: () => none,
  concerns: () => true,
});
