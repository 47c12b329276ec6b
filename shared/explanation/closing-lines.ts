import type { ActionDetail } from '../policy/actions/action-catalogue.ts';
import type { DocumentPath } from '../policy/escalation/analyze-document.ts';
import type { PathCategory } from '../policy/escalation/path.ts';
import type { Place } from '../policy/json/json-node.ts';
import type { LintSeverity } from '../policy/lint/define-check.ts';
import type { LintFinding } from '../policy/lint/lint-document.ts';
import type { PolicyExplanation } from './explain-policy.ts';
import { type Line, line } from './line.ts';
import type { MessageKey } from './messages/english.ts';
import { countsByLevel, levelNames } from './scopes.ts';

/** A heading with what belongs to it. */
export interface Section {
  readonly heading: Line;
  readonly items: readonly Line[];
}

const mostPaths = 12;
/** Groups of paths with the same conditions that are said; the JSON has all. */
const mostGroups = 5;

/** `iam 20, kms 3`: most first. */
const perService = (actions: readonly ActionDetail[]): readonly Line[] =>
  [...Map.groupBy(actions, ({ service }) => service)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([service, { length: count }]) => line('serviceCount', { service, count }));

/** What a document allows all in all, by access level and service. */
export const totalsSection = ({ kind, allowed, isLimited }: PolicyExplanation): readonly Section[] => {
  if (kind === 'scp' || kind === 'trust') return [];
  if (allowed.size === 0) return [{ heading: line('nothingAllowed'), items: [] }];
  const services = new Set([...allowed].map(({ service }) => service)).size;
  const items = countsByLevel(allowed).map(({ level, actions }) =>
    line('totalsLevel', {
      level: line(levelNames[level]),
      count: actions.length,
      services: perService(actions),
    }),
  );
  return [
    {
      heading: line('totals', { count: allowed.size, services }),
      items: [...items, ...(isLimited ? [line('totalsMore')] : [])],
    },
  ];
};

const categories: Readonly<Record<PathCategory, MessageKey>> = {
  self: 'categorySelf',
  principal: 'categoryPrincipal',
  'new-role': 'categoryNewRole',
  'existing-role': 'categoryExistingRole',
};

const pathLine = ({ path, actions }: DocumentPath): Line =>
  line('path', { id: path.id, category: line(categories[path.category]), actions });

/** Paths that ask the same. */
const pathsSection = (paths: readonly DocumentPath[]): Section => {
  const conditions = paths[0]?.conditions ?? [];
  const count = paths.length;
  const more = count - mostPaths;
  const items = paths.slice(0, mostPaths).map(pathLine);
  return {
    heading:
      conditions.length === 0
        ? line('escalationSome', { count })
        : line('escalationPotential', { count, conditions }),
    items: more > 0 ? [...items, line('pathsMore', { count: more })] : items,
  };
};

/** The ways to more access than the document grants, those that ask least first. */
export const escalationSections = ({ kind, paths }: PolicyExplanation): readonly Section[] => {
  if (kind !== 'identity') return [];
  if (paths.length === 0) return [{ heading: line('escalationNone'), items: [] }];
  return [...Map.groupBy(paths, ({ conditions }) => JSON.stringify(conditions)).values()]
    .toSorted(([a], [b]) => (a?.conditions.length ?? 0) - (b?.conditions.length ?? 0))
    .slice(0, mostGroups)
    .map(pathsSection);
};

const severities: Readonly<Record<LintSeverity, MessageKey>> = {
  critical: 'severityCritical',
  high: 'severityHigh',
  medium: 'severityMedium',
  low: 'severityLow',
  info: 'severityInfo',
};

const placeLine = ({ line: number, pointer }: Place): Line =>
  number === undefined || pointer === '' ? line('atDocument') : line('atLine', { line: number });

/** @param titles in the language, by the check's id; a check that has none keeps its English title */
const trapLine = ({ check, severity, place }: LintFinding, titles: Readonly<Record<string, string>>): Line =>
  line('trap', {
    severity: line(severities[severity]),
    title: titles[check.id] ?? check.title,
    check: check.id,
    place: placeLine(place),
  });

export const trapsSection = (
  { traps }: PolicyExplanation,
  titles: Readonly<Record<string, string>>,
): Section =>
  traps.length === 0
    ? { heading: line('trapsNone'), items: [] }
    : {
        heading: line('trapsSome', { count: traps.length }),
        items: traps.map((trap) => trapLine(trap, titles)),
      };
