import { formatDuration } from '../../i18n/duration.ts';
import { formatMessage } from '../../i18n/format-message.ts';
import type { Labels } from '../../i18n/labels.ts';
import type { Rule } from '../../rules/define-rule.ts';
import type { Severity } from '../../rules/severity.ts';
import type { Alert, AlertedFinding } from '../alert.ts';
import { type ChangeText, changeText } from '../change-lines.ts';
import { toolNamedIn } from '../client-tool.ts';
import { consoleLinkOf } from '../console-link.ts';
import { resourceNameOf } from '../resource-name.ts';
import type { RuleOf } from '../rule-of.ts';
import { type UndoCommand, undoCommandOf } from '../undo-command.ts';
import {
  accountLabel,
  actorOf,
  isAttempt,
  resourceOf,
  sentenceOf,
  titleOf,
  type Wording,
} from '../wording.ts';

/** A finding in one line. Unescaped. */
export interface Headline {
  readonly severity: Severity;
  readonly isResolved: boolean;
  /** `HIGH`, or `HIGH · REOPENED`, or `RESOLVED`. */
  readonly badge: readonly string[];
  readonly title: string;
  readonly resource: string;
  readonly account: string;
  /** The resource is the account itself, which need not be named twice. */
  readonly isAccountItself: boolean;
  readonly findingId: string;
}

export interface CardField {
  readonly name: keyof Labels['field'];
  /** Unescaped. */
  readonly value: string;
}

/**
 * What an alert says, in the order in which its reader asks: how bad and what, who and where, why it matters, what to do, what
 * else, how often. The renderers differ in markup and limits only. Everything is unescaped but `sentence`.
 */
export interface Card {
  readonly headline: Headline;
  /** Escaped with the wording. */
  readonly sentence: string;
  readonly fields: readonly CardField[];
  /** What the event changed about access; not of a finding that has been put right. */
  readonly change?: ChangeText;
  readonly why?: string;
  readonly fix?: string;
  readonly undo: UndoCommand;
  readonly others: readonly Headline[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly count: number;
  readonly latency: string;
  readonly ruleId: string;
  readonly eventId: string;
  readonly link?: string;
  readonly cut?: string;
}

const raw = (value: string): string => value;

const badgeOf = (finding: AlertedFinding, rule: Rule | undefined, labels: Labels): readonly string[] => {
  if (finding.status === 'resolved') return [labels.status.resolved];
  const attempt = isAttempt(finding, rule) ? labels.attempt[finding.event.outcome] : '';
  return [labels.severity[finding.severity], labels.status[finding.news.type], attempt].filter(
    (word) => word !== '',
  );
};

const headlineOf = (finding: AlertedFinding, ruleOf: RuleOf, wording: Wording): Headline => {
  const rule = ruleOf(finding.ruleId);
  return {
    severity: finding.severity,
    isResolved: finding.status === 'resolved',
    badge: badgeOf(finding, rule, wording.labels),
    title: titleOf(finding, rule, wording.labels),
    resource: resourceOf(finding, wording),
    account: wording.accountName?.(finding.accountId) ?? finding.accountId,
    isAccountItself: resourceNameOf(finding.resource).accountId === finding.accountId,
    findingId: finding.id,
  };
};

const viaOf = ({ event }: AlertedFinding, labels: Labels): string => {
  const via = labels.via[event.via];
  const tool = event.via === 'direct' ? toolNamedIn(event.userAgent) : undefined;
  return tool === undefined ? via : formatMessage(labels.sentence.claimedTool, { via, tool }, raw);
};

const actorWithKey = (finding: AlertedFinding, labels: Labels): string => {
  const actor = actorOf(finding, labels);
  const key = finding.event.accessKeyEnd;
  return key === undefined ? actor : formatMessage(labels.sentence.withKey, { actor, key }, raw);
};

const openFields = (finding: AlertedFinding, labels: Labels): readonly CardField[] => [
  { name: 'actor', value: actorWithKey(finding, labels) },
  { name: 'sourceIp', value: finding.event.sourceIp ?? labels.notRecorded },
  { name: 'mfa', value: labels.mfa[finding.actor.mfa] },
  { name: 'via', value: viaOf(finding, labels) },
];

const resolvedFields = (finding: AlertedFinding, labels: Labels): readonly CardField[] =>
  finding.undone
    ? [
        { name: 'fixedBy', value: actorOf(finding, labels) },
        { name: 'fixedWith', value: finding.undone.event.action },
      ]
    : [];

const fieldsOf = (finding: AlertedFinding, wording: Wording): readonly CardField[] => {
  const { labels } = wording;
  const account = accountLabel(finding.accountId, wording);
  return [
    { name: 'account', value: `${account} · ${finding.event.region}` },
    { name: 'target', value: finding.resource },
    ...(finding.status === 'resolved' ? resolvedFields(finding, labels) : openFields(finding, labels)),
  ];
};

/** The event that the news is about. */
const newsEventOf = (finding: AlertedFinding): AlertedFinding['event'] =>
  finding.status === 'resolved' && finding.undone ? finding.undone.event : finding.event;

const adviceOf = (
  finding: AlertedFinding,
  rule: Rule | undefined,
  { sentence }: Labels,
): Pick<Card, 'why' | 'fix'> =>
  finding.status === 'resolved'
    ? {}
    : { why: rule?.why ?? sentence.retiredWhy, fix: rule?.fix ?? sentence.retiredFix };

const cutText = (cut: NonNullable<Alert['cut']>, labels: Labels): string => {
  const what = cut.map((one) => formatMessage(labels.cut[one.what], { count: one.count }, raw));
  return formatMessage(labels.sentence.cut, { what }, raw);
};

/** Puts together what a card says. */
export const cardOf = (alert: Alert, ruleOf: RuleOf, wording: Wording): Card => {
  const { lead, detectedAt, cut } = alert;
  const { labels } = wording;
  const rule = ruleOf(lead.ruleId);
  const event = newsEventOf(lead);
  const link = consoleLinkOf(event);
  return {
    headline: headlineOf(lead, ruleOf, wording),
    sentence: sentenceOf(lead, rule, wording),
    fields: fieldsOf(lead, wording),
    ...(lead.change === undefined || lead.status === 'resolved'
      ? {}
      : { change: changeText(lead.change, labels) }),
    ...adviceOf(lead, rule, labels),
    undo: undoCommandOf(lead, rule),
    others: alert.others.map((other) => headlineOf(other, ruleOf, wording)),
    firstSeen: lead.firstSeen,
    lastSeen: lead.lastSeen,
    count: lead.count,
    latency: formatDuration(Date.parse(detectedAt) - Date.parse(event.time), labels),
    ruleId: lead.ruleId,
    eventId: event.id,
    ...(link === undefined ? {} : { link }),
    ...(cut === undefined ? {} : { cut: cutText(cut, labels) }),
  };
};
