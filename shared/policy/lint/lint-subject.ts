import type { ActionDetail } from '../actions/action-catalogue.ts';
import { coveredActions } from '../actions/covered-actions.ts';
import type { DocumentStatement, PolicyDocument } from '../policy-document.ts';
import { policyIn } from '../read-policy.ts';
import { StepBudget } from '../step-budget.ts';
import type { LintContext, LintKind, LintSubject } from './define-check.ts';

/** Looking at an action costs a fraction of what finding it does. */
const looksPerStep = 8;

/** Statements that are judged: more than fit into any policy (32,768 characters of a key policy, at some 80 a statement). */
export const mostStatements = 400;

/** Statements with the same Action element, which many have, share the answer. */
const coverage = ({ catalogue }: LintContext, steps: StepBudget): LintSubject['covered'] => {
  const known = new Map<string, ReadonlySet<ActionDetail>>();
  return ({ actions }: DocumentStatement) => {
    if (catalogue === undefined || actions === undefined) return new Set();
    const patterns = actions.entries.map(({ text }) => text);
    const key = JSON.stringify([actions.except, patterns]);
    const found = known.get(key) ?? coveredActions({ except: actions.except, patterns }, catalogue, steps);
    known.set(key, found);
    steps.spend(Math.ceil(found.size / looksPerStep));
    return found;
  };
};

/** A document made ready for the checks. */
export const lintSubject = (whole: PolicyDocument, kind: LintKind, context: LintContext): LintSubject => {
  const reading = policyIn(whole);
  const document = { ...whole, statements: whole.statements.slice(0, mostStatements) };
  const steps = new StepBudget();
  return {
    kind,
    document,
    context,
    steps,
    covered: coverage(context, steps),
    ...(reading.status === 'read' ? { policy: reading.policy } : {}),
  };
};
