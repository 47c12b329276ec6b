import type { CompiledHolder } from './holder.ts';
import type { StepTarget } from './path.ts';

/** Stands for a name that nobody has: what a pattern covers beyond the names it spells out. */
const anyName = 'trailwarden-any';

const types: Partial<Record<StepTarget, string>> = {
  user: 'user',
  role: 'role',
  group: 'group',
  policy: 'policy',
};

/** The resource patterns of the Allow statements that cover an action. */
const patternsFor = ({ identity }: CompiledHolder, action: string): readonly string[] =>
  identity.flatMap((policy) =>
    policy
      .statementsFor(action.toLowerCase())
      .filter(({ statement }) => statement.effect === 'Allow')
      .flatMap(({ statement: { resources } }) =>
        resources.except || resources.patterns.length === 0 ? ['*'] : resources.patterns,
      ),
  );

const filled = (pattern: string, { holder }: CompiledHolder): string =>
  pattern
    .replaceAll(/\$\{aws:username\}/gi, holder.type === 'user' ? holder.name : anyName)
    .replaceAll(/\$\{aws:PrincipalAccount\}/gi, holder.account)
    .replaceAll(/\$\{[^}]*\}/g, anyName);

const partitionOf = ({ holder }: CompiledHolder): string => holder.arn.split(':')[1] ?? 'aws';

/** An ARN of the type that a pattern covers; undefined when it covers none. */
const sampleOf = (pattern: string, type: string, holder: CompiledHolder): string | undefined => {
  const [arn, partition = '*', service = '*', , account = '*', ...rest] = filled(pattern, holder).split(':');
  const resource = rest.join(':');
  if (/^\*+$/.test(pattern) || (arn === 'arn' && rest.length === 0))
    return `arn:${partitionOf(holder)}:iam::${holder.holder.account}:${type}/${anyName}`;
  if (arn !== 'arn' || !/^(iam|.*\*.*)$/.test(service) || !/[*?]|^aws/.test(partition)) return undefined;
  if (account !== holder.holder.account && !/[*?]/.test(account)) return undefined;
  const name = resource.startsWith(`${type}/`)
    ? resource.slice(type.length + 1)
    : /^[*?]/.test(resource) || resource === `${type}*`
      ? anyName
      : undefined;
  return name === undefined
    ? undefined
    : `arn:${partitionOf(holder)}:iam::${holder.holder.account}:${type}/${name.replaceAll('*', anyName).replaceAll('?', 'x')}`;
};

/** Roles and policies that AWS keeps for itself cannot be changed by a customer (IAM User Guide, "Using service-linked roles"). */
const isKeptByAws = (arn: string): boolean =>
  /:(role|policy)\/(aws-reserved|aws-service-role)\//.test(arn) || /:iam::aws:/.test(arn);

/**
 * ARNs to try the steps on that are done to one kind of target: what the holder's own Allow statements spell out or cover.
 * The holder itself is not among them.
 */
export const candidatesFor = (
  holder: CompiledHolder,
  target: StepTarget,
  actions: readonly string[],
): readonly string[] => {
  const type = types[target];
  if (type === undefined) return [];
  const samples = actions
    .flatMap((action) => patternsFor(holder, action))
    .map((pattern) => sampleOf(pattern, type, holder))
    .filter((arn) => arn !== undefined);
  return [...new Set(samples)].filter((arn) => arn !== holder.holder.arn && !isKeptByAws(arn));
};

/** Resources to try an action on whose kind does not matter: each pattern with its wildcards filled in, and `*`. */
export const anyResourcesFor = (holder: CompiledHolder, action: string): readonly string[] => [
  ...new Set(
    patternsFor(holder, action).map((pattern) =>
      /^\*+$/.test(pattern) ? '*' : filled(pattern, holder).replaceAll('*', anyName).replaceAll('?', 'x'),
    ),
  ),
];
