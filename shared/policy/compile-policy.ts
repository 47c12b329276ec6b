import { type CompiledTest, compileTest } from './conditions/compile-test.ts';
import { type ActionMatcher, compileAction } from './match-action.ts';
import { compileResource, type ResourceMatcher } from './match-resource.ts';
import type { Policy, Statement } from './policy.ts';
import type { PolicyKind } from './policy-kind.ts';

/** A statement made ready for many requests. */
export interface CompiledStatement {
  /** Its position in the document, from 0. */
  readonly index: number;
  readonly statement: Statement;
  readonly coversAction: ActionMatcher;
  readonly coversResource: ResourceMatcher;
  readonly tests: readonly CompiledTest[];
  /** Whether it is about the caller only if it names the caller: statements of policies on resources. */
  readonly namesCallers: boolean;
}

/** A policy made ready for many requests. */
export interface CompiledPolicy {
  readonly kind: PolicyKind;
  /** For reasons given to people, e.g. the policy's ARN. */
  readonly name?: string;
  /** The statements that cover an action, which is in lower case. */
  statementsFor(action: string): readonly CompiledStatement[];
}

// A trust policy has no Resource: it is about the role that it is on.
const everyResource: ResourceMatcher = () => 'yes';

const resourceOf = (statement: Statement, kind: PolicyKind, version: string | undefined): ResourceMatcher => {
  const { except, patterns } = statement.resources;
  const isAbsent = !except && patterns.length === 0;
  return isAbsent && kind === 'resource'
    ? everyResource
    : compileResource(statement.resources, kind, version);
};

/**
 * Whether a statement without Principal is about nobody. Resource control and endpoint policies are on the organisation's or the
 * endpoint's side and are read as about everybody then; AWS asks for a Principal in them.
 */
const namesCallers = ({ principals }: Statement, kind: PolicyKind): boolean => {
  const isNamed = principals.except || principals.list.length > 0;
  return kind === 'resource' || ((kind === 'rcp' || kind === 'endpoint') && isNamed);
};

/** Actions remembered by one policy; more than that and it starts over. */
const maxRemembered = 5_000;

/** Compiles a policy once, to be evaluated many times. */
export const compilePolicy = (
  { version, statements }: Policy,
  kind: PolicyKind,
  name?: string,
): CompiledPolicy => {
  const compiled = statements.map((statement, index) => ({
    index,
    statement,
    coversAction: compileAction(statement.actions),
    coversResource: resourceOf(statement, kind, version),
    tests: statement.conditions.map((condition) => compileTest(condition, version)),
    namesCallers: namesCallers(statement, kind),
  }));
  const remembered = new Map<string, readonly CompiledStatement[]>();
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    statementsFor(action) {
      const known = remembered.get(action);
      if (known !== undefined) return known;
      const found = compiled.filter(({ coversAction }) => coversAction(action));
      if (remembered.size >= maxRemembered) remembered.clear();
      remembered.set(action, found);
      return found;
    },
  };
};
