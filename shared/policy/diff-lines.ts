import { truncate } from '../text/truncate.ts';
import { escalatingActions } from './admin-grant.ts';
import { describeStatement } from './describe-statement.ts';
import type { ActionChange, LevelGroup } from './diff-actions.ts';
import type { ChangedStatement, PolicyDiff } from './diff-policies.ts';
import type { ChangedPrincipal } from './diff-principals.ts';

/** One line of a diff. */
export interface DiffLine {
  /** `+`: more may be done than before; `-`: less; a space: neither or unclear. */
  readonly sign: '+' | '-' | ' ';
  /** What it is about, e.g. `gained`, `lets in`, `statement added`. */
  readonly label: string;
  /** One line, not escaped: it holds the text of the document's author. */
  readonly text: string;
}

/** Lines of an alert. */
export const maxAlertLines = 20;

const maxTextLength = 240;
/** Leaves room for the level and the number of those that are not named. */
const maxNamesLength = 180;

const noteworthy = new Set([...escalatingActions, 'iam:PassRole', 'sts:AssumeRole']);

const labels: Readonly<Record<ActionChange, { readonly sign: '+' | '-'; readonly principals: string }>> = {
  gained: { sign: '+', principals: 'lets in' },
  widened: { sign: '+', principals: 'lets do more' },
  undenied: { sign: '+', principals: 'no longer denies' },
  lost: { sign: '-', principals: 'shuts out' },
  narrowed: { sign: '-', principals: 'lets do less' },
  denied: { sign: '-', principals: 'denies' },
};

/** Those by which the holder gets more than it was given come first: of many actions only some are named. */
const noteworthyFirst = (actions: readonly string[]): readonly string[] => [
  ...actions.filter((action) => noteworthy.has(action)),
  ...actions.filter((action) => !noteworthy.has(action)),
];

/** `iam:PassRole, CreateUser, s3:PutObject … 12 more`: as many as fit, a service once for all that follow. */
const namedActions = (actions: readonly string[]): string => {
  const ordered = noteworthyFirst(actions);
  let text = '';
  let service = '';
  for (const [index, action] of ordered.entries()) {
    const [prefix = '', name = ''] = action.split(':');
    const next = `${text}${text === '' ? '' : ', '}${prefix === service ? name : action}`;
    if (next.length > maxNamesLength) return `${text} … ${ordered.length - index} more`;
    text = next;
    service = prefix;
  }
  return text;
};

const groupText = ({ level, actions }: LevelGroup): string =>
  `${level} (${actions.length}): ${namedActions(actions)}`;

const actionLines = ({ actions }: PolicyDiff, change: ActionChange): readonly DiffLine[] =>
  actions[change].map((group) => ({ sign: labels[change].sign, label: change, text: groupText(group) }));

const principalText = ({ type, id, except }: ChangedPrincipal): string => {
  const name = type === '*' || type.toLowerCase() === 'aws' ? id : `${type} ${id}`;
  if (name === '*') return 'everybody';
  return except ? `everybody but ${name}` : name;
};

const principalLines = ({ principals }: PolicyDiff, change: ActionChange): readonly DiffLine[] =>
  principals[change].map((principal) => ({
    sign: labels[change].sign,
    label: labels[change].principals,
    text: principalText(principal),
  }));

const statementLines = (changed: readonly ChangedStatement[], label: string): readonly DiffLine[] =>
  changed.map(({ statement }) => {
    const sid = statement.sid === undefined ? '' : `(${statement.sid}) `;
    return { sign: ' ', label, text: `${sid}${describeStatement(statement)}` };
  });

const unlistedLine = (patterns: readonly string[], label: string): readonly DiffLine[] =>
  patterns.length === 0
    ? []
    : [{ sign: ' ', label, text: `not in the list of actions: ${patterns.join(', ')}` }];

const rising = ['gained', 'widened', 'undenied'] as const;
const falling = ['lost', 'narrowed', 'denied'] as const;

/** Everything a diff says, what gives more access first. */
const allLines = (diff: PolicyDiff): readonly DiffLine[] => [
  ...rising.flatMap((change) => principalLines(diff, change)),
  ...rising.flatMap((change) => actionLines(diff, change)),
  ...unlistedLine(diff.unlisted.added, 'added'),
  ...statementLines(diff.added, 'statement added'),
  ...statementLines(diff.removed, 'statement removed'),
  ...falling.flatMap((change) => principalLines(diff, change)),
  ...falling.flatMap((change) => actionLines(diff, change)),
  ...unlistedLine(diff.unlisted.removed, 'removed'),
];

/**
 * A diff in lines for people, at most `max` of them: what gives more access comes first, and a last line counts what was left out.
 * Empty when the documents say the same.
 */
export const diffLines = (diff: PolicyDiff, max = maxAlertLines): readonly DiffLine[] => {
  const lines = allLines(diff).map((line) => ({ ...line, text: truncate(line.text, maxTextLength) }));
  if (lines.length <= max) return lines;
  const kept = lines.slice(0, Math.max(0, max - 1));
  return [...kept, { sign: ' ', label: '…', text: `${lines.length - kept.length} more lines` }];
};
