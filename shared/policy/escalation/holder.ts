import { type Caller, callerOf } from '../caller.ts';
import { type CompiledPolicy, compilePolicy } from '../compile-policy.ts';
import type { Policy } from '../policy.ts';
import type { PolicyKind } from '../policy-kind.ts';
import type { PolicySet } from '../request.ts';

/** A document with the name it goes by, e.g. the ARN of a managed policy. */
export interface NamedPolicy {
  readonly name?: string;
  readonly policy: Policy;
}

/** A user or role and all that is known of its permissions. */
export interface Holder {
  readonly type: 'user' | 'role';
  readonly arn: string;
  /** Without its path. */
  readonly name: string;
  /** 12 digits. */
  readonly account: string;
  /** Everything that applies: attached, inline, of groups. */
  readonly policies: readonly Policy[];
  /** Absent: it has none. */
  readonly boundary?: readonly Policy[];
  readonly boundaryArn?: string;
  /** By level, root first; absent when not known or none. */
  readonly scps?: readonly (readonly Policy[])[];
  /** ARNs of the managed policies attached to it or to its groups; absent when not known. */
  readonly attached?: readonly string[];
  /** ARNs of its groups; absent when not known. */
  readonly groups?: readonly string[];
}

/** A holder made ready for many questions. */
export interface CompiledHolder {
  readonly holder: Holder;
  readonly caller: Caller;
  readonly set: PolicySet;
  /** Its own statements, for the resources they name. */
  readonly identity: readonly CompiledPolicy[];
}

/** The ARN is of a user or role? `undefined` when not. */
export const holderIdentity = (
  arn: string,
): Pick<Holder, 'type' | 'arn' | 'name' | 'account'> | undefined => {
  const [, account, type, path] = /^arn:[^:]+:iam::(\d{12}):(user|role)\/(.+)$/.exec(arn) ?? [];
  if (account === undefined || path === undefined || (type !== 'user' && type !== 'role')) return undefined;
  return { type, arn, account, name: path.slice(path.lastIndexOf('/') + 1) };
};

/** Thousands of holders share a managed policy: each document is compiled once for each kind. */
const compiledOnce = new WeakMap<Policy, Partial<Record<PolicyKind, CompiledPolicy>>>();

const compileOnce = (policy: Policy, kind: PolicyKind): CompiledPolicy => {
  const known = compiledOnce.get(policy) ?? {};
  const compiled = known[kind] ?? compilePolicy(policy, kind);
  compiledOnce.set(policy, { ...known, [kind]: compiled });
  return compiled;
};

/** Compiles the policies of a holder. @throws Error when its ARN is that of no user or role */
export const compileHolder = (holder: Holder): CompiledHolder => {
  const caller = callerOf(holder.arn);
  if (caller === undefined) throw new Error(`${holder.arn}: no ARN of a user or role`);
  const identity = holder.policies.map((policy) => compileOnce(policy, 'identity'));
  return {
    holder,
    caller,
    identity,
    set: {
      identity,
      ...(holder.boundary === undefined
        ? {}
        : { boundary: holder.boundary.map((policy) => compileOnce(policy, 'boundary')) }),
      ...(holder.scps === undefined
        ? {}
        : { scps: holder.scps.map((level) => level.map((policy) => compileOnce(policy, 'scp'))) }),
    },
  };
};
