import type { ActionCatalogue, ActionDetail } from '../policy/actions/action-catalogue.ts';
import { analyzeDocument, type DocumentPath } from '../policy/escalation/analyze-document.ts';
import type { LintKind } from '../policy/lint/define-check.ts';
import type { LintFinding } from '../policy/lint/lint-document.ts';
import { isEverything, patternOf } from '../policy/pattern.ts';
import type { Policy, Statement } from '../policy/policy.ts';
import { StepBudget } from '../policy/step-budget.ts';
import { variablesVersion } from '../policy/template.ts';
import { conditionLine } from './conditions.ts';
import { type Line, line } from './line.ts';
import type { MessageKey } from './messages/english.ts';
import { principalsLine } from './principals.ts';
import { actionsLine, breadthLines, resourcesLine, variablesIn } from './scopes.ts';

/** What one statement says. */
export interface StatementExplanation {
  /** Its position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly lines: readonly Line[];
  /** All must hold; none: the statement always applies. */
  readonly conditions: readonly Line[];
}

/** What a document says, free of language. */
export interface PolicyExplanation {
  readonly kind: LintKind;
  readonly head: readonly Line[];
  readonly statements: readonly StatementExplanation[];
  /** What it allows after what it denies on everything without a condition; empty for control policies. */
  readonly allowed: ReadonlySet<ActionDetail>;
  /** Whether some of that is allowed under conditions or on some resources only. */
  readonly isLimited: boolean;
  readonly paths: readonly DocumentPath[];
  readonly traps: readonly LintFinding[];
}

/** Statements that are explained; a document with more is no policy that somebody reads. */
const mostStatements = 100;

const heads: Readonly<Record<LintKind, MessageKey>> = {
  identity: 'ofIdentity',
  resource: 'ofResource',
  trust: 'ofTrust',
  scp: 'ofScp',
};

const mainLine = (statement: Statement, kind: LintKind): Line => {
  const actions = actionsLine(statement.actions);
  const resources = resourcesLine(statement.resources);
  const principals = principalsLine(statement);
  const isAllow = statement.effect === 'Allow';
  if (kind === 'trust') return line(isAllow ? 'allowsAssume' : 'deniesAssume', { principals, actions });
  if (kind === 'resource') return line(isAllow ? 'allowsTo' : 'deniesTo', { principals, actions, resources });
  if (!isAllow) return line('denies', { actions, resources });
  return line(kind === 'scp' ? 'permits' : 'allows', { actions, resources });
};

/** What the elements with "Not" mean, and the variables. */
const remarks = (statement: Statement, version: string | undefined): readonly Line[] => {
  const { effect, actions, resources, principals } = statement;
  const say = (isSaid: boolean, allow: MessageKey, deny: MessageKey): readonly Line[] =>
    isSaid ? [line(effect === 'Allow' ? allow : deny)] : [];
  const variables = version === variablesVersion ? variablesIn(resources) : [];
  return [
    ...say(actions.except, 'notActionAllow', 'notActionDeny'),
    ...say(resources.except, 'notResourceAllow', 'notResourceDeny'),
    ...say(principals.except, 'notPrincipalAllow', 'notPrincipalDeny'),
    ...(variables.length === 0 ? [] : [line('hasVariables', { variables })]),
  ];
};

const isOnEverything = ({ resources }: Statement): boolean =>
  !resources.except && resources.patterns.some((pattern) => isEverything(patternOf(pattern)));

/** What the statements explained so far add up to. */
class Totals {
  readonly #allowed = new Set<ActionDetail>();
  readonly #denied = new Set<ActionDetail>();
  /** Statements with the same Action element share their set. */
  readonly #added = new Set<ReadonlySet<ActionDetail>>();
  isLimited = false;

  add(statement: Statement, covered: ReadonlySet<ActionDetail>, budget: StepBudget): void {
    const { effect, conditions, principals } = statement;
    const isWhole = conditions.length === 0 && isOnEverything(statement);
    if (effect === 'Allow') {
      this.isLimited ||= !isWhole;
      if (this.#added.has(covered)) return;
      this.#added.add(covered);
      budget.spend(covered.size >> 2);
      for (const action of covered) this.#allowed.add(action);
    } else if (isWhole && principals.list.length === 0)
      for (const action of covered) this.#denied.add(action);
  }

  get allowed(): ReadonlySet<ActionDetail> {
    return this.#allowed.difference(this.#denied);
  }
}

/** Statements with the same Action element, which many have, share the answer. */
const breadthOnce = (catalogue: ActionCatalogue, budget: StepBudget) => {
  const known = new Map<string, ReturnType<typeof breadthLines>>();
  return (statement: Statement) => {
    const key = JSON.stringify([statement.effect, statement.actions]);
    const found = known.get(key) ?? breadthLines(statement, catalogue, budget);
    known.set(key, found);
    return found;
  };
};

/**
 * Says what a document grants, to whom, on what and when, what it denies and what is to be minded. Looks at the document alone.
 *
 * @param traps what `lintDocument` found in it
 * @param at the time at which it is asked, ISO 8601
 * @throws PolicyLimitError for a document of more different patterns than AWS would accept
 */
export const explainPolicy = (
  policy: Policy,
  kind: LintKind,
  catalogue: ActionCatalogue,
  traps: readonly LintFinding[],
  at: string,
): PolicyExplanation => {
  const budget = new StepBudget();
  const totals = new Totals();
  const breadth = breadthOnce(catalogue, budget);
  const statements = policy.statements.slice(0, mostStatements).map((statement, index) => {
    const { lines, covered } = breadth(statement);
    totals.add(statement, covered, budget);
    return {
      index,
      ...(statement.sid === undefined ? {} : { sid: statement.sid }),
      effect: statement.effect,
      lines: [mainLine(statement, kind), ...lines, ...remarks(statement, policy.version)],
      conditions: statement.conditions.map(conditionLine),
    };
  });
  const count = policy.statements.length;
  return {
    kind,
    head: [
      line(heads[kind]),
      ...(policy.version === variablesVersion ? [] : [line('oldVersion')]),
      ...(count > statements.length ? [line('moreStatements', { count, shown: statements.length })] : []),
    ],
    statements,
    allowed: kind === 'scp' ? new Set() : totals.allowed,
    isLimited: totals.isLimited,
    paths: kind === 'identity' ? analyzeDocument(policy, undefined, at) : [],
    traps: traps.filter(({ check }) => check.id !== 'privilege-escalation'),
  };
};
