import { anyOf, type Expression } from '../custom-rules/expression.ts';
import { ConditionError, parseCondition, type Searches } from './condition.ts';
import { readSearch } from './search.ts';
import type { Report, Reports } from './sigma-file.ts';
import { entryOf, type YamlEntry, type YamlMap, type YamlScalar } from './yaml-tree.ts';

const readSearches = ({ entries }: YamlMap, report: Report): Searches =>
  new Map(
    entries
      .filter(({ key }) => key !== 'condition' && key !== 'timeframe')
      .map((entry) => [entry.key, readSearch(entry, report)]),
  );

const conditionsIn = ({ value, line }: YamlEntry, report: Report): readonly YamlScalar[] => {
  const items = value.kind === 'list' ? value.items : [value];
  const texts = items
    .filter((item) => item.kind === 'scalar')
    .filter((item) => typeof item.value === 'string');
  if (texts.length < items.length || texts.length === 0)
    report(line, 'condition: must be a text such as "selection and not filter", or a list of them');
  return texts;
};

const readConditions = (
  entry: YamlEntry,
  searches: Searches,
  { fault, note }: Reports,
): readonly Expression[] => {
  const used = new Set<string>();
  const expressions = conditionsIn(entry, fault).flatMap(({ text, line }) => {
    try {
      const condition = parseCondition(text, searches);
      for (const name of condition.used) used.add(name);
      return [condition.expression];
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      fault(line, error.message);
      return [];
    }
  });
  const idle = [...searches.keys()].filter((name) => !used.has(name));
  if (idle.length > 0) note(entry.line, `the condition uses ${idle.join(', ')} nowhere`);
  return expressions;
};

/** Reads a `detection` section: its searches and its condition; of several conditions one must hold. */
export const readDetection = (detection: YamlMap, reports: Reports): Expression => {
  const { fault } = reports;
  const timeframe = entryOf(detection, 'timeframe');
  if (timeframe)
    fault(timeframe.line, 'timeframe is not supported; write a correlation rule with a timespan instead');
  const searches = readSearches(detection, fault);
  const condition = entryOf(detection, 'condition');
  if (condition) return anyOf(readConditions(condition, searches, reports));
  fault(detection.line, 'the detection has no condition');
  return anyOf([]);
};
