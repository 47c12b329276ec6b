import { formatMessage, placeholdersOf } from '../i18n/format-message.ts';
import type { Rule } from '../rules/define-rule.ts';
import { shellWord } from '../text/shell.ts';
import type { AlertedFinding } from './alert.ts';

/** The AWS CLI command that undoes a finding, filled in. */
export type UndoCommand =
  | { readonly status: 'none' }
  /** A value is missing, too long, or cannot be pasted into a shell safely. */
  | { readonly status: 'refused' }
  | { readonly status: 'ready'; readonly command: string };

/** Longer ones are broken before their options. */
const longestLine = 76;

/** Longer than any command with IAM's longest names; what is longer is no command to paste unread. */
const longestCommand = 1000;

const wordsOf = (value: string | number | boolean | readonly string[] | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const words = (typeof value === 'object' ? value : [String(value)]).map(shellWord);
  return words.length === 0 || words.includes(undefined) ? undefined : words.join(' ');
};

const asIs = (value: string): string => value;

const filledLine = (template: string, words: Readonly<Record<string, string>>): string => {
  // The template is ours, so its options can be told from the values before they are in.
  const parts = template
    .trim()
    .split(/\s+(?=--)/)
    .map((part) => formatMessage(part, words, asIs));
  const line = parts.join(' ');
  return line.length <= longestLine ? line : parts.join(' \\\n  ');
};

/** A call that AWS refused changed nothing, and what is resolved needs no undoing. */
const hasNothingToUndo = ({ status, event }: AlertedFinding): boolean =>
  status === 'resolved' || event.outcome !== 'succeeded';

/** Fills in the rule's command for this finding. Every value becomes one shell word; `{resource}` is the whole ARN here. */
export const undoCommandOf = (finding: AlertedFinding, rule: Rule | undefined): UndoCommand => {
  const template = rule?.undo?.[finding.message];
  if (template === undefined || hasNothingToUndo(finding)) return { status: 'none' };
  const values = {
    actor: finding.actor.label,
    account: finding.accountId,
    region: finding.event.region,
    sourceIp: finding.event.sourceIp,
    eventName: finding.event.name,
    resource: finding.resource,
    ...finding.data,
  };
  const words: Record<string, string> = {};
  for (const name of placeholdersOf(template)) {
    const word = wordsOf(new Map(Object.entries(values)).get(name));
    if (word === undefined) return { status: 'refused' };
    words[name] = word;
  }
  const command = template
    .split('\n')
    .map((line) => filledLine(line, words))
    .join('\n');
  return command.length <= longestCommand ? { status: 'ready', command } : { status: 'refused' };
};
