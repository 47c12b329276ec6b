import { type ChangeLabels, englishChange } from './change-labels.ts';

/**
 * The fixed words of alerts; the rest of an alert's text comes from its rule. Another language is another object of this shape.
 * Placeholders are filled with `formatMessage`.
 */
export interface Labels {
  readonly severity: Readonly<Record<'critical' | 'high' | 'medium' | 'low' | 'info', string>>;
  /** What a header says of the change; empty where the severity says enough. */
  readonly status: Readonly<Record<'opened' | 'recurred' | 'worsened' | 'reopened' | 'resolved', string>>;
  readonly via: Readonly<Record<'direct' | 'console' | 'infrastructure-as-code' | 'service', string>>;
  readonly mfa: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  /** What a header says of a call that did not go through, where the rule's title speaks of a success. */
  readonly attempt: Readonly<Record<'succeeded' | 'denied' | 'failed', string>>;
  readonly field: Readonly<Record<FieldName, string>>;
  readonly heading: Readonly<Record<'change' | 'why' | 'fix' | 'undo' | 'others', string>>;
  /** What the event changed about access. */
  readonly change: ChangeLabels;
  readonly sentence: Readonly<Record<SentenceName, string>>;
  readonly history: Readonly<Record<HistoryName, string>>;
  /** What was left out of an alert that was too large. */
  readonly cut: Readonly<Record<'data-of-others' | 'others' | 'ends-of-texts', string>>;
  readonly mail: Readonly<Record<'undeliveredSubject' | 'undelivered', string>>;
  readonly unit: Readonly<Record<'second' | 'minute' | 'hour' | 'day', string>>;
  readonly notRecorded: string;
  readonly emptyName: string;
}

type FieldName =
  | 'account'
  | 'actor'
  | 'target'
  | 'sourceIp'
  | 'mfa'
  | 'via'
  | 'fixedBy'
  | 'fixedWith'
  | 'seen'
  | 'finding'
  | 'rule'
  | 'event'
  | 'link';

type SentenceName =
  | 'retiredTitle'
  | 'retired'
  | 'retiredWhy'
  | 'retiredFix'
  | 'resolved'
  | 'wasFound'
  | 'at'
  | 'fromAt'
  | 'errorCode'
  | 'behind'
  | 'claimedTool'
  | 'withKey'
  | 'accountItself'
  | 'inAccount'
  | 'noCommand'
  | 'more'
  | 'cut';

type HistoryName = 'once' | 'times' | 'latency' | 'event' | 'finding' | 'rule' | 'openEvent';

export const english: Labels = {
  severity: { critical: 'CRITICAL', high: 'HIGH', medium: 'MEDIUM', low: 'LOW', info: 'INFO' },
  status: {
    opened: '',
    recurred: 'AGAIN',
    worsened: 'WORSENED',
    reopened: 'REOPENED',
    resolved: 'RESOLVED',
  },
  via: {
    direct: 'API or CLI',
    console: 'AWS console',
    'infrastructure-as-code': 'CloudFormation or Service Catalog',
    service: 'an AWS service',
  },
  mfa: { yes: 'yes', no: 'no', unknown: 'not recorded' },
  attempt: { succeeded: '', denied: 'DENIED ATTEMPT', failed: 'FAILED ATTEMPT' },
  field: {
    account: 'Account',
    actor: 'Actor',
    target: 'Target',
    sourceIp: 'Source IP',
    mfa: 'MFA',
    via: 'Via',
    fixedBy: 'Put right by',
    fixedWith: 'Put right with',
    seen: 'History',
    finding: 'Finding',
    rule: 'Rule',
    event: 'Event',
    link: 'CloudTrail',
  },
  change: englishChange,
  heading: {
    change: 'What changed',
    why: 'Why it matters',
    fix: 'Do this',
    undo: 'To undo it',
    others: 'Found in the same event',
  },
  sentence: {
    retiredTitle: 'Finding of the retired rule {rule}',
    retired: '{actor} called {eventName} on {resource} (found by the rule {rule}, since retired)',
    retiredWhy:
      'The rule that found this is no longer in the catalogue of this version, so its explanation cannot be shown. The finding stays valid.',
    retiredFix: 'Look at the event, and at the notes on retired rules in the changelog.',
    resolved: '{actor} put it right with {action}, {duration} after it was last seen',
    wasFound: 'What it was: {sentence}',
    at: '{sentence}. It happened {time}.',
    fromAt: '{sentence}. It happened {time}, from {sourceIp}.',
    errorCode: 'Error code: {errorCode}.',
    behind: '{person} as {label}',
    withKey: '{actor} · key ending {key}',
    claimedTool: '{via}, says it is {tool}',
    accountItself: 'account {account}',
    inAccount: '{sentence} Account {account}.',
    noCommand:
      'No command is shown: a name in it is not recorded, or not safe to paste into a shell. Undo it in the console.',
    more: 'and {count} more',
    cut: 'This alert was too large to send whole. Left out: {what}. The stored finding has the rest.',
  },
  history: {
    once: 'seen once',
    times: 'seen {count} times, first {first}, last {last}',
    latency: 'found {duration} after the call',
    event: 'event {id}',
    finding: 'finding {id}',
    rule: 'rule {id}',
    openEvent: 'Open in CloudTrail',
  },
  cut: {
    'data-of-others': 'the details of {count} other findings',
    others: '{count} other findings',
    'ends-of-texts': 'the ends of long texts',
  },
  mail: {
    undeliveredSubject: 'Alert not delivered to channel {channel}',
    undelivered:
      'This alert could not be delivered to the channel {channel}: {cause}. It was put into the dead-letter queue. Mend the channel (its webhook URL is in {secret}), then send the queue again.',
  },
  unit: { second: '{n} s', minute: '{n} min', hour: '{n} h', day: '{n} d' },
  notRecorded: '(not recorded)',
  emptyName: '(empty)',
};
