import { coversAction } from './match-pattern.ts';
import type { Policy, Scope, Statement } from './policy.ts';

/**
 * What an identity policy gives away.
 *
 * - `everything`: every action of every service.
 * - `all-but-iam`: every action but IAM's, as AWS's PowerUserAccess.
 * - `iam`: every IAM action, hence everything.
 * - `escalation`: single IAM actions by which the holder can give itself more.
 * - `any-role`: taking on any role that trusts the account.
 */
export type GrantKind = 'everything' | 'all-but-iam' | 'iam' | 'escalation' | 'any-role';

export interface AdminGrant {
  readonly kind: GrantKind;
  /** The escalating actions; empty unless `kind` is `escalation`. */
  readonly actions: readonly string[];
  /** Every statement that grants it has a Condition. */
  readonly conditional: boolean;
}

/**
 * One of these on all users, roles, groups or policies is enough (pathfinding.cloud iam-001 to iam-013, and SetDefaultPolicyVersion of
 * Rhino Security Labs' list).
 */
export const escalatingActions: readonly string[] = [
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AttachUserPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachGroupPolicy',
  'iam:PutUserPolicy',
  'iam:PutRolePolicy',
  'iam:PutGroupPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:UpdateAssumeRolePolicy',
  'iam:AddUserToGroup',
];

/** An action of no service: only a pattern that names all actions covers it. */
const unknownAction = 'zz-no-service:NoAction';

const isWideResource = (pattern: string): boolean => {
  if (/^\*+$/.test(pattern)) return true;
  const [arn, , service, , , ...rest] = pattern.split(':');
  const resource = rest.join(':');
  return (
    arn === 'arn' &&
    (service === 'iam' || service === '*') &&
    /^(user\/|role\/|group\/|policy\/)?\*+$/.test(resource)
  );
};

const isWide = ({ except, patterns }: Scope): boolean => except || patterns.some(isWideResource);

const isEverywhere = ({ except, patterns }: Scope): boolean =>
  !except && patterns.some((pattern) => /^\*+$/.test(pattern));

const denies = (statement: Statement, action: string): boolean =>
  statement.effect === 'Deny' &&
  statement.conditions.length === 0 &&
  isEverywhere(statement.resources) &&
  coversAction(statement.actions, action);

/** The statements by which a document allows an action; none when it denies the action without a condition. */
const grantingStatements = ({ statements }: Policy, action: string): readonly Statement[] =>
  statements.some((statement) => denies(statement, action))
    ? []
    : statements.filter(
        (statement) =>
          statement.effect === 'Allow' &&
          isWide(statement.resources) &&
          coversAction(statement.actions, action),
      );

const kindOf = (all: boolean, escalations: readonly string[], anyRole: boolean): GrantKind | undefined => {
  const isWholeIam = escalations.length === escalatingActions.length;
  if (isWholeIam) return all ? 'everything' : 'iam';
  if (escalations.length > 0) return 'escalation';
  if (all) return 'all-but-iam';
  return anyRole ? 'any-role' : undefined;
};

/**
 * The widest thing that a document hands out by itself, or undefined. Looks at one document: not at boundaries, service
 * control policies or other documents of the holder, and not at grants of several services together (PassRole with
 * RunInstances). Conditions are not evaluated, only reported.
 */
export const adminGrantOf = (policy: Policy): AdminGrant | undefined => {
  const granting = (action: string) => grantingStatements(policy, action);
  const escalations = escalatingActions.filter((action) => granting(action).length > 0);
  const all = granting(unknownAction).filter(({ resources }) => resources.except || isEverywhere(resources));
  // sts:AssumeRole alone on "*" is common and harmless where trust policies name principals; sts:* is not how that is written.
  const anyRole = granting('sts:NoSuchAction').filter(({ actions }) =>
    coversAction(actions, 'sts:AssumeRole'),
  );
  const kind = kindOf(all.length > 0, escalations, anyRole.length > 0);
  if (kind === undefined) return undefined;
  const statements = [...escalations.flatMap(granting), ...all, ...(kind === 'any-role' ? anyRole : [])];
  return {
    kind,
    actions: kind === 'escalation' ? escalations : [],
    conditional: statements.every(({ conditions }) => conditions.length > 0),
  };
};
