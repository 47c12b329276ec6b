import { buildAlert } from '../alerts/build-alert.ts';
import type { Described } from '../alerts/build-digest.ts';
import type { DigestMessage } from '../alerts/digest.ts';
import type { RuleOf } from '../alerts/rule-of.ts';
import type { Finding } from '../findings/finding.ts';
import { formatMessage, type MessageValues } from '../i18n/format-message.ts';
import type { Check } from '../review/define-check.ts';
import { engineMessages } from '../review/engine-messages.ts';
import type { Verdict } from '../review/run-checks.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';

const mostListed = 5;

/** A policy can open dozens of paths: a sentence names as many as one can read, the finding's data has them all. */
const listed = (value: MessageValues[string]): MessageValues[string] =>
  typeof value === 'object' && value.length > mostListed
    ? `${value.slice(0, mostListed).join(', ')} and ${value.length - mostListed} more`
    : value;

/** The English sentence of a check's message. */
const worded = (check: Check, { message, data }: DigestMessage, resource: string): string => {
  const template = check.messages.FAIL[message] ?? engineMessages[message]?.text ?? check.title;
  const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, listed(value)]));
  return formatMessage(template, { ...values, resource }, (value) => truncate(cleanLine(value), 256));
};

/** Says in English what findings and failures are. */
export interface Describer {
  /** One of the review by its check, one of an event by its rule. */
  finding(finding: Finding): Described;
  failure(verdict: Verdict): Described;
}

const retired = (ruleId: string, resource: string): Described => ({
  title: `Finding of the retired check ${ruleId}`,
  sentence: `Found on ${resource} by a check that this version no longer has.`,
});

/**
 * @param checks the catalogue; a finding of a check it no longer has says so
 * @param ownerOf whom an ARN belongs to, where that is known
 */
export const describer = (
  checks: readonly Check[],
  ruleOf: RuleOf,
  ownerOf: (arn: string) => string | undefined,
): Describer => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const describe = (said: DigestMessage, resource: string, arn: string): Described => {
    const check = byId.get(said.checkId);
    if (check === undefined) return retired(said.checkId, resource);
    const owner = ownerOf(arn);
    return {
      title: check.title,
      sentence: worded(check, said, resource),
      said,
      ...(owner === undefined ? {} : { owner }),
    };
  };
  return {
    finding(finding) {
      const { event, data, resource } = finding;
      if (event.review === undefined) {
        const { title, sentence } = buildAlert([finding], ruleOf);
        return { title, sentence };
      }
      const { checkId, message } = event.review;
      const arn = typeof data['arn'] === 'string' ? data['arn'] : resource;
      return describe({ checkId, message, data }, resource, arn);
    },
    failure: ({ checkId, message, data, resource }) =>
      describe({ checkId, message, data }, resource, resource),
  };
};
