import type { Severity } from '../rules/severity.ts';
import { cleanLine } from '../text/clean.ts';
import { nearest } from '../text/nearest.ts';
import type { Reports } from './sigma-file.ts';
import { lineOf, type Reading, textOf, textsOf } from './yaml-fields.ts';
import type { YamlMap } from './yaml-tree.ts';

/** What a Sigma rule says of itself, apart from what it detects. */
export interface Header {
  readonly title: string;
  /** How correlations call it. */
  readonly name?: string;
  readonly id?: string;
  readonly description?: string;
  readonly severity: Severity;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  /** Technique ids as MITRE writes them: `T1098.001`. */
  readonly attack: readonly string[];
}

/** Attributes of the specification (Sigma Rules Specification 2.1, and of its correlations); others are the owner's own. */
const attributes: readonly string[] = [
  ...[
    'title',
    'id',
    'name',
    'related',
    'taxonomy',
    'status',
    'description',
    'license',
    'author',
    'references',
  ],
  ...['date', 'modified', 'logsource', 'detection', 'fields', 'falsepositives', 'level', 'tags', 'scope'],
  ...['correlation', 'generate', 'simulation', 'regression_tests_path'],
];

const severities: Readonly<Record<string, Severity>> = {
  informational: 'info',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'critical',
};

const statuses = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'];
const maxTitle = 256;

const readTitle = (reading: Reading): string => {
  const title = cleanLine(textOf(reading, 'title') ?? '').trim();
  const { fault } = reading.reports;
  if (title === '') fault(lineOf(reading, 'title'), 'the rule has no title');
  if (title.length > maxTitle) fault(lineOf(reading, 'title'), `title: longer than ${maxTitle} characters`);
  return title;
};

const readSeverity = (reading: Reading): Severity => {
  const level = textOf(reading, 'level');
  const severity = level === undefined ? 'medium' : severities[level.toLowerCase()];
  if (severity) return severity;
  reading.reports.fault(
    lineOf(reading, 'level'),
    `level "${level}" is none; use one of ${Object.keys(severities).join(', ')}`,
  );
  return 'medium';
};

const checkStatus = (reading: Reading): void => {
  const status = textOf(reading, 'status')?.toLowerCase();
  const line = lineOf(reading, 'status');
  if (status === undefined) return;
  if (!statuses.includes(status))
    reading.reports.fault(line, `status "${status}" is none; use one of ${statuses.join(', ')}`);
  else if (status === 'unsupported')
    reading.reports.fault(line, 'status "unsupported": its author says that it cannot be used as it is');
  else if (status === 'deprecated')
    reading.reports.note(line, 'status "deprecated": its author has replaced it');
};

const checkAttributes = ({ map, reports }: Reading): void => {
  for (const { key, line } of map.entries) {
    if (attributes.includes(key)) continue;
    const meant = nearest(key, attributes)[0];
    reports.note(
      line,
      `"${key}" is no attribute of Sigma${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
};

const techniqueTag = /^attack\.(t\d{4}(?:\.\d{3})?)$/i;

const optional = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };

/** Reads title, level and the like of a rule; what is missing or wrong is reported. */
export const readHeader = (map: YamlMap, reports: Reports): Header => {
  const reading: Reading = { map, reports };
  checkAttributes(reading);
  checkStatus(reading);
  const taxonomy = textOf(reading, 'taxonomy');
  if (taxonomy !== undefined && taxonomy !== 'sigma')
    reports.fault(
      lineOf(reading, 'taxonomy'),
      `taxonomy "${taxonomy}" is not supported: fields are named as CloudTrail names them`,
    );
  return {
    title: readTitle(reading),
    ...optional('name', textOf(reading, 'name')),
    ...optional('id', textOf(reading, 'id')),
    ...optional('description', textOf(reading, 'description')?.trim()),
    severity: readSeverity(reading),
    falsePositives: textsOf(reading, 'falsepositives'),
    references: textsOf(reading, 'references'),
    attack: textsOf(reading, 'tags').flatMap((tag) => techniqueTag.exec(tag)?.[1]?.toUpperCase() ?? []),
  };
};
