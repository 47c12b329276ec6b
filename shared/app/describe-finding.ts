import { buildAlert } from '../alerts/build-alert.ts';
import type { Described } from '../alerts/build-digest.ts';
import type { RuleOf } from '../alerts/rule-of.ts';
import type { Finding } from '../findings/finding.ts';
import { formatMessage, type MessageValues } from '../i18n/format-message.ts';
import type { Check } from '../review/define-check.ts';
import { engineMessages } from '../review/engine-messages.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';

const mostListed = 5;

/** A policy can open dozens of paths: a sentence names as many as one can read, the finding's data has them all. */
const listed = (value: MessageValues[string]): MessageValues[string] =>
  typeof value === 'object' && value.length > mostListed
    ? `${value.slice(0, mostListed).join(', ')} and ${value.length - mostListed} more`
    : value;

const sentenceOf = ({ event, data, resource }: Finding, check: Check): string => {
  const { message = '' } = event.review ?? {};
  const template = check.messages.FAIL[message] ?? engineMessages[message]?.text ?? check.title;
  const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, listed(value)]));
  return formatMessage(template, { ...values, resource }, (value) => truncate(cleanLine(value), 256));
};

/**
 * Says in English what a finding is: one of the review by its check, one of an event by its rule.
 *
 * @param checks the catalogue; a finding of a check it no longer has says so
 */
export const findingDescriber = (
  checks: readonly Check[],
  ruleOf: RuleOf,
): ((finding: Finding) => Described) => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  return (finding) => {
    if (finding.event.review === undefined) return buildAlert([finding], ruleOf);
    const check = byId.get(finding.event.review.checkId);
    return check
      ? { title: check.title, sentence: sentenceOf(finding, check) }
      : {
          title: `Finding of the retired check ${finding.ruleId}`,
          sentence: `Found on ${finding.resource} by a check that this version no longer has.`,
        };
  };
};
