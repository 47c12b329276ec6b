import { type CompiledPolicy, compilePolicy } from '../policy/compile-policy.ts';
import { could, type Possibility } from '../policy/escalation/could.ts';
import type { CompiledHolder } from '../policy/escalation/holder.ts';
import { matchesPattern } from '../policy/match-pattern.ts';
import type { Statement } from '../policy/policy.ts';
import type { AccountRef } from './account-ref.ts';
import type { Readable } from './judge-documents.ts';

/** A name that nobody has: what is allowed on it is allowed on everything of its kind. */
const anyName = 'trailwarden-any';
const anyRegion = 'xx-any-1';

/** A policy on a resource that leaves it to the identity policies of the account, as KMS keys and trust policies need one. */
const leavesItToAccount = ({ id }: AccountRef): CompiledPolicy =>
  compilePolicy(
    {
      statements: [
        {
          effect: 'Allow',
          actions: { except: false, patterns: ['*'] },
          resources: { except: false, patterns: ['*'] },
          principals: { except: false, list: [{ type: 'AWS', id }] },
          conditions: [],
        },
      ],
    },
    'resource',
  );

/** Somebody who has the document and nothing else. */
export const holderOf = (
  { policy, compiled }: Readable,
  account: AccountRef,
  type: 'user' | 'role' = 'user',
): CompiledHolder => {
  const arn = account.iamArn(`${type}/${anyName}`);
  return {
    holder: { type, arn, name: anyName, account: account.id, policies: [policy] },
    caller:
      type === 'user'
        ? { kind: 'user', account: account.id, arn }
        : { kind: 'role', account: account.id, arn, role: anyName },
    identity: [compiled],
    set: { identity: [compiled] },
  };
};

/** An ARN of a service in a Region and of a name that nobody has. */
export const anyArn = (account: AccountRef, service: string, type: string): string =>
  account.regionalArn(service, anyRegion, `${type}/${anyName}`);

/** Whether the document allows an action on a resource, and on which conditions; undefined when it does not. */
export const allowsOn = (
  document: Readable,
  account: AccountRef,
  at: number,
  action: string,
  resource: string,
): Possibility | undefined => {
  const holder = holderOf(document, account);
  const set = { ...holder.set, resource: leavesItToAccount(account) };
  return could({ ...holder, set }, { action, resource }, new Date(at).toISOString());
};

const deniesAllOf = (statement: Statement): boolean =>
  statement.effect === 'Deny' &&
  statement.conditions.length === 0 &&
  !statement.resources.except &&
  statement.resources.patterns.some((pattern) => /^\*+$/.test(pattern));

/** Whether an unconditional Deny takes away any action of a service, on everything. */
const deniesSome = ({ policy }: Readable, service: string): boolean =>
  policy.statements
    .filter(deniesAllOf)
    .some(({ actions }) =>
      actions.except
        ? true
        : actions.patterns.some((pattern) =>
            matchesPattern((pattern.split(':', 1)[0] ?? '').toLowerCase(), service),
          ),
    );

/**
 * Whether the document allows every action of a service on everything: an action that does not exist, on a resource that nobody has. An
 * action that is denied on everything makes it less than all.
 */
export const allowsWhole = (
  document: Readable,
  account: AccountRef,
  at: number,
  service: string,
  type: string,
): Possibility | undefined => {
  if (deniesSome(document, service)) return undefined;
  return allowsOn(
    document,
    account,
    at,
    `${service}:TrailwardenNoSuchAction`,
    anyArn(account, service, type),
  );
};
