import Table from 'cli-table3';
import { isUnread, isUntold } from '../../../shared/account/access/named-policy.ts';
import type {
  DecidingStatement,
  Decision,
  Reason,
  SpecialRule,
  Verdict,
} from '../../../shared/policy/decision.ts';
import { describeCondition } from '../../../shared/policy/describe-statement.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { borderless } from '../borderless.ts';
import { painted, widthOf, wrapped } from '../terminal.ts';

const verdictStyles = {
  Allowed: 'green',
  ImplicitlyDenied: 'red',
  ExplicitlyDenied: 'red',
  DependsOnContext: 'yellow',
} as const;

export const paintedVerdict = (verdict: Verdict): string =>
  painted(['bold', verdictStyles[verdict]], verdict);

const layerNames: Readonly<Record<Reason['layer'], string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'endpoint policy',
  aws: 'AWS',
};

const ruleTexts: Readonly<Record<SpecialRule, string>> = {
  'caller-identity': 'needs no permission and cannot be denied',
  'root-user': 'the root user needs no identity policy',
  'root-assume-role': 'the root user cannot assume a role',
  'aws-owned': 'belongs to AWS: nobody in the account can change it',
  'no-session-policy': 'a session of GetFederationToken without session policy has no permissions',
};

const says: Readonly<Record<Reason['effect'], string>> = {
  allows: 'allows',
  'may-allow': 'may allow',
  denies: 'denies',
  'may-deny': 'may deny',
  'does-not-allow': 'does not allow',
};

const conditionsText = ({ conditions, openResource }: DecidingStatement): readonly string[] => [
  ...(conditions.some(isUntold) ? ['if the account is where it applies'] : []),
  ...conditions.filter((test) => !isUntold(test)).map((test) => `if ${describeCondition(test)}`),
  ...(openResource ? ['if the variable in its Resource is the one of this request'] : []),
];

const statementText = (statement: DecidingStatement): string => {
  const name = statement.policyName ?? `policy ${statement.policy}`;
  if (isUnread(statement)) return `${name}, which could not be read`;
  const sid = statement.sid === undefined ? '' : ` (${statement.sid})`;
  return [`${name}, statement ${statement.statement}${sid}`, ...conditionsText(statement)].join(', ');
};

const textOf = ({ rule, statements }: Reason): string =>
  rule === undefined ? statements.map(statementText).join('\n') : ruleTexts[rule];

/** Layer, what it says, by which statements. */
const rowsOf = ({ reasons }: Decision): readonly (readonly [string, string, string])[] =>
  reasons.map((reason) => {
    const level = reason.level === undefined ? '' : `, level ${reason.level}`;
    return [`${layerNames[reason.layer]}${level}`, says[reason.effect], textOf(reason)];
  });

/** The reasons of a decision as a table without lines. Names of policies and keys are other people's text. */
export const reasonsTable = (decision: Decision): string => {
  const rows = rowsOf(decision);
  const width = (column: 0 | 1) => Math.max(0, ...rows.map((row) => row[column].length));
  const left = Math.max(30, widthOf() - width(0) - width(1) - 8);
  const table = new Table({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [] },
  });
  for (const [layer, effect, text] of rows)
    table.push([
      `  ${layer}`,
      effect,
      text
        .split('\n')
        .flatMap((line) => wrapped(terminalText(line), left))
        .join('\n'),
    ]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};
