import type { ActionDetail } from '../actions/action-catalogue.ts';
import { coveredActions } from '../actions/covered-actions.ts';
import type { DocumentStatement, PolicyDocument } from '../policy-document.ts';
import { policyIn } from '../read-policy.ts';
import { StepBudget } from '../step-budget.ts';
import type { LintContext, LintKind, LintSubject } from './define-check.ts';

/** Looking at an action costs a fraction of what finding it does. */
const looksPerStep = 8;

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
export const lintSubject = (document: PolicyDocument, kind: LintKind, context: LintContext): LintSubject => {
  const reading = policyIn(document);
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
