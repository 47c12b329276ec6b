import { formatDuration } from '../i18n/duration.ts';
import { formatMessage, type MessageValues, placeholdersOf } from '../i18n/format-message.ts';
import type { Labels } from '../i18n/labels.ts';
import type { LanguageTexts } from '../i18n/language-texts.ts';
import { translatePhrase } from '../i18n/phrase.ts';
import type { MatchData, Rule } from '../rules/define-rule.ts';
import type { AlertedFinding } from './alert.ts';
import { resourceNameOf } from './resource-name.ts';

/** How an output writes: in which language, and with which escaping. */
export interface Wording {
  readonly labels: Labels;
  /** Whose phrases take the place of ours in the data of findings; left out, they stay as they are. */
  readonly texts?: Pick<LanguageTexts, 'phrases'>;
  /** Escapes a value for the output, and shortens it where the output is short of room. */
  escape(value: string): string;
  /** Writes an ISO 8601 time. */
  time(iso: string): string;
  /** The name people know an account by. */
  accountName?(accountId: string): string | undefined;
}

/** Values that are escaped already. */
const asIs = (value: string): string => value;

const actorName = (actor: AlertedFinding['actor'], labels: Labels): string => {
  const { label, person } = actor;
  if (person === undefined || label.includes(person)) return label;
  return formatMessage(labels.sentence.behind, { person, label }, asIs);
};

/** `prod-payments (111122223333)`, or the id alone where the account has no name. */
export const accountLabel = (accountId: string, wording: Wording): string => {
  const name = wording.accountName?.(accountId);
  return name === undefined ? accountId : `${name} (${accountId})`;
};

const resourceLabel = (resource: string, wording: Wording): string => {
  const { name, accountId } = resourceNameOf(resource);
  if (accountId === undefined) return name;
  const account = wording.accountName?.(accountId) ?? accountId;
  return formatMessage(wording.labels.sentence.accountItself, { account }, asIs);
};

/** What a rule says itself, its phrases in the language of the reader. */
const dataOf = (finding: AlertedFinding, { texts }: Wording): MessageValues => {
  if (texts === undefined) return finding.data;
  const translated = (name: string, value: MatchData[string]): MatchData[string] => {
    if (typeof value === 'string') return translatePhrase(texts.phrases, name, value);
    return typeof value === 'object' ? value.map((one) => translatePhrase(texts.phrases, name, one)) : value;
  };
  return Object.fromEntries(
    Object.entries(finding.data).map(([name, value]) => [name, translated(name, value)]),
  );
};

/** The values of a finding's message, unescaped. What a rule says itself wins over what is always there. */
const valuesOf = (finding: AlertedFinding, wording: Wording): MessageValues => ({
  actor: actorName(finding.actor, wording.labels),
  account: wording.accountName?.(finding.accountId) ?? finding.accountId,
  region: finding.event.region,
  sourceIp: finding.event.sourceIp,
  eventName: finding.event.name,
  resource: resourceLabel(finding.resource, wording),
  ...dataOf(finding, wording),
});

/** The template that fits what became of the call; undefined when the rule or its message is gone. */
const templateOf = (finding: AlertedFinding, rule: Rule | undefined): string | undefined => {
  const text = rule?.messages[finding.message];
  if (text === undefined || typeof text === 'string') return text;
  return finding.event.outcome === 'succeeded' ? text.done : text.tried;
};

/** Whether the rule tells what was done from what was only tried, and this was only tried. */
export const isAttempt = (finding: AlertedFinding, rule: Rule | undefined): boolean =>
  finding.event.outcome !== 'succeeded' && typeof rule?.messages[finding.message] === 'object';

const withoutFullStop = (text: string): string => text.replace(/\.$/, '');

/** Who did what to which resource, without time and place and without a full stop. */
export const messageOf = (finding: AlertedFinding, rule: Rule | undefined, wording: Wording): string => {
  const template = templateOf(finding, rule);
  if (template !== undefined) {
    const text = withoutFullStop(template);
    return formatMessage(text, valuesOf(finding, wording), wording.escape, wording.labels.notRecorded);
  }
  const values = { ...valuesOf(finding, wording), rule: finding.ruleId };
  return formatMessage(wording.labels.sentence.retired, values, wording.escape, wording.labels.notRecorded);
};

const errorOf = ({ event }: AlertedFinding, wording: Wording): string => {
  if (event.outcome === 'succeeded' || event.errorCode === undefined) return '';
  const values = { errorCode: event.errorCode };
  return ` ${formatMessage(wording.labels.sentence.errorCode, values, wording.escape)}`;
};

const openSentence = (finding: AlertedFinding, rule: Rule | undefined, wording: Wording): string => {
  const { sourceIp, time } = finding.event;
  const saysWhere = placeholdersOf(templateOf(finding, rule) ?? '').includes('sourceIp');
  const values = {
    sentence: messageOf(finding, rule, wording),
    time: wording.time(time),
    sourceIp: sourceIp === undefined ? undefined : wording.escape(sourceIp),
  };
  const { at, fromAt } = wording.labels.sentence;
  const template = sourceIp === undefined || saysWhere ? at : fromAt;
  return formatMessage(template, values, asIs) + errorOf(finding, wording);
};

const resolvedSentence = (
  finding: AlertedFinding,
  undone: NonNullable<AlertedFinding['undone']>,
  rule: Rule | undefined,
  wording: Wording,
): string => {
  const { labels } = wording;
  const open = Date.parse(undone.event.time) - Date.parse(finding.lastSeen);
  const values = {
    actor: wording.escape(actorName(undone.actor, labels)),
    action: wording.escape(undone.event.action),
    duration: formatDuration(open, labels),
  };
  const fixed = formatMessage(labels.sentence.resolved, values, asIs);
  const sentence = formatMessage(
    labels.sentence.at,
    { sentence: fixed, time: wording.time(undone.event.time) },
    asIs,
  );
  const was = formatMessage(labels.sentence.wasFound, { sentence: messageOf(finding, rule, wording) }, asIs);
  return `${sentence} ${was}.`;
};

/** The whole sentence of a card: what happened, from where, when; for a resolved finding who put it right and after how long. */
export const sentenceOf = (finding: AlertedFinding, rule: Rule | undefined, wording: Wording): string =>
  finding.status === 'resolved' && finding.undone
    ? resolvedSentence(finding, finding.undone, rule, wording)
    : openSentence(finding, rule, wording);

/** The rule's title, or what is said of a rule that is gone. */
export const titleOf = (finding: AlertedFinding, rule: Rule | undefined, labels: Labels): string =>
  rule?.title ?? formatMessage(labels.sentence.retiredTitle, { rule: finding.ruleId }, asIs);

/** Who did it, with the person behind a role session where that is known. Unescaped. */
export const actorOf = (finding: AlertedFinding, labels: Labels): string => {
  const actor = finding.status === 'resolved' && finding.undone ? finding.undone.actor : finding.actor;
  return actorName(actor, labels);
};

/** The short name of a finding's resource. Unescaped. */
export const resourceOf = (finding: AlertedFinding, wording: Wording): string =>
  resourceLabel(finding.resource, wording);
