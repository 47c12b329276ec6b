import { matchesPattern } from '../../match-pattern.ts';
import type { DocumentStatement, PolicyDocument } from '../../policy-document.ts';
import { allows, denies } from '../define-check.ts';

/** `*`, or a pattern that covers every ARN. */
export const isAnything = (text: string): boolean =>
  /^[*?]*\*[*?]*$/.test(text) || /^arn:\*+(:\*+)*$/.test(text);

/** Whether the statement is about every resource, also by NotResource. */
export const onEverything = ({ resources }: DocumentStatement): boolean =>
  resources !== undefined && (resources.except || resources.entries.some(({ text }) => isAnything(text)));

/** Whether the Action element covers an action. */
export const covers = ({ actions }: DocumentStatement, action: string): boolean =>
  actions !== undefined &&
  actions.entries.some(({ text }) => matchesPattern(text.toLowerCase(), action.toLowerCase())) !==
    actions.except;

/** Whether an unconditional Deny on everything in the same document takes an action away again. */
export const isDenied = ({ statements }: PolicyDocument, action: string): boolean =>
  statements.some(
    (statement) =>
      denies(statement) &&
      statement.tests.length === 0 &&
      !statement.resources?.except &&
      onEverything(statement) &&
      covers(statement, action),
  );

/** The actions of a list that the statement allows on every resource without any condition, and no Deny takes away. */
export const allowedEverywhere = (
  statement: DocumentStatement,
  document: PolicyDocument,
  actions: readonly string[],
): readonly string[] =>
  allows(statement) && onEverything(statement) && statement.tests.length === 0
    ? actions.filter((action) => covers(statement, action) && !isDenied(document, action))
    : [];

/** Where the statement says what it allows. */
export const actionPlace = ({ actions, place }: DocumentStatement) => actions?.place ?? place;

/** Names for a sentence: a few, and how many more. */
export const named = (actions: readonly string[]): string => {
  const shown = actions.slice(0, 5).join(', ');
  return actions.length > 5 ? `${shown} and ${actions.length - 5} more` : shown;
};
