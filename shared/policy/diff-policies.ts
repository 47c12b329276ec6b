import type { ActionCatalogue } from './actions/action-catalogue.ts';
import { unmatchedActions } from './actions/covered-actions.ts';
import { type ActionDiff, actionChanges, diffActions } from './diff-actions.ts';
import { diffPrincipals, type PrincipalDiff } from './diff-principals.ts';
import { isEverything, patternOf } from './pattern.ts';
import type { Condition, Policy, Scope, Statement } from './policy.ts';
import { StepBudget } from './step-budget.ts';
import { variablesVersion } from './template.ts';

/** A statement that only one of the documents has. */
export interface ChangedStatement {
  /** Its position in its document, from 0. */
  readonly index: number;
  readonly statement: Statement;
}

/** What a change of a policy document does. */
export interface PolicyDiff {
  /** Statements are the same if they say the same, whatever their order, their Sid and the order in their lists. */
  readonly added: readonly ChangedStatement[];
  readonly removed: readonly ChangedStatement[];
  readonly actions: ActionDiff;
  /** Action patterns of added or removed statements that cover no action of the catalogue: misspelt, retired, or beyond a catalogue in part. */
  readonly unlisted: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly principals: PrincipalDiff;
}

const sortedTexts = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

const scopeKey = ({ except, patterns }: Scope): unknown => [except, sortedTexts(patterns)];

const conditionKey = ({ operator, key, values }: Condition): string =>
  JSON.stringify([operator.toLowerCase(), key.toLowerCase(), sortedTexts(values)]);

/** Before 2012-10-17 `${…}` is literal text: it must not be taken for the variable that the other document has there. */
const asLiteral = (text: string): string => text.replaceAll('${', '$\0{');

const comparable = (policy: Policy): Policy =>
  policy.version === variablesVersion
    ? policy
    : {
        ...policy,
        statements: policy.statements.map((statement) => ({
          ...statement,
          resources: { ...statement.resources, patterns: statement.resources.patterns.map(asLiteral) },
          conditions: statement.conditions.map((test) => ({ ...test, values: test.values.map(asLiteral) })),
        })),
      };

/** What a statement says, for comparison. */
const contentOf = ({ effect, actions, resources, principals, conditions }: Statement): string =>
  JSON.stringify([
    effect,
    scopeKey({ ...actions, patterns: actions.patterns.map((pattern) => pattern.toLowerCase()) }),
    scopeKey(resources),
    principals.except,
    sortedTexts(principals.list.map(({ type, id }) => JSON.stringify([type, id]))),
    sortedTexts(conditions.map(conditionKey)),
  ]);

const notIn = (some: Policy, others: Policy): readonly ChangedStatement[] => {
  const contents = new Set(comparable(others).statements.map(contentOf));
  return comparable(some)
    .statements.map((statement, index) => ({ index, isNew: !contents.has(contentOf(statement)) }))
    .filter(({ isNew }) => isNew)
    .flatMap(({ index }) => {
      const statement = some.statements[index];
      return statement === undefined ? [] : [{ index, statement }];
    });
};

const unlistedIn = (
  changed: readonly ChangedStatement[],
  catalogue: ActionCatalogue,
  budget: StepBudget,
): readonly string[] => {
  const patterns = sortedTexts(changed.flatMap(({ statement }) => statement.actions.patterns));
  const some = patterns.filter((pattern) => !isEverything(patternOf(pattern)));
  const unlisted = unmatchedActions(some, catalogue, budget);
  return some.filter((pattern) => unlisted.has(pattern));
};

/**
 * Compares two documents of the same policy: what was written, and what that means for actions and principals. Looks at the documents
 * alone.
 *
 * @param catalogue the actions that patterns are spelt out to: `allActions()`, or `coreActions` where bundles must be small
 * @throws PolicyLimitError for documents of more different patterns and statements than AWS would accept
 */
export const diffPolicies = (before: Policy, after: Policy, catalogue: ActionCatalogue): PolicyDiff => {
  const budget = new StepBudget();
  const added = notIn(after, before);
  const removed = notIn(before, after);
  return {
    added,
    removed,
    actions: diffActions(comparable(before), comparable(after), catalogue, budget),
    unlisted: {
      added: unlistedIn(added, catalogue, budget),
      removed: unlistedIn(removed, catalogue, budget),
    },
    principals: diffPrincipals(comparable(before), comparable(after), budget),
  };
};

const more = ['gained', 'widened', 'undenied'] as const;

/** Whether the new document may let somebody do more than the old one. */
export const givesMore = ({ actions, principals, unlisted, added }: PolicyDiff): boolean =>
  more.some((change) => actions[change].length > 0 || principals[change].length > 0) ||
  (unlisted.added.length > 0 && added.some(({ statement }) => statement.effect === 'Allow'));

/** Whether the documents say the same. */
export const isSame = ({ added, removed, actions }: PolicyDiff): boolean =>
  added.length === 0 && removed.length === 0 && actionChanges.every((change) => actions[change].length === 0);
