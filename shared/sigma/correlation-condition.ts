import type { Correlation } from '../custom-rules/custom-rule.ts';
import type { Report } from './sigma-file.ts';
import { lineOf, type Reading, textsOf } from './yaml-fields.ts';
import { entryOf, type YamlEntry, type YamlMap } from './yaml-tree.ts';

/** How many must come together, and of what. */
export interface CountCondition {
  readonly atLeast: number;
  /** Fields whose different values count; empty when events or rules do. */
  readonly counted: readonly string[];
  readonly countedLine: number;
}

const operators = ['gt', 'gte', 'lt', 'lte', 'eq'] as const;
type Operator = (typeof operators)[number];

/** Each event reads the window it lies in: a larger one would cost more than it tells. */
const maxCount = 1000;

interface Bound {
  readonly operator: Operator;
  readonly count: number;
  readonly line: number;
}

const isOperator = (key: string): key is Operator => operators.some((one) => one === key);

const boundOf = ({ key, line, value }: YamlEntry, fault: Report): readonly Bound[] => {
  if (!isOperator(key)) {
    if (key !== 'field')
      fault(line, `condition "${key}" is not supported; use gt, gte, lt, lte, eq and field`);
    return [];
  }
  const count = value.kind === 'scalar' ? value.value : undefined;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0)
    return [{ operator: key, count, line }];
  fault(line, `condition "${key}" needs a whole number`);
  return [];
};

/** The condition, which must be a map; a missing one is undefined. */
const conditionOf = ({ map, reports: { fault } }: Reading): YamlMap | undefined => {
  const entry = entryOf(map, 'condition');
  if (!entry || entry.value.kind === 'map') return entry?.value as YamlMap | undefined;
  fault(
    entry.line,
    'condition: must be a map such as "gte: 10"; expressions of rules ("a and b") are not supported',
  );
  return undefined;
};

const lowestOf = ({ operator, count }: Bound): number => (operator === 'gt' ? count + 1 : count);

/** "At most" and "exactly" are true of a window only once it is over, and an event is checked before that. */
const unanswerable = ({ operator, line }: Bound): readonly [number, string] => [
  line,
  `condition "${operator}" is not supported: more events may still come, so only "gt" and "gte" can be told when an event arrives`,
];

const atLeastOf = (bounds: readonly Bound[], line: number, fault: Report): number => {
  const [first, second] = bounds;
  if (!first) {
    fault(line, 'the correlation needs a condition with gt or gte');
    return 1;
  }
  if (second) fault(second.line, 'the condition says twice from how many on');
  const atLeast = lowestOf(first);
  if (atLeast < 1) fault(first.line, 'the condition is met by nothing happening: it must ask for at least 1');
  if (atLeast > maxCount)
    fault(first.line, `the condition counts beyond ${maxCount}, which is not supported`);
  return atLeast;
};

/** Of `event_count` and `value_count`: from how many on, and for the latter of which field's values. */
export const readCountCondition = (reading: Reading, kind: Correlation['kind']): CountCondition => {
  const { fault } = reading.reports;
  const line = lineOf(reading, 'condition');
  const condition = conditionOf(reading);
  const none = { atLeast: 1, counted: [], countedLine: line };
  if (!condition) {
    if (!entryOf(reading.map, 'condition')) fault(line, 'the correlation has no condition');
    return none;
  }
  const bounds = condition.entries.flatMap((entry) => boundOf(entry, fault));
  const upper = bounds.filter(({ operator }) => operator !== 'gt' && operator !== 'gte');
  for (const bound of upper) fault(...unanswerable(bound));
  const inside: Reading = { map: condition, reports: reading.reports };
  const counted = textsOf(inside, 'field');
  const countedLine = lineOf(inside, 'field');
  if (kind === 'value_count' && counted.length === 0)
    fault(line, 'value_count needs a "field" in its condition');
  if (kind === 'event_count' && counted.length > 0)
    fault(countedLine, 'event_count counts events, whatever their fields: "field" is for value_count');
  if (upper.length > 0 && upper.length === bounds.length) return { ...none, counted, countedLine };
  return {
    atLeast: atLeastOf(
      bounds.filter((bound) => !upper.includes(bound)),
      line,
      fault,
    ),
    counted,
    countedLine,
  };
};

/** Of `temporal` and `temporal_ordered`: how many different rules must have matched; all when nothing is said. */
export const readRuleCondition = (
  reading: Reading,
  kind: Correlation['kind'],
  rules: number,
): CountCondition => {
  const { fault } = reading.reports;
  const condition = conditionOf(reading);
  const all = { atLeast: rules, counted: [], countedLine: 0 };
  if (!condition) return all;
  const field = entryOf(condition, 'field');
  if (field) fault(field.line, '"field" is for value_count');
  const bounds = condition.entries.flatMap((entry) => boundOf(entry, fault));
  const isAll = ({ operator, count }: Bound) => operator === 'eq' && count === rules;
  for (const bound of bounds)
    if (['lt', 'lte', 'eq'].includes(bound.operator) && !isAll(bound)) fault(...unanswerable(bound));
  const atLeast = atLeastOf(bounds, lineOf(reading, 'condition'), fault);
  if (atLeast > rules) fault(condition.line, `the condition asks for ${atLeast} rules of ${rules}`);
  if (kind === 'temporal_ordered' && atLeast < rules)
    fault(condition.line, 'an order of some of the rules is not supported: leave the condition out');
  return { ...all, atLeast };
};
