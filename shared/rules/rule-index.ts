import type { IamEvent } from '../events/iam-event.ts';
import { type JsonObject, textAt } from '../events/json.ts';
import { actionOf } from '../events/parse-event.ts';
import type { Rule } from './define-rule.ts';
import { conditionsOf } from './detail-filter.ts';
import { type FilterNode, filterTree, itemsFor, stepsOver } from './filter-tree.ts';

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

const conditionsFor = ({ on }: Rule) => {
  const pattern = 'anyCall' in on ? on.anyCall : 'where' in on ? on.where : undefined;
  return pattern ? conditionsOf(pattern) : [];
};

const names = ({ on }: Rule, action: string): boolean =>
  'actions' in on && on.actions.some((named) => named === action);

/** What all records of one source and name have in common. */
interface Named {
  readonly root: FilterNode<Rule>;
  readonly undoing: readonly Rule[];
}

// Event names are AWS's, some ten thousand; a log made up by an attacker must not fill the memory.
const rememberedNames = 20_000;
const ofTheName = ['eventSource', 'eventName'];

/** The rules that look at an action: those that name it, of its service, on any call; in each list the places of `rules`. */
const rulesByAction = (rules: readonly Rule[]) => {
  const byAction = indexBy(rules, ({ on }) => ('actions' in on && !('anyCall' in on) ? on.actions : []));
  const byService = indexBy(rules, ({ on }) => ('services' in on ? on.services : []));
  const anyCall = rules.filter(({ on }) => 'anyCall' in on);
  return (action: string): readonly Rule[] => [
    ...(byAction.get(action) ?? none),
    ...(byService.get(serviceOf(action)) ?? none),
    ...anyCall,
  ];
};

const namedBy = (rules: readonly Rule[]) => {
  const looking = rulesByAction(rules);
  const byUndo = indexBy(rules, ({ undoneBy = [] }) => undoneBy.flatMap(({ actions }) => actions));
  // Each rule stands there twice: a rule that names the action meets it whatever its filter says.
  const tree = filterTree<Rule>(
    [
      ...rules.map((rule) => ({ item: rule, conditions: [] })),
      ...rules.map((rule) => ({ item: rule, conditions: conditionsFor(rule) })),
    ],
    ofTheName,
  );
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const make = (source: string, name: string, record: JsonObject): Named => {
    const action = actionOf(source, name);
    const root = tree.rootFor(
      looking(action).map((rule) => (places.get(rule) ?? 0) + (names(rule, action) ? 0 : rules.length)),
    );
    const isNamed = source !== '' && name !== '';
    return {
      root: isNamed ? stepsOver(root, record, ofTheName) : root,
      undoing: byUndo.get(action) ?? none,
    };
  };
  return { make, tree };
};

/** Keeps what was found out about each source and name. */
const rememberNamed = (rules: readonly Rule[]) => {
  const { make, tree } = namedBy(rules);
  const bySource = new Map<string, Map<string, Named>>();
  let remembered = 0;

  const add = (source: string, name: string, record: JsonObject): Named => {
    if (remembered > rememberedNames || tree.isOvergrown()) {
      bySource.clear();
      tree.forget();
      remembered = 0;
    }
    const named = make(source, name, record);
    const byName = bySource.get(source) ?? new Map<string, Named>();
    bySource.set(source, byName.set(name, named));
    remembered += 1;
    return named;
  };

  return (record: JsonObject): Named => {
    const source = textAt(record, 'eventSource') ?? '';
    const name = textAt(record, 'eventName') ?? '';
    return bySource.get(source)?.get(name) ?? add(source, name, record);
  };
};

/** Builds the index once; a look-up is some map reads, however many rules there are. */
export const indexRules = (rules: readonly Rule[]): RuleIndex => {
  const namedOf = rememberNamed(rules);
  return {
    candidates: ({ record }) => itemsFor(namedOf(record).root, record),
    undoing: ({ record }) => namedOf(record).undoing,
    concerns(record) {
      const { root, undoing } = namedOf(record);
      return undoing.length > 0 || itemsFor(root, record).length > 0;
    },
  };
};

/** An index for one event of which it is already known which rules it meets. */
export const justThese = (rules: readonly Rule[]): RuleIndex => ({
  candidates: () => rules,
  undoing: () => none,
  concerns: () => true,
});
