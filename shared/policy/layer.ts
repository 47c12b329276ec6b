import type { CompiledPolicy, CompiledStatement } from './compile-policy.ts';
import type { CompiledTest } from './conditions/compile-test.ts';
import { evaluateTest } from './conditions/evaluate-test.ts';
import type { Context } from './context.ts';
import type { Reason } from './decision.ts';
import { type Naming, namingOf } from './match-principal.ts';
import type { PolicyKind } from './policy-kind.ts';
import type { AccessRequest } from './request.ts';
import { anyOf, type Truth } from './truth.ts';

/** A statement that applies to a request, or that may. */
export interface StatementMatch {
  readonly policy: number;
  readonly policyName?: string;
  readonly compiled: CompiledStatement;
  readonly truth: 'yes' | 'unknown';
  readonly naming: Naming;
}

/** What the policies of one layer say to a request. */
export interface Layer {
  readonly kind: PolicyKind;
  readonly level?: number;
  readonly allows: readonly StatementMatch[];
  readonly denies: readonly StatementMatch[];
}

interface Asking {
  readonly request: AccessRequest;
  /** In lower case. */
  readonly action: string;
  readonly hasBoundary: boolean;
}

/** AWS refuses documents with an operator it does not know. Such a test never makes an Allow hold, and may make a Deny hold. */
const holdsIn = (test: CompiledTest, { statement }: CompiledStatement, context: Context): Truth =>
  test.use === undefined && statement.effect === 'Allow' ? 'no' : evaluateTest(test, context);

const truthOfStatement = (compiled: CompiledStatement, { resource, context }: AccessRequest): Truth => {
  let answer = compiled.coversResource(resource, context);
  for (const test of compiled.tests) {
    if (answer === 'no') return 'no';
    const holds = holdsIn(test, compiled, context);
    if (holds !== 'yes') answer = holds;
  }
  return answer;
};

const matchOf = (
  compiled: CompiledStatement,
  policy: number,
  policyName: string | undefined,
  { request, hasBoundary }: Asking,
): StatementMatch | undefined => {
  const naming = compiled.namesCallers ? namingOf(compiled.statement, request.caller, hasBoundary) : 'direct';
  if (naming === undefined) return undefined;
  const truth = truthOfStatement(compiled, request);
  if (truth === 'no') return undefined;
  return { policy, ...(policyName === undefined ? {} : { policyName }), compiled, truth, naming };
};

/** Evaluates the policies of one layer. */
export const layerOf = (
  kind: PolicyKind,
  policies: readonly CompiledPolicy[],
  asking: Asking,
  level?: number,
): Layer => {
  const allows: StatementMatch[] = [];
  const denies: StatementMatch[] = [];
  policies.forEach((policy, position) => {
    for (const compiled of policy.statementsFor(asking.action)) {
      const match = matchOf(compiled, position, policy.name, asking);
      if (match !== undefined) (compiled.statement.effect === 'Allow' ? allows : denies).push(match);
    }
  });
  return { kind, ...(level === undefined ? {} : { level }), allows, denies };
};

/** Whether a layer allows the request; with `naming`, by statements that name the caller so. */
export const allowsIn = (layer: Layer | undefined, naming?: Naming): Truth =>
  anyOf(layer?.allows ?? [], (match) =>
    naming === undefined || match.naming === naming ? match.truth : 'no',
  );

const openTests = ({ compiled, truth }: StatementMatch, request: AccessRequest) =>
  truth === 'yes'
    ? []
    : compiled.tests
        .filter((test) => evaluateTest(test, request.context) === 'unknown')
        .map(({ condition }) => condition);

/** A reason made of the matches of a layer. */
export const reasonOf = (
  { kind, level }: Layer,
  effect: Reason['effect'],
  matches: readonly StatementMatch[],
  request: AccessRequest,
): Reason => ({
  layer: kind,
  ...(level === undefined ? {} : { level }),
  effect,
  statements: matches.map((match) => {
    const { sid } = match.compiled.statement;
    const { resource, context } = request;
    const isResourceOpen = match.compiled.coversResource(resource, context) === 'unknown';
    return {
      policy: match.policy,
      ...(match.policyName === undefined ? {} : { policyName: match.policyName }),
      statement: match.compiled.index,
      ...(sid === undefined ? {} : { sid }),
      conditions: openTests(match, request),
      ...(isResourceOpen ? { openResource: true } : {}),
    };
  }),
});
