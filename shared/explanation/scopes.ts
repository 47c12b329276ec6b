import type { ActionCatalogue, ActionDetail } from '../policy/actions/action-catalogue.ts';
import { type AccessLevel, accessLevels } from '../policy/actions/action-data.ts';
import { coveredActions } from '../policy/actions/covered-actions.ts';
import { escalatingActions } from '../policy/admin-grant.ts';
import { isEverything, patternOf } from '../policy/pattern.ts';
import type { Scope, Statement } from '../policy/policy.ts';
import type { StepBudget } from '../policy/step-budget.ts';
import { type Line, line } from './line.ts';
import type { MessageKey } from './messages/english.ts';

/** Actions worth naming among many: ways to more access, to others' data and keys, to an end of the recording. */
const notableActions: readonly string[] = [
  ...escalatingActions,
  'iam:PassRole',
  'sts:AssumeRole',
  'organizations:LeaveOrganization',
  'sso:CreateAccountAssignment',
  'cloudtrail:StopLogging',
  'cloudtrail:DeleteTrail',
  'guardduty:DeleteDetector',
  'config:StopConfigurationRecorder',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:Decrypt',
  's3:PutBucketPolicy',
  's3:DeleteBucket',
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'ssm:SendCommand',
  'ec2:RunInstances',
  'lambda:UpdateFunctionCode',
];

export const levelNames: Readonly<Record<AccessLevel, MessageKey>> = {
  'Permissions management': 'levelPermissions',
  Write: 'levelWrite',
  Tagging: 'levelTagging',
  Read: 'levelRead',
  List: 'levelList',
};

/** How many actions of each level there are, the strongest first; levels without any are left out. */
export const countsByLevel = (
  actions: Iterable<ActionDetail>,
): readonly { readonly level: AccessLevel; readonly actions: readonly ActionDetail[] }[] => {
  const groups = Map.groupBy(actions, ({ level }) => level);
  return accessLevels.flatMap((level) => {
    const group = groups.get(level) ?? [];
    return group.length === 0 ? [] : [{ level, actions: group }];
  });
};

const wholeService = (pattern: string): string | undefined => /^([a-z0-9-]+):\*+$/i.exec(pattern)?.[1];

const actionLine = (pattern: string): string | Line => {
  const service = wholeService(pattern);
  return service === undefined ? pattern : line('everyActionOf', { service: service.toLowerCase() });
};

/** What an Action or NotAction element names. */
export const actionsLine = ({ except, patterns }: Scope): Line => {
  if (except) return line('everyActionBut', { actions: patterns });
  if (patterns.some((pattern) => isEverything(patternOf(pattern)))) return line('everyAction');
  return line('theseActions', { actions: patterns.map(actionLine) });
};

/** What an element with wildcards really covers. Nothing for one that lists its actions. */
export const breadthLines = (
  { actions: scope, effect }: Statement,
  catalogue: ActionCatalogue,
  budget: StepBudget,
): { readonly lines: readonly Line[]; readonly covered: ReadonlySet<ActionDetail> } => {
  const covered = coveredActions(scope, catalogue, budget);
  const isListed = !scope.except && !scope.patterns.some((pattern) => /[*?]/.test(pattern));
  if (isListed && covered.size > 0) return { lines: [], covered };
  if (covered.size === 0) return { lines: [line('breadthNone')], covered };
  // Grouped, counted and sorted below.
  budget.spend(covered.size);
  const services = new Set([...covered].map(({ service }) => service));
  const levels = countsByLevel(covered).map(({ level, actions }) =>
    line('level', { count: actions.length, level: line(levelNames[level]) }),
  );
  const [only = ''] = services;
  const values = { count: covered.size, levels };
  const breadth =
    services.size === 1
      ? line('breadthOne', { ...values, service: only })
      : line('breadth', { ...values, services: services.size });
  const notable = notableActions.filter((action) => {
    if (effect === 'Deny') return false;
    const detail = catalogue.find(action);
    return detail !== undefined && covered.has(detail);
  });
  return {
    lines: [breadth, ...(notable.length === 0 ? [] : [line('notable', { actions: notable })])],
    covered,
  };
};

/** What a Resource or NotResource element names. */
export const resourcesLine = ({ except, patterns }: Scope): Line => {
  if (except) return line('everyResourceBut', { resources: patterns });
  if (patterns.length === 0) return line('thisRole');
  if (patterns.some((pattern) => isEverything(patternOf(pattern)))) return line('everyResource');
  return line('theseResources', { resources: patterns });
};

/** The policy variables in a Resource element, each once. */
export const variablesIn = ({ patterns }: Scope): readonly string[] => [
  ...new Set(
    patterns
      .flatMap((pattern) => pattern.match(/\$\{[^}]*\}/g) ?? [])
      .filter((name) => !/^\$\{[*?$]\}$/.test(name)),
  ),
];
