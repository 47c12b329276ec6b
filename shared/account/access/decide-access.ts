import type { Caller } from '../../policy/caller.ts';
import { type CompiledPolicy, compilePolicy } from '../../policy/compile-policy.ts';
import { type ContextValue, contextOf } from '../../policy/context.ts';
import type { Decision } from '../../policy/decision.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { PolicyKind } from '../../policy/policy-kind.ts';
import type { PolicySet } from '../../policy/request.ts';
import type { AccessPolicies } from './account-access.ts';
import { type NamedPolicy, unreadKey } from './named-policy.ts';
import type { PrincipalContext } from './principal-context.ts';

/** What is asked, beside the policies. */
export interface AccessQuestion {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context: PrincipalContext;
  /** Condition keys that the asker knows. */
  readonly given: Readonly<Record<string, ContextValue>>;
  readonly absent: readonly string[];
  /** Whether keys that nobody spoke of are absent, or unknown. */
  readonly others: 'absent' | 'unknown';
}

const compiled = (policies: readonly NamedPolicy[], kind: PolicyKind): readonly CompiledPolicy[] =>
  policies.map(({ name, policy }) => compilePolicy(policy, kind, name));

const policySetOf = (policies: AccessPolicies): PolicySet => ({
  identity: compiled(policies.identity, 'identity'),
  boundary: compiled(policies.boundary, 'boundary'),
  session: compiled(policies.session, 'session'),
  endpoint: compiled(policies.endpoint, 'endpoint'),
  scps: policies.scps.map((level) => compiled(level, 'scp')),
  rcps: policies.rcps.map((level) => compiled(level, 'rcp')),
  ...(policies.resource === undefined
    ? {}
    : { resource: compilePolicy(policies.resource.policy, 'resource', policies.resource.name) }),
});

/** Decides a request by the policies of an account; what nobody could read makes the answer depend on it. */
export const decideAccess = (question: AccessQuestion, policies: AccessPolicies): Decision => {
  const { caller, action, resource, resourceAccount, context } = question;
  return evaluate(
    {
      caller,
      action,
      resource,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      context: contextOf(
        { ...context.values, ...question.given },
        {
          others: question.others,
          absent: [...context.absent, ...question.absent],
          unknown: [unreadKey],
          complete: context.complete,
        },
      ),
    },
    policySetOf(policies),
  );
};
