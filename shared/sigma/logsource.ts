import type { Report } from './sigma-file.ts';
import { entryOf, type YamlMap } from './yaml-tree.ts';

const wanted = { product: 'aws', service: 'cloudtrail' } as const;

/** Reports a rule that is not written for CloudTrail. `definition` is prose. */
export const checkLogSource = (rule: YamlMap, report: Report): void => {
  const entry = entryOf(rule, 'logsource');
  if (entry?.value.kind !== 'map') {
    report(
      entry?.line ?? rule.line,
      'the rule has no logsource; it needs product: aws and service: cloudtrail',
    );
    return;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const given = entryOf(entry.value, key);
    const text = given?.value.kind === 'scalar' ? given.value.text : undefined;
    if (text?.toLowerCase() !== value)
      report(
        given?.line ?? entry.line,
        `logsource ${key} "${text ?? ''}" is not supported; only "${value}" is`,
      );
  }
  const category = entryOf(entry.value, 'category');
  if (category) report(category.line, 'logsource category is not supported: CloudTrail has none');
};
