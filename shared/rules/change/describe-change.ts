import { coreActions } from '../../policy/actions/core-actions.ts';
import { describeStatement } from '../../policy/describe-statement.ts';
import { actionChanges } from '../../policy/diff-actions.ts';
import { type ChangedStatement, diffPolicies, type PolicyDiff } from '../../policy/diff-policies.ts';
import type { Policy } from '../../policy/policy.ts';
import type {
  AccessChange,
  BeforeState,
  Capped,
  ChangedActions,
  ChangedPrincipals,
} from './access-change.ts';
import { removedGuards } from './removed-guards.ts';
import type { ResolvedEdit, Side } from './resolve-edit.ts';

// With these, the largest change there can be is below 40 KB: DynamoDB takes items of 400 KB, and an alert's other texts are in it too.
const keptTexts = 12;
const keptActions = 16;
const longestText = 300;

const shortened = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1).toWellFormed()}…`;

export const capped = (texts: readonly string[]): Capped => ({
  count: texts.length,
  texts: texts.slice(0, keptTexts).map(shortened),
});

const noTexts = capped([]);

const statementTexts = (changed: readonly ChangedStatement[]): Capped =>
  capped(
    changed.map(({ statement }) => {
      const sid = statement.sid === undefined ? '' : `(${statement.sid}) `;
      return `${sid}${describeStatement(statement)}`;
    }),
  );

const actionsIn = ({ actions }: PolicyDiff): readonly ChangedActions[] =>
  actionChanges.flatMap((change) =>
    actions[change].map(({ level, actions: all }) => ({
      change,
      level,
      count: all.length,
      actions: all.slice(0, keptActions),
    })),
  );

const principalsIn = ({ principals }: PolicyDiff): readonly ChangedPrincipals[] =>
  actionChanges.flatMap((change) => {
    const all = principals[change];
    if (all.length === 0) return [];
    const names = all.map(({ type, id, except }) => {
      const name = type === '*' || type.toLowerCase() === 'aws' ? id : `${type} ${id}`;
      return shortened(except ? `everybody but ${name}` : name === '*' ? 'everybody' : name);
    });
    return [{ change, count: all.length, principals: names.slice(0, keptTexts) }];
  });

const causeOf = (side: Side): string => (side.status === 'unknown' ? side.cause : 'AWS was not asked');

const beforeOf = (side: Side): BeforeState =>
  side.status === 'known' ? side.from : { from: 'unknown', cause: shortened(causeOf(side)) };

const nothingWritten: Policy = { version: '2012-10-17', statements: [] };

/** What limits nothing: no boundary, or no control policy. */
const everything: Policy = {
  version: '2012-10-17',
  statements: [
    {
      effect: 'Allow',
      actions: { except: false, patterns: ['*'] },
      resources: { except: false, patterns: ['*'] },
      principals: { except: false, list: [] },
      conditions: [],
    },
  ],
};

/** Without a boundary everything is within bounds. */
const policyOf = (side: Side, { edit }: ResolvedEdit): Policy => {
  if (side.status !== 'known') return nothingWritten;
  const isLimit = edit.of === 'boundary' || edit.of === 'control-policy';
  return isLimit && side.policy.statements.length === 0 ? everything : side.policy;
};

/** What an edit changes about access, in few words. */
export const describeChange = (resolved: ResolvedEdit, opened: readonly string[] = []): AccessChange => {
  const { edit, before, after } = resolved;
  const about = { of: edit.of, name: shortened(edit.name), before: beforeOf(before) };
  const none = { statementsAdded: noTexts, statementsRemoved: noTexts, principals: [], actions: [] };
  if (after.status !== 'known')
    return {
      ...about,
      ...none,
      unread: shortened(causeOf(after)),
      otherActions: noTexts,
      opened: capped(opened),
      guardsRemoved: noTexts,
    };
  const [old, now] = [policyOf(before, resolved), policyOf(after, resolved)];
  const diff = diffPolicies(old, now, coreActions);
  return {
    ...about,
    statementsAdded: statementTexts(diff.added),
    statementsRemoved: statementTexts(diff.removed),
    principals: principalsIn(diff),
    actions: actionsIn(diff),
    otherActions: capped(diff.unlisted.added),
    opened: capped(opened),
    guardsRemoved: capped(
      before.status === 'known' ? removedGuards(edit.of, before.policy, after.policy) : [],
    ),
  };
};
