import { patternOf } from '../../pattern.ts';
import { PatternSet } from '../../pattern-set.ts';
import type { DocumentStatement, PolicyDocument, ScopeElement } from '../../policy-document.ts';
import { StepBudget } from '../../step-budget.ts';
import { allows, denies } from '../define-check.ts';

/** `*`, or a pattern that covers every ARN. */
export const isAnything = (text: string): boolean =>
  /^[*?]*\*[*?]*$/.test(text) || /^arn:\*+(:\*+)*$/.test(text);

/** Whether the statement is about every resource, also by NotResource. */
export const onEverything = ({ resources }: DocumentStatement): boolean =>
  resources !== undefined && (resources.except || resources.entries.some(({ text }) => isAnything(text)));

const matchers = new WeakMap<ScopeElement, (action: string) => boolean>();

/** The checks ask the same statement for many actions. */
const matcherOf = (element: ScopeElement): ((action: string) => boolean) => {
  const known = matchers.get(element);
  if (known !== undefined) return known;
  const texts = new Set(element.entries.map(({ text }) => text.toLowerCase()));
  const patterns = new PatternSet([...texts].map(patternOf), new StepBudget());
  const answers = new Map<string, boolean>();
  const made = (action: string): boolean => {
    const answer = answers.get(action) ?? patterns.matches(action) !== element.except;
    answers.set(action, answer);
    return answer;
  };
  matchers.set(element, made);
  return made;
};

/** Whether the Action element covers an action. */
export const covers = ({ actions }: DocumentStatement, action: string): boolean =>
  actions !== undefined && matcherOf(actions)(action.toLowerCase());

const isGuard = (statement: DocumentStatement): boolean =>
  denies(statement) &&
  statement.tests.length === 0 &&
  !statement.resources?.except &&
  onEverything(statement);

const guards = new WeakMap<PolicyDocument, readonly DocumentStatement[]>();
const denied = new WeakMap<PolicyDocument, Map<string, boolean>>();

/** Whether an unconditional Deny on everything in the same document takes an action away again. */
export const isDenied = (document: PolicyDocument, action: string): boolean => {
  const known = denied.get(document) ?? new Map<string, boolean>();
  denied.set(document, known);
  const answer = known.get(action);
  if (answer !== undefined) return answer;
  const some = guards.get(document) ?? document.statements.filter(isGuard);
  guards.set(document, some);
  const found = some.some((statement) => covers(statement, action));
  known.set(action, found);
  return found;
};

type Answers = Map<string, readonly string[]>;

const allowed = new WeakMap<PolicyDocument, WeakMap<readonly string[], Answers>>();

/** What was found of a list of actions in a document, by the text of the Action element: statements that repeat it are looked at once. */
const answersOf = (document: PolicyDocument, actions: readonly string[]): Answers => {
  const ofDocument = allowed.get(document) ?? new WeakMap<readonly string[], Answers>();
  allowed.set(document, ofDocument);
  const answers = ofDocument.get(actions) ?? new Map<string, readonly string[]>();
  ofDocument.set(actions, answers);
  return answers;
};

/** The actions of a list that the statement allows on every resource without any condition, and no Deny takes away. */
export const allowedEverywhere = (
  statement: DocumentStatement,
  document: PolicyDocument,
  actions: readonly string[],
): readonly string[] => {
  if (!allows(statement) || !onEverything(statement) || statement.tests.length > 0) return [];
  const { except, entries } = statement.actions ?? { except: false, entries: [] };
  const key = JSON.stringify([except, entries.map(({ text }) => text)]);
  const answers = answersOf(document, actions);
  const found =
    answers.get(key) ?? actions.filter((action) => covers(statement, action) && !isDenied(document, action));
  answers.set(key, found);
  return found;
};

/** Where the statement says what it allows. */
export const actionPlace = ({ actions, place }: DocumentStatement) => actions?.place ?? place;

/** Names for a sentence: a few, and how many more. */
export const named = (actions: readonly string[]): string => {
  const shown = actions.slice(0, 5).join(', ');
  return actions.length > 5 ? `${shown} and ${actions.length - 5} more` : shown;
};
