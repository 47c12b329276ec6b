import type { Policy, Scope, Statement } from './policy.ts';
import { PolicyLimitError } from './step-budget.ts';

/**
 * Most of a document whose ways to more access are looked for: twice what fits into the 10,240 characters of the largest identity
 * policy ("IAM and AWS STS quotas"), at some 50 characters a statement and 5 an entry.
 */
const most = { statements: 400, entries: 4000, characters: 20_480 };

const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const withoutRepetition = (scope: Scope): Scope => ({ ...scope, patterns: once(scope.patterns) });

const reduced = (statement: Statement): Statement => ({
  ...statement,
  actions: withoutRepetition(statement.actions),
  resources: withoutRepetition(statement.resources),
  conditions: statement.conditions.map((test) => ({ ...test, values: once(test.values) })),
});

const contentOf = ({ effect, actions, resources, principals, conditions }: Statement): string =>
  JSON.stringify([effect, actions, resources, principals, conditions]);

const entriesOf = ({ actions, resources, conditions }: Statement): readonly string[] => [
  ...actions.patterns,
  ...resources.patterns,
  ...conditions.flatMap(({ key, values }) => [key, ...values]),
];

/**
 * The same policy without statements and entries that it holds already. Positions of statements are not kept.
 *
 * @throws PolicyLimitError when it still holds more than AWS would accept
 */
export const reducePolicy = (policy: Policy): Policy => {
  const statements = [
    ...new Map(policy.statements.map(reduced).map((one) => [contentOf(one), one])).values(),
  ];
  if (statements.length > most.statements)
    throw new PolicyLimitError(most.statements, 'different statements');
  const entries = statements.flatMap(entriesOf);
  if (entries.length > most.entries) throw new PolicyLimitError(most.entries, 'different entries');
  if (entries.reduce((sum, { length }) => sum + length, 0) > most.characters)
    throw new PolicyLimitError(most.characters, 'characters in entries');
  return { ...policy, statements };
};
