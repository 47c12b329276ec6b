import type { IamEvent } from '../events/iam-event.ts';
import { type JsonObject, textAt } from '../events/json.ts';
import { actionOf } from '../events/parse-event.ts';
import type { Rule } from './define-rule.ts';
import { compileDetail, type DetailFilter } from './detail-filter.ts';

/** Which rules an event meets, so that most events meet none. */
export interface RuleIndex {
  /** Rules whose triggers ask for the event: by its action, its service, or as one of any call. */
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

/** A rule, and whether its trigger's filter lets a record pass. */
interface Filtered {
  readonly rule: Rule;
  readonly passes: DetailFilter;
}

interface Maps {
  /** Every action that a rule names. */
  readonly named: ReadonlySet<string>;
  readonly byAction: ReadonlyMap<string, readonly Rule[]>;
  readonly byService: ReadonlyMap<string, readonly Filtered[]>;
  readonly byUndo: ReadonlyMap<string, readonly Rule[]>;
  readonly anyCall: readonly Filtered[];
}

const everything: DetailFilter = () => true;

const filtered = (rule: Rule): Filtered => {
  const { on } = rule;
  const pattern = 'anyCall' in on ? on.anyCall : 'where' in on ? on.where : undefined;
  return { rule, passes: pattern ? compileDetail(pattern) : everything };
};

/** The filters of which one must pass; undefined when the name alone decides. */
const filtersFor = (
  action: string,
  { named, byService, byUndo, anyCall }: Maps,
): readonly DetailFilter[] | undefined => {
  if (named.has(action) || byUndo.has(action)) return undefined;
  return [...(byService.get(serviceOf(action)) ?? []), ...anyCall].map(({ passes }) => passes);
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

const mapsOf = (rules: readonly Rule[]): Maps => {
  const byService = indexBy(rules, ({ on }) => ('services' in on ? on.services : []));
  return {
    named: new Set(rules.flatMap(({ on }) => ('actions' in on ? on.actions : []))),
    // A rule that also looks at any call is a candidate once.
    byAction: indexBy(rules, ({ on }) => ('actions' in on && !('anyCall' in on) ? on.actions : [])),
    byService: new Map([...byService].map(([service, its]) => [service, its.map(filtered)])),
    byUndo: indexBy(rules, ({ undoneBy = [] }) => undoneBy.flatMap(({ actions }) => actions)),
    anyCall: rules.filter(({ on }) => 'anyCall' in on).map(filtered),
  };
};

const names = ({ on }: Rule, action: string): boolean =>
  'actions' in on && on.actions.some((named) => named === action);

const passing = (all: readonly Filtered[] | undefined, { action, record }: IamEvent): readonly Rule[] => {
  const found: Rule[] = [];
  for (const { rule, passes } of all ?? []) if (passes(record) || names(rule, action)) found.push(rule);
  return found;
};

/** Builds the index once; a look-up is two map reads and the filters of those that look at any call. */
export const indexRules = (rules: readonly Rule[]): RuleIndex => {
  const maps = mapsOf(rules);
  return {
    candidates: (event) => [
      ...(maps.byAction.get(event.action) ?? none),
      ...passing(maps.byService.get(serviceOf(event.action)), event),
      ...passing(maps.anyCall, event),
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
